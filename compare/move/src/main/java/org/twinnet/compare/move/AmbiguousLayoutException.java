package org.twinnet.compare.move;

/** Two readings of a file are possible, and nothing decides between them; nobody guesses. */
public final class AmbiguousLayoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message one line without an end, to which the question is added
     */
    public AmbiguousLayoutException(String message) {
        super(message);
    }
}
