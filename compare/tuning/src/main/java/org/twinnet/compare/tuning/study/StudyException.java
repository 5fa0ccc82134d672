package org.twinnet.compare.tuning.study;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A study cannot be opened or written; the message is one line that says why and what to do. */
public final class StudyException extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final String before;
    private final List<SettingDifference> differences;
    private final String after;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public StudyException(String message) {
        this(message, (Throwable) null);
    }

    /**
     * Says what is wrong.
     *
     * @param message one line
     * @param cause what went wrong below
     */
    public StudyException(String message, Throwable cause) {
        super(message, cause);
        before = message;
        differences = List.of();
        after = "";
    }

    private StudyException(String before, List<SettingDifference> differences, String after) {
        super(before + said(differences, UnaryOperator.identity()) + after);
        this.before = before;
        this.differences = List.copyOf(differences);
        this.after = after;
    }

    /** Says where two studies differ, which may be nowhere, between the two parts of a line. */
    static StudyException differing(String before, List<SettingDifference> differences, String after) {
        return new StudyException(before, differences, after);
    }

    /**
     * The message for users who know settings by other names than their keys.
     *
     * @param names what users call a setting
     * @return one line
     */
    public String message(UnaryOperator<String> names) {
        return before + said(differences, names) + after;
    }

    private static String said(List<SettingDifference> differences, UnaryOperator<String> names) {
        return differences.stream()
                .map(difference -> String.format(
                        Locale.ROOT,
                        "%s is %s, the study has %s",
                        names.apply(difference.setting()),
                        shown(difference.now()),
                        shown(difference.study())))
                .collect(Collectors.joining("; "));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
    }
}
