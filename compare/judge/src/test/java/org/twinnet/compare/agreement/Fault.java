package org.twinnet.compare.agreement;

import org.twinnet.compare.ladder.RungName;

/** One-line mistakes that {@link FaultyTwin} can make, each with the rung that must catch it. */
enum Fault {
    /** The control: no mistake at all. */
    NONE(null),
    ONE_LABEL_FLIPPED(RungName.DATA),
    FEATURES_IN_FLOAT(RungName.DATA),
    INITIAL_WEIGHTS_IN_FLOAT(RungName.INITIAL_PARAMETERS),
    ONE_INITIAL_BIAS_OFF_BY_ONE_ULP_OF_ONE(RungName.INITIAL_PARAMETERS),
    RELU_MISSING_IN_LAYER_1(RungName.FORWARD),
    RELU_LEAKS(RungName.FORWARD),
    DROPOUT_NOT_SCALED_FORWARD(RungName.FORWARD),
    DROPOUT_MASK_INVERTED(RungName.FORWARD),
    DROPOUT_LAYER_SKIPPED(RungName.FORWARD),
    SIGMOID_BASE_2(RungName.FORWARD),
    COST_SUMMED_NOT_AVERAGED(RungName.COST),
    COST_WITH_LOG_BASE_2(RungName.COST),
    PENALTY_NOT_HALVED(RungName.COST),
    PENALTY_MISSES_LAST_LAYER(RungName.COST),
    GRADIENT_NOT_AVERAGED(RungName.GRADIENTS),
    GRADIENT_OFF_BY_A_BILLIONTH(RungName.GRADIENTS),
    L2_GRADIENT_MISSING(RungName.GRADIENTS),
    L2_GRADIENT_HALVED(RungName.GRADIENTS),
    BIASES_PENALIZED_ONCE_NOT_ZERO(RungName.LOCK_STEP),
    RELU_GRADIENT_MISSING(RungName.GRADIENTS),
    MASK_MISSING_BACKWARD(RungName.GRADIENTS),
    EXTRA_SIGMOID_DERIVATIVE(RungName.GRADIENTS),
    BIAS_GRADIENT_LAST_EXAMPLE_LOST(RungName.GRADIENTS),
    UPDATE_SIGN(RungName.UPDATE),
    BIASES_NOT_UPDATED(RungName.UPDATE),
    LEARNING_RATE_ONE_PER_CENT_HIGH(RungName.UPDATE),
    MASK_REDRAWN_FROM_ITERATION_37(RungName.LOCK_STEP),
    COST_CLIPPED_LATE(RungName.LOCK_STEP),
    COST_IS_NAN_ONCE(RungName.LOCK_STEP),
    OWN_RUN_USES_OTHER_LEARNING_RATE(RungName.FREE_RUN),
    PREDICTS_WITH_SCALED_ACTIVATIONS(RungName.PREDICTIONS),
    PREDICTS_WRONG_FAR_FROM_THE_EXAMPLES(RungName.BOUNDARY);

    private final RungName caughtBy;

    Fault(RungName caughtBy) {
        this.caughtBy = caughtBy;
    }

    RungName caughtBy() {
        return caughtBy;
    }
}
