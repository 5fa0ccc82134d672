package org.twinnet.compare.move.port;

import java.util.Locale;

/** What goes wrong when a network is moved to DL4J by hand. */
public enum PortMistake {
    /** Another network. */
    LAYER_SIZES,
    /** FLOAT is DL4J's default. */
    FLOAT_FOR_DOUBLE,
    /** The other way round. */
    DOUBLE_FOR_FLOAT,
    /** The sum in place of the mean. */
    SUM_FOR_MEAN,
    /** Gradient ascent. */
    MAXIMIZED,
    /** Line search and the like. */
    OTHER_ALGORITHM,
    /** λ where λ/m belongs. */
    L2_LAMBDA_NOT_DIVIDED,
    /** λ/B where λ/m belongs. */
    L2_DIVIDED_BY_BATCH,
    /** λ/m where λ/B belongs. */
    L2_DIVIDED_BY_EXAMPLES,
    /** c/m where c belongs. */
    L2_DIVIDED,
    /** Keras' number, or the ½ taken twice. */
    L2_HALVED,
    /** The ½ undone. */
    L2_DOUBLED,
    /** None. */
    L2_MISSING,
    /** One too many. */
    L2_EXTRA,
    /** Any other number. */
    L2_OTHER,
    /** The last batch of an epoch is short. */
    L2_SHORT_BATCH,
    /** regularizationBias. */
    L2_ON_BIASES,
    /** No regularizationBias. */
    L2_NOT_ON_BIASES,
    /** Decoupled in place of L2. */
    WEIGHT_DECAY_FOR_L2,
    /** LayerValidation adds what is set for the whole network a second time. */
    WEIGHT_DECAY_TWICE,
    /** L2 in place of decoupled decay. */
    L2_FOR_WEIGHT_DECAY,
    /** None. */
    WEIGHT_DECAY_MISSING,
    /** One too many. */
    WEIGHT_DECAY_EXTRA,
    /** Any other number. */
    WEIGHT_DECAY_OTHER,
    /** On biases. */
    WEIGHT_DECAY_ON_BIASES,
    /** λ where λ/m belongs. */
    L1_LAMBDA_NOT_DIVIDED,
    /** None. */
    L1_MISSING,
    /** One too many. */
    L1_EXTRA,
    /** Any other number. */
    L1_OTHER,
    /** regularizationBias. */
    L1_ON_BIASES,
    /** 1 − keep. */
    DROP_FOR_KEEP,
    /** On the layer whose activations are dropped. */
    DROPOUT_ON_WRONG_LAYER,
    /** On a normalization or an activation layer. */
    DROPOUT_BEFORE_ACTIVATION,
    /** None. */
    DROPOUT_MISSING,
    /** One too many. */
    DROPOUT_EXTRA,
    /** Any other number. */
    DROPOUT_OTHER,
    /** Gaussian and the like. */
    DROPOUT_KIND,
    /** The stock loss. */
    LOSS_CLIPPED,
    /** clipEps 0. */
    LOSS_NOT_FINITE,
    /** ½ and K. */
    LOSS_FACTOR,
    /** Weights of outputs. */
    LOSS_WEIGHTED,
    /** Another one. */
    WRONG_LOSS,
    /** Another one. */
    WRONG_ACTIVATION,
    /** Leaky ReLU and ELU. */
    ACTIVATION_SLOPE,
    /** GELU. */
    ACTIVATION_APPROXIMATE,
    /** hasBias(false). */
    BIAS_MISSING,
    /** None. */
    BATCH_NORM_MISSING,
    /** One too many. */
    BATCH_NORM_EXTRA,
    /** Behind the activation. */
    BATCH_NORM_AFTER_ACTIVATION,
    /** ε. */
    BATCH_NORM_EPSILON,
    /** 1 − decay. */
    BATCH_NORM_MOMENTUM,
    /** Any other number. */
    BATCH_NORM_DECAY,
    /** B or B − 1. */
    BATCH_NORM_VARIANCE,
    /** γ and β fixed. */
    BATCH_NORM_LOCKED,
    /** Another rule. */
    WRONG_UPDATER,
    /** α. */
    LEARNING_RATE,
    /** μ. */
    MOMENTUM,
    /** ρ. */
    UPDATER_DECAY,
    /** β₁. */
    BETA1,
    /** β₂. */
    BETA2,
    /** ε. */
    UPDATER_EPSILON,
    /** ε before the correction. */
    ADAM_EPSILON_PLACE,
    /** ε after the correction. */
    ADAM_EPSILON_PLACE_OWN,
    /** Looking ahead. */
    NESTEROVS_FOR_MOMENTUM,
    /** Velocity carries α. */
    NESTEROVS_UNDER_SCHEDULE,
    /** AdaGrad and RmsProp. */
    STATE_BEGINS_AT_EPSILON,
    /** A rule of its own for b. */
    BIAS_UPDATER,
    /** None. */
    SCHEDULE_MISSING,
    /** One too many. */
    SCHEDULE_EXTRA,
    /** Epochs for iterations. */
    SCHEDULE_PER_EPOCH,
    /** Any other one. */
    SCHEDULE_OTHER,
    /** None. */
    CLIP_MISSING,
    /** One too many. */
    CLIP_EXTRA,
    /** Any other one. */
    CLIP_OTHER,
    /** MaxNorm and the like. */
    CONSTRAINT,
    /** DropConnect and the like. */
    WEIGHT_NOISE,
    /** Rows for columns. */
    WEIGHTS_TRANSPOSED,
    /** Through float. */
    WEIGHTS_ROUNDED,
    /** Other numbers. */
    WEIGHTS_OTHER,
    /** The original's predictions are not DL4J's answers, and nothing else is wrong. */
    PREDICTIONS_OTHER;

    /**
     * Its name in reports.
     *
     * @return such as {@code l2-lambda-not-divided}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
