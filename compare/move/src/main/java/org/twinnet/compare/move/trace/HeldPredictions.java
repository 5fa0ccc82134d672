package org.twinnet.compare.move.trace;

/**
 * The predictions of a trace beside what DL4J answers.
 *
 * @param state what came of it
 * @param difference the largest difference, where it is largest beside what rounding explains
 * @param floor what rounding explains of it
 * @param example index of the example
 */
public record HeldPredictions(State state, double difference, double floor, int example) {

    /** What came of it. */
    public enum State {
        /** The same up to rounding. */
        ALIKE,
        /** The same labels. */
        LABELS_ALIKE,
        /** Other numbers. */
        OTHERWISE,
        /** Another label. */
        LABEL_OTHERWISE,
        /** Not compared: an update follows the last parameters of the trace, and the predictions are not theirs. */
        TRAINING_GOES_ON,
        /** Not compared: the model does not have the last parameters of the trace. */
        OTHER_PARAMETERS
    }

    /**
     * Predictions of other parameters than a model has.
     *
     * @return nothing compared
     */
    public static HeldPredictions ofOtherParameters() {
        return new HeldPredictions(State.OTHER_PARAMETERS, 0, 0, 0);
    }

    /**
     * Whether they are what DL4J answers.
     *
     * @return false also where nothing was compared
     */
    public boolean isAlike() {
        return state == State.ALIKE || state == State.LABELS_ALIKE;
    }

    /**
     * Whether they are not what DL4J answers.
     *
     * @return false also where nothing was compared
     */
    public boolean isOtherwise() {
        return state == State.OTHERWISE || state == State.LABEL_OTHERWISE;
    }
}
