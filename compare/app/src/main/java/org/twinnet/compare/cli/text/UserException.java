package org.twinnet.compare.cli.text;

/** Something that the user can put right; the message is one line that says how. */
public final class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public UserException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, as another exception found it.
     *
     * @param message one line: what, where, what is allowed
     * @param cause what was found
     */
    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
