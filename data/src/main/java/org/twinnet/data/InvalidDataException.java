package org.twinnet.data;

import java.io.Serial;
import java.util.Optional;

/**
 * Input that cannot be used: a file, an array, a number or a request that is wrong, told in one line.
 *
 * <p>The message names the file or the data set, the place in it, what was found, and what is allowed. It is always one
 * line of printable text: control characters and line breaks, which a hostile file could bring in, become {@code '?'}.
 */
public final class InvalidDataException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_EXCERPT = 40;

    private final transient Remedy remedy;

    /**
     * An error that was found by looking at the data.
     *
     * @param message what is wrong, where, and what is allowed
     */
    public InvalidDataException(String message) {
        super(printable(message));
        this.remedy = null;
    }

    /**
     * An error that a choice mends.
     *
     * @param message what is wrong, where, and what is allowed
     * @param remedy what there is to choose
     */
    public InvalidDataException(String message, Remedy remedy) {
        super(printable(message));
        this.remedy = remedy;
    }

    /**
     * An error that a library or the file system reported.
     *
     * @param message what is wrong, where, and what is allowed
     * @param cause the report; its message is not repeated, so put what matters into {@code message}
     */
    public InvalidDataException(String message, Throwable cause) {
        super(printable(message), cause);
        this.remedy = null;
    }

    /**
     * What mends it.
     *
     * @return empty where only other data does
     */
    public Optional<Remedy> remedy() {
        return Optional.ofNullable(remedy);
    }

    /**
     * A piece of input in single quotes, cut to 40 characters, for use inside a message.
     *
     * @param input text that came from a file or a user
     * @return {@code 'input'}, or its first 40 characters and an ellipsis
     */
    public static String quote(String input) {
        if (input.length() <= MAX_EXCERPT) {
            return "'" + input + "'";
        }
        return "'" + input.substring(0, MAX_EXCERPT) + "…'";
    }

    private static String printable(String message) {
        return message.codePoints()
                .map(c -> isPrintable(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Formats, separators and lone surrogates too: they break or reorder a line on a terminal and in a report. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
