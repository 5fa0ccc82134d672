package org.twinnet.compare.output;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.twinnet.compare.text.Message;

/** A place cannot be written to, or must not be; the message is one line that names it and says what to do. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final Message message;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public OutputException(String message) {
        this(Message.of(message));
    }

    /**
     * Says what is wrong and names settings.
     *
     * @param message one line
     */
    public OutputException(Message message) {
        super(message.toString());
        this.message = message;
    }

    /**
     * Says what is wrong.
     *
     * @param message one line
     * @param cause what went wrong below
     */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
        this.message = Message.of(message);
    }

    /**
     * The message for users who know settings by other names.
     *
     * @param names what users call a setting
     * @return one line
     */
    public String message(UnaryOperator<String> names) {
        return message.text(names);
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
