package org.twinnet.compare.output;

import java.io.IOException;

/** A place cannot be written to, or must not be; the message is one line that names it and says what to do. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public OutputException(String message) {
        super(message);
    }

    /**
     * Says what is wrong.
     *
     * @param message one line
     * @param cause what went wrong below
     */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Why a file cannot be used, for a message: the exceptions of the file system say it in their type, a plain one
     * says it itself.
     *
     * @param exception what happened
     * @return such as {@code AccessDeniedException: report}
     */
    public static String reason(IOException exception) {
        return exception.getClass() == IOException.class
                ? exception.getMessage()
                : exception.getClass().getSimpleName() + ": " + exception.getMessage();
    }
}
