package org.twinnet.compare.move.trace;

/**
 * A number of a trace beside DL4J's; of a tensor the entry where they differ most.
 *
 * @param name such as {@code cost} or {@code W1}
 * @param iteration its iteration, from 0
 * @param original the trace's
 * @param dl4j DL4J's
 * @param difference their distance
 * @param limit what rounding explains: {@code Spread.ALLOWANCE} times how far runs part that only round otherwise
 */
public record TraceStep(String name, int iteration, double original, double dl4j, double difference, double limit) {

    /**
     * Whether rounding explains the difference.
     *
     * @return never for what is no number
     */
    public boolean agrees() {
        return difference <= limit;
    }
}
