package org.twinnet.compare.tuning.study;

/** A study cannot be opened or written; the message is one line that says why and what to do. */
public final class StudyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public StudyException(String message) {
        super(message);
    }

    /**
     * Says what is wrong.
     *
     * @param message one line
     * @param cause what went wrong below
     */
    public StudyException(String message, Throwable cause) {
        super(message, cause);
    }
}
