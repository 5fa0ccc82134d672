package org.twinnet.compare.cli;

/** Something that the user can put right; the message is one line that says how. */
final class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserException(String message) {
        super(message);
    }
}
