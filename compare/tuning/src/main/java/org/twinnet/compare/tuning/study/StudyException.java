package org.twinnet.compare.tuning.study;

import java.util.List;
import java.util.function.UnaryOperator;
import org.twinnet.compare.text.Message;

/** A study cannot be opened or written; the message is one line that says why and what to do. */
public final class StudyException extends RuntimeException {

    private static final long serialVersionUID = 3L;

    private final Message message;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public StudyException(String message) {
        this(Message.of(message));
    }

    /**
     * Says what is wrong and names settings.
     *
     * @param message one line
     */
    public StudyException(Message message) {
        this(message, null);
    }

    /**
     * Says what is wrong.
     *
     * @param message one line
     * @param cause what went wrong below
     */
    public StudyException(String message, Throwable cause) {
        this(Message.of(message), cause);
    }

    /**
     * Says what is wrong and names settings.
     *
     * @param message one line
     * @param cause what went wrong below
     */
    public StudyException(Message message, Throwable cause) {
        super(message.toString(), cause);
        this.message = message;
    }

    /** Says where two studies differ, which may be nowhere, between the two parts of a line. */
    static StudyException differing(Message before, List<SettingDifference> differences, String after) {
        return new StudyException(before.then(said(differences)).then(after));
    }

    /**
     * The message for users who know settings by other names than their keys.
     *
     * @param names what users call a setting
     * @return one line
     */
    public String message(UnaryOperator<String> names) {
        return message.text(names);
    }

    private static Message said(List<SettingDifference> differences) {
        return differences.stream()
                .map(difference -> Message.setting(difference.setting())
                        .then(" is " + shown(difference.now()) + ", the study has " + shown(difference.study())))
                .reduce((before, next) -> before.then("; ").then(next))
                .orElse(Message.of(""));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
    }
}
