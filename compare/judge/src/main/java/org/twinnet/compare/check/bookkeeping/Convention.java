package org.twinnet.compare.check.bookkeeping;

import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;

/**
 * A way to keep the books of a right step that is not the notebook's. The steps are the same; some of the numbers on
 * the way stand elsewhere, or hold a factor already that the notebook applies later.
 */
public enum Convention {
    /** Examples are rows. */
    EXAMPLES_AS_ROWS(
            "examples-as-rows",
            "Examples are rows: X, Y, Z, A, D, dZ and dA hold one a row.",
            "Z = A·Wᵀ + bᵀ, dW = dZᵀ·A/m",
            "Z = W·A + b, dW = dZ·Aᵀ/m"),
    /** Weights lie as (inputs, units). */
    WEIGHTS_INPUTS_BY_UNITS(
            "weights-inputs-by-units",
            "Weights and their gradients lie as inputs by units.",
            "W of shape (inputs, units)",
            "W of shape (units, inputs)"),
    /** What stands under dA of a layer is that of the layer before. */
    DA_OF_LAYER_BEFORE(
            "dA-of-layer-before",
            "What is kept under dA of a layer is dA of the layer before, as older course files do; it is read as that.",
            "dAˡ = Wˡᵀ·dZˡ",
            "dAˡ⁻¹ = Wˡᵀ·dZˡ"),
    /** dZ of the output is divided by m, and dW and db are not again. */
    GRADIENT_AVERAGED_EARLY(
            "gradient-averaged-early",
            "The output gradient is divided by the number of examples already, and dW and db are not again.",
            "dZ = (A − Y)/m, dW = dZ·Aᵀ, db = Σ dZ",
            "dZ = A − Y, dW = dZ·Aᵀ/m, db = Σ dZ/m"),
    /** dA is kept before mask and scale, which dZ gets. */
    DROPOUT_DA_BEFORE_MASK(
            "dropout-dA-before-mask",
            "dA is kept before the mask and the division by the keep probability, which dZ gets.",
            "dA = Wᵀ·dZ, dZ = dA·D/keep_prob where Z > 0",
            "dA = Wᵀ·dZ·D/keep_prob, dZ = dA where Z > 0"),
    /** dA is kept after the mask and before the division, which dZ gets. */
    DROPOUT_DA_BEFORE_SCALE(
            "dropout-dA-before-scale",
            "dA is kept before the division by the keep probability, which dZ gets.",
            "dA = Wᵀ·dZ·D, dZ = dA/keep_prob where Z > 0",
            "dA = Wᵀ·dZ·D/keep_prob, dZ = dA where Z > 0"),
    /** λ/m·W is added in the update. */
    PENALTY_IN_UPDATE(
            "penalty-in-update",
            "The gradient of the penalty is added in the update, as weight decay, and not in dW.",
            "dW = dZ·Aᵀ/m, W − α·(dW + λ/m·W)",
            "dW = dZ·Aᵀ/m + λ/m·W, W − α·dW"),
    /** dW and db are those that the limit of the gradient has left. */
    GRADIENT_KEPT_CLIPPED(
            "gradient-kept-clipped",
            "dW and db are kept as the limit of the gradient leaves them.",
            "dW = clip(dZ·Aᵀ/m), W − α·dW",
            "dW = dZ·Aᵀ/m, W − α·clip(dW)"),
    /** What a batch normalization keeps for predictions has seen the iteration's batch. */
    RUNNING_STATISTICS_AFTER_BATCH(
            "running-statistics-after-batch",
            "The running statistics of an iteration are those that its batch leaves, as after the forward pass.",
            "running_mean@i = decay·running_mean@(i − 1) + (1 − decay)·μ@i",
            "running_mean@i = decay·running_mean@(i − 1) + (1 − decay)·μ@(i − 1)"),
    /** Y holds classes. */
    LABELS_AS_CLASSES(
            "labels-as-classes",
            "The targets are the numbers of classes, from 0.",
            "Y = (2, 0, 1, …)",
            "Y of ones and zeros, one row a class"),
    /** ½ and no K, which nothing states. */
    SQUARED_ERROR_HALVED(
            "squared-error-halved",
            "The squared error has a ½ and is not divided by the number of outputs, in cost and gradient alike.",
            "J = 1/(2m)·ΣΣ (a − y)², dA = A − Y",
            "J = 1/(m·K)·ΣΣ (a − y)², dA = 2(A − Y)/K"),
    /** Neither ½ nor K. */
    SQUARED_ERROR_SUMMED_OVER_OUTPUTS(
            "squared-error-summed-over-outputs",
            "The squared error is summed over the outputs, without a ½, in cost and gradient alike.",
            "J = 1/m·ΣΣ (a − y)², dA = 2(A − Y)",
            "J = 1/(m·K)·ΣΣ (a − y)², dA = 2(A − Y)/K"),
    /** ½ and K. */
    SQUARED_ERROR_MEAN_HALVED(
            "squared-error-mean-halved",
            "The squared error has a ½ beside the mean over the outputs, in cost and gradient alike.",
            "J = 1/(2m·K)·ΣΣ (a − y)², dA = (A − Y)/K",
            "J = 1/(m·K)·ΣΣ (a − y)², dA = 2(A − Y)/K"),
    /** The penalty has a coefficient of its own. */
    PENALTY_BY_COEFFICIENT(
            "penalty-by-coefficient",
            "The penalty is multiplied by a coefficient that the number of examples does not divide.",
            "J = loss + C/2·ΣW², dW = dZ·Aᵀ/m + C·W",
            "J = loss + λ/2m·ΣW², dW = dZ·Aᵀ/m + λ/m·W"),
    /** λ over the examples of the batch. */
    PENALTY_OVER_BATCH(
            "penalty-over-batch",
            "The penalty is divided by the examples of the batch.",
            "J = loss + λ/2B·ΣW²",
            "J = loss + λ/2m·ΣW²"),
    /** What the update adds is not in the cost. */
    PENALTY_NOT_IN_COST(
            "penalty-not-in-cost",
            "The cost is the loss alone, while the update adds the penalty, as PyTorch's weight_decay does.",
            "J = loss, W − α·(dW + C·W)",
            "J = loss + C/2·ΣW², dW = dZ·Aᵀ/m + C·W"),
    /** v holds α. */
    VELOCITY_HOLDS_RATE(
            "velocity-holds-rate",
            "The velocity holds the learning rate.",
            "v = μ·v + α·dW, W − v",
            "v = μ·v + dW, W − α·v"),
    /** v holds −α. */
    VELOCITY_HOLDS_NEGATIVE_RATE(
            "velocity-holds-negative-rate",
            "The velocity holds the learning rate and goes down the gradient; it is added.",
            "v = μ·v − α·dW, W + v",
            "v = μ·v + dW, W − α·v"),
    /** ε beside the root of v. */
    EPSILON_BEFORE_CORRECTION(
            "adam-epsilon-before-correction",
            "Adam's ε is added before the second moment is corrected, as Keras and DL4J do.",
            "W − α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε)",
            "W − α·m̂/(√v̂ + ε)"),
    /** A cost an epoch. */
    COST_MEAN_OF_EPOCH(
            "cost-mean-of-epoch",
            "The cost of an epoch is the mean of the costs of its batches.",
            "J = mean of J of each batch",
            "J of the batch of the iteration"),
    /** Costs of everything. */
    COST_OF_ALL_EXAMPLES(
            "cost-of-all-examples",
            "The cost is that of all examples, while an iteration sees a batch.",
            "J over m examples",
            "J over the B examples of the batch"),
    /** Iterations from 1. */
    ITERATIONS_FROM_1(
            "iterations-from-1",
            "Iterations are counted from 1: what the file calls iteration 1 is told as iteration 0.",
            "W1@1, the initial parameters",
            "W1@0, the initial parameters"),
    /** Costs of parameters that the iteration has updated. */
    COST_AFTER_UPDATE(
            "cost-after-update",
            "The cost of an iteration is that of the parameters behind its update; it is told as that of the next one.",
            "J of W@(i + 1) at iteration i",
            "J of W@i at iteration i"),
    /** Costs from 1 beside tensors from 0. */
    COSTS_FROM_1(
            "costs-from-1",
            "Costs are counted from 1, while tensors are counted from 0.",
            "cost_iterations = 1, 2, …",
            "cost_iterations = 0, 1, …"),
    /** Costs by epoch. */
    COSTS_BY_EPOCH(
            "costs-by-epoch",
            "Costs are counted by epochs, and told where an epoch ends.",
            "cost_iterations = 0, 1, … of epochs",
            "cost_iterations = n − 1, 2n − 1, …, n batches in an epoch");

    private final String id;
    private final String sentence;
    private final String written;
    private final String notebook;

    Convention(String id, String sentence, String written, String notebook) {
        this.id = id;
        this.sentence = sentence;
        this.written = written;
        this.notebook = notebook;
    }

    /**
     * Its stable name.
     *
     * @return such as {@code gradient-averaged-early}
     */
    public String id() {
        return id;
    }

    /**
     * What is kept otherwise.
     *
     * @return one sentence
     */
    public Phrase said() {
        return SaidOfCheck.CONVENTION.of(id, sentence);
    }

    /**
     * How it is written there.
     *
     * @return formulas
     */
    public String written() {
        return written;
    }

    /**
     * How the notebook writes it.
     *
     * @return formulas
     */
    public String notebook() {
        return notebook;
    }
}
