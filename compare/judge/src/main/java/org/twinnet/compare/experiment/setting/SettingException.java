package org.twinnet.compare.experiment.setting;

/** A setting has a value that it cannot have, or there is no such setting. */
public final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private static final String MISSING = "is missing; needed: ";

    private final String key;
    private final String reason;

    /**
     * Names the setting and what is wrong.
     *
     * @param key the setting's key, such as {@code optimizer.learning_rate}
     * @param reason what is wrong, to follow the key in a sentence
     */
    public SettingException(String key, String reason) {
        super(key + " " + reason);
        this.key = key;
        this.reason = reason;
    }

    /**
     * A setting without a default that nobody gave.
     *
     * @param key the setting's key
     * @param needed what it has to be, such as {@code a whole number}
     * @return what to throw
     */
    public static SettingException missing(String key, String needed) {
        return new SettingException(key, MISSING + needed);
    }

    /**
     * Whether nobody gave the setting.
     *
     * @return false if what was given is wrong
     */
    public boolean isMissing() {
        return reason.startsWith(MISSING);
    }

    /**
     * The setting.
     *
     * @return its key
     */
    public String key() {
        return key;
    }

    /**
     * What is wrong.
     *
     * @return to follow the key in a sentence, such as {@code is -1; allowed: a number above 0}
     */
    public String reason() {
        return reason;
    }

    /**
     * The same seen from outside of the choice that holds the setting.
     *
     * @param outer key of the choice, such as {@code optimizer}
     * @return an exception that names both
     */
    public SettingException inside(String outer) {
        return new SettingException(outer + "." + key, reason);
    }
}
