package org.twinnet.compare.bench;

/** A process that was to measure something did not; the message says why, in half a line. */
final class ChildFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    ChildFailedException(String message) {
        super(message);
    }
}
