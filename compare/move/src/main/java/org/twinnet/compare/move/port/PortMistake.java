package org.twinnet.compare.move.port;

import java.util.Locale;

/** What goes wrong when a network is moved to DL4J by hand. */
public enum PortMistake {
    /** Another network. */
    LAYER_SIZES("The layers have other sizes, so nothing else is compared."),
    /** FLOAT is DL4J's default. */
    FLOAT_FOR_DOUBLE("A configuration is single precision unless it says otherwise, whatever ND4J's own default is."),
    /** The other way round. */
    DOUBLE_FOR_FLOAT("The original computes in single precision."),
    /** The sum in place of the mean. */
    SUM_FOR_MEAN("Without mini-batches DL4J does not divide gradients by the number of examples."),
    /** Gradient ascent. */
    MAXIMIZED("The loss is maximized."),
    /** Line search and the like. */
    OTHER_ALGORITHM("Another algorithm than stochastic gradient descent moves the parameters."),
    /** λ where λ/m belongs. */
    L2_LAMBDA_NOT_DIVIDED("l2(c) is c/2·ΣW², which nothing divides: the notebook's λ/(2m)·ΣW² is l2(λ/m)."),
    /** λ/B where λ/m belongs. */
    L2_DIVIDED_BY_BATCH(
            "The penalty is divided by the examples of a batch; λ is divided by those of the training set."),
    /** λ/m where λ/B belongs. */
    L2_DIVIDED_BY_EXAMPLES("The penalty is divided by the examples of the training set; λ is divided by the batch's."),
    /** c/m where c belongs. */
    L2_DIVIDED("The coefficient was divided by the number of examples; nothing divides it."),
    /** Keras' number, or the ½ taken twice. */
    L2_HALVED("l2(c) has its ½ in it already, c/2·ΣW²: a c of c·ΣW², as in Keras, is l2(2c)."),
    /** The ½ undone. */
    L2_DOUBLED("l2(c) adds c·W to the gradient; it was given twice that."),
    /** None. */
    L2_MISSING("The L2 penalty is missing."),
    /** One too many. */
    L2_EXTRA("There is an L2 penalty that the original does not have."),
    /** Any other number. */
    L2_OTHER("The L2 penalty has another strength."),
    /** The last batch of an epoch is short. */
    L2_SHORT_BATCH("One number for all batches is wrong in the last one of an epoch, which has fewer examples."),
    /** regularizationBias. */
    L2_ON_BIASES("L2 of biases is a setting of its own in DL4J, and the original penalizes weights alone."),
    /** No regularizationBias. */
    L2_NOT_ON_BIASES("The original penalizes biases as well, and l2 leaves them out."),
    /** Decoupled in place of L2. */
    WEIGHT_DECAY_FOR_L2("Weight decay acts behind the updater and is scaled by the learning rate; L2 is part of the"
            + " gradient. Under Adam they are different penalties."),
    /** LayerValidation adds what is set for the whole network a second time. */
    WEIGHT_DECAY_TWICE("Weight decay that is set for the whole network counts twice: it stands twice in each layer."),
    /** L2 in place of decoupled decay. */
    L2_FOR_WEIGHT_DECAY("L2 is part of the gradient that the updater sees; the original decays weights behind it."),
    /** None. */
    WEIGHT_DECAY_MISSING("The weight decay is missing."),
    /** One too many. */
    WEIGHT_DECAY_EXTRA("There is a weight decay that the original does not have."),
    /** Any other number. */
    WEIGHT_DECAY_OTHER("The weight decay has another strength."),
    /** On biases. */
    WEIGHT_DECAY_ON_BIASES("Biases are decayed, and the original decays weights alone."),
    /** λ where λ/m belongs. */
    L1_LAMBDA_NOT_DIVIDED("l1(c) is c·Σ|W|, which nothing divides: λ/m·Σ|W| is l1(λ/m)."),
    /** None. */
    L1_MISSING("The L1 penalty is missing."),
    /** One too many. */
    L1_EXTRA("There is an L1 penalty that the original does not have."),
    /** Any other number. */
    L1_OTHER("The L1 penalty has another strength."),
    /** regularizationBias. */
    L1_ON_BIASES("L1 of biases is a setting of its own in DL4J, and the original penalizes weights alone."),
    /** 1 − keep. */
    DROP_FOR_KEEP("dropOut takes the probability to keep a number, not the one to drop it."),
    /** On the layer whose activations are dropped. */
    DROPOUT_ON_WRONG_LAYER("DL4J drops what a layer gets: dropout of a layer's activations is set on the next layer."),
    /** On a normalization or an activation layer. */
    DROPOUT_BEFORE_ACTIVATION("Dropout stands before the activation; the original drops activations."),
    /** None. */
    DROPOUT_MISSING("Dropout is missing."),
    /** One too many. */
    DROPOUT_EXTRA("There is dropout that the original does not have."),
    /** Any other number. */
    DROPOUT_OTHER("Dropout keeps with another probability."),
    /** Gaussian and the like. */
    DROPOUT_KIND("It is another kind of dropout."),
    /** The stock loss. */
    LOSS_CLIPPED("The stock loss clips probabilities: an example that is confidently wrong stops teaching."),
    /** clipEps 0. */
    LOSS_NOT_FINITE("Without its clip the stock loss gives NaN as soon as an output is exactly 0 or 1."),
    /** ½ and K. */
    LOSS_FACTOR("The loss is a multiple of the original's, and so is its gradient."),
    /** Weights of outputs. */
    LOSS_WEIGHTED("The loss weighs outputs."),
    /** Another one. */
    WRONG_LOSS("It is another loss."),
    /** Another one. */
    WRONG_ACTIVATION("It is another activation."),
    /** Leaky ReLU and ELU. */
    ACTIVATION_SLOPE("The activation has another slope."),
    /** GELU. */
    ACTIVATION_APPROXIMATE("DL4J's GELU is an approximation, off by up to 0.01."),
    /** hasBias(false). */
    BIAS_MISSING("The layer has no bias."),
    /** None. */
    BATCH_NORM_MISSING("Batch normalization is missing."),
    /** One too many. */
    BATCH_NORM_EXTRA("There is batch normalization that the original does not have."),
    /** Behind the activation. */
    BATCH_NORM_AFTER_ACTIVATION("Batch normalization stands behind the activation; the original normalizes Z."),
    /** ε. */
    BATCH_NORM_EPSILON("Batch normalization has another epsilon."),
    /** 1 − decay. */
    BATCH_NORM_MOMENTUM("DL4J's decay is the share of the old statistics; PyTorch's momentum is that of the new."),
    /** Any other number. */
    BATCH_NORM_DECAY("Running statistics move with another decay."),
    /** B or B − 1. */
    BATCH_NORM_VARIANCE("The running variance is divided by another number: B, or B − 1 as in PyTorch."),
    /** γ and β fixed. */
    BATCH_NORM_LOCKED("Gamma and beta are locked, and the original trains them."),
    /** The flag is lost when the model is read. */
    BATCH_NORM_NOT_LOGARITHMS("DL4J reads a saved useLogStd(false) as true and takes variances for logarithms."),
    /** Another rule. */
    WRONG_UPDATER("It is another rule."),
    /** α. */
    LEARNING_RATE("The learning rate is another one."),
    /** μ. */
    MOMENTUM("The momentum is another one."),
    /** ρ. */
    UPDATER_DECAY("What the updater remembers decays otherwise."),
    /** β₁. */
    BETA1("beta1 is another one."),
    /** β₂. */
    BETA2("beta2 is another one."),
    /** ε. */
    UPDATER_EPSILON("The updater's epsilon is another one."),
    /** ε before the correction. */
    ADAM_EPSILON_PLACE("DL4J's Adam adds epsilon before the correction, as Keras; the original's stands behind it."),
    /** ε after the correction. */
    ADAM_EPSILON_PLACE_OWN("The original adds epsilon before the correction, as Keras and DL4J's Adam do."),
    /** Looking ahead. */
    NESTEROVS_FOR_MOMENTUM("Nesterovs looks ahead; plain momentum is no updater of DL4J."),
    /** Velocity carries α. */
    NESTEROVS_UNDER_SCHEDULE("The velocity of Nesterovs carries the learning rate, and that changes here."),
    /** AdaGrad and RmsProp. */
    STATE_BEGINS_AT_EPSILON("What this updater remembers begins at epsilon; the original's begins at 0."),
    /** A rule of its own for b. */
    BIAS_UPDATER("Biases move by another rule than weights."),
    /** None. */
    SCHEDULE_MISSING("The learning rate stays as it is; the original's changes."),
    /** One too many. */
    SCHEDULE_EXTRA("The learning rate changes; the original's stays as it is."),
    /** Epochs for iterations. */
    SCHEDULE_PER_EPOCH("The learning rate changes with epochs; the original's with iterations."),
    /** Any other one. */
    SCHEDULE_OTHER("The learning rate changes otherwise."),
    /** None. */
    CLIP_MISSING("Gradients are not clipped; the original's are."),
    /** One too many. */
    CLIP_EXTRA("Gradients are clipped; the original's are not."),
    /** Any other one. */
    CLIP_OTHER("Gradients are clipped otherwise."),
    /** MaxNorm and the like. */
    CONSTRAINT("Weights are constrained; the original's are not."),
    /** DropConnect and the like. */
    WEIGHT_NOISE("Weights are disturbed; the original's are not."),
    /** Rows for columns. */
    WEIGHTS_TRANSPOSED("The matrix lies the other way round; DL4J keeps inputs × units, a column a unit."),
    /** Through float. */
    WEIGHTS_ROUNDED("The parameters are those of the original rounded to single precision."),
    /** Other numbers. */
    WEIGHTS_OTHER("The parameters of this layer are not the original's, and those of others are.");

    private final String text;

    PortMistake(String text) {
        this.text = text;
    }

    /**
     * Its name in reports.
     *
     * @return such as {@code l2-lambda-not-divided}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What is wrong.
     *
     * @return a sentence or two
     */
    public String text() {
        return text;
    }
}
