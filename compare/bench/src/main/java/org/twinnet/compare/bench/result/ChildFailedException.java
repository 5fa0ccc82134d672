package org.twinnet.compare.bench.result;

/** A process that was to measure something did not; the message says why, in half a line. */
public final class ChildFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message half a line
     */
    public ChildFailedException(String message) {
        super(message);
    }
}
