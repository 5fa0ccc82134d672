package org.twinnet.compare.output;

/** What may become of a folder that is not empty. What is no report of Twinnet's stays in any case. */
public enum Existing {
    /** It stays. */
    KEEP,
    /** The report of a study is replaced if nobody changed it: its study makes it again. */
    RENEW,
    /** Any report is replaced. */
    REPLACE;

    /**
     * The choice of a command with an option to replace.
     *
     * @param force whether the option was given
     * @return what that allows
     */
    public static Existing forced(boolean force) {
        return force ? REPLACE : KEEP;
    }
}
