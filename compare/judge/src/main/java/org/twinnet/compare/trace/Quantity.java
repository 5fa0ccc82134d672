package org.twinnet.compare.trace;

import java.util.List;
import java.util.Optional;

/** The quantities of a training step that a trace can hold, in the order in which a step computes them. */
public enum Quantity {
    /** Weights before the update, (units, inputs). */
    W(Shape.WEIGHTS),
    /** Biases before the update, (units, 1). */
    b(Shape.UNITS),
    /** Scale of a batch normalization before the update, (units, 1). */
    gamma(Shape.UNITS),
    /** Shift of a batch normalization before the update, (units, 1). */
    beta(Shape.UNITS),
    /** Running mean before the batch of the iteration is counted, (units, 1). */
    running_mean(Shape.UNITS),
    /** Running variance before the batch of the iteration is counted, (units, 1). */
    running_var(Shape.UNITS),
    /** Pre-activations, (units, m). */
    Z(Shape.EXAMPLES),
    /** Mean of Z over the batch, (units, 1). */
    mu(Shape.UNITS),
    /** Variance of Z over the batch, (units, 1). */
    var(Shape.UNITS),
    /** Z less its mean over the root of its variance, before scale and shift, (units, m). */
    N(Shape.EXAMPLES),
    /** Dropout masks of the input and of hidden layers, (units, m). */
    D(Shape.EXAMPLES),
    /** Activations, after mask and scaling where there is dropout, (units, m). */
    A(Shape.EXAMPLES),
    /** Gradients of the activations, after mask and scaling, (units, m). */
    dA(Shape.EXAMPLES),
    /** Gradients of the pre-activations, (units, m). */
    dZ(Shape.EXAMPLES),
    /** Gradients of the weights, penalty included, (units, inputs). */
    dW(Shape.WEIGHTS),
    /** Gradients of the biases, (units, 1). */
    db(Shape.UNITS),
    /** Gradients of the scales, (units, 1). */
    dgamma(Shape.UNITS),
    /** Gradients of the shifts, (units, 1). */
    dbeta(Shape.UNITS),
    /** Velocity or first moment of the weights before the update, (units, inputs). */
    vW(Shape.WEIGHTS),
    /** Second moment of the weights before the update, (units, inputs). */
    sW(Shape.WEIGHTS),
    /** Largest second moment of the weights before the update, (units, inputs). */
    hW(Shape.WEIGHTS),
    /** Velocity or first moment of the biases before the update, (units, 1). */
    vb(Shape.UNITS),
    /** Second moment of the biases before the update, (units, 1). */
    sb(Shape.UNITS),
    /** Largest second moment of the biases before the update, (units, 1). */
    hb(Shape.UNITS),
    /** Velocity or first moment of the scales before the update, (units, 1). */
    vgamma(Shape.UNITS),
    /** Second moment of the scales before the update, (units, 1). */
    sgamma(Shape.UNITS),
    /** Largest second moment of the scales before the update, (units, 1). */
    hgamma(Shape.UNITS),
    /** Velocity or first moment of the shifts before the update, (units, 1). */
    vbeta(Shape.UNITS),
    /** Second moment of the shifts before the update, (units, 1). */
    sbeta(Shape.UNITS),
    /** Largest second moment of the shifts before the update, (units, 1). */
    hbeta(Shape.UNITS);

    /** The parameters of a layer that has a batch normalization; others have the first two. */
    public static final List<Quantity> PARAMETERS = List.of(W, b, gamma, beta);

    /** What an optimizer may carry of each parameter: velocity or first moment, second one, largest second one. */
    public static final List<String> STATES = List.of("v", "s", "h");

    private enum Shape {
        WEIGHTS,
        UNITS,
        EXAMPLES
    }

    private final Shape shape;

    Quantity(Shape shape) {
        this.shape = shape;
    }

    /**
     * Whether the quantity has the shape of the weights.
     *
     * @return true for W, dW and what an optimizer keeps of them
     */
    public boolean isLikeWeights() {
        return shape == Shape.WEIGHTS;
    }

    /**
     * Whether it is trained.
     *
     * @return true for W, b and the scale and shift of a batch normalization
     */
    public boolean isParameter() {
        return this == W || this == b || this == gamma || this == beta;
    }

    /**
     * Whether it is the gradient of a parameter.
     *
     * @return true for dW, db, dgamma and dbeta
     */
    public boolean isParameterGradient() {
        return this == dW || this == db || this == dgamma || this == dbeta;
    }

    /**
     * Whether it is what an optimizer carries from step to step.
     *
     * @return true for velocities and moments
     */
    public boolean isState() {
        return parameter().isPresent() && !isParameterGradient();
    }

    /**
     * Whether it is what a batch normalization keeps for predictions.
     *
     * @return true for the running mean and the running variance
     */
    public boolean isRunning() {
        return this == running_mean || this == running_var;
    }

    /**
     * Whether only a layer with a batch normalization has it.
     *
     * @return true for its parameters, their gradients and states, its statistics, and what it normalizes to
     */
    public boolean isOfNormalization() {
        Quantity of = parameter().orElse(this);
        return isRunning() || of == mu || of == var || of == N || of == gamma || of == beta;
    }

    /**
     * The parameter whose gradient or state it is.
     *
     * @return empty for everything else
     */
    public Optional<Quantity> parameter() {
        return switch (this) {
            case dW, vW, sW, hW -> Optional.of(W);
            case db, vb, sb, hb -> Optional.of(b);
            case dgamma, vgamma, sgamma, hgamma -> Optional.of(gamma);
            case dbeta, vbeta, sbeta, hbeta -> Optional.of(beta);
            default -> Optional.empty();
        };
    }

    /**
     * The gradient of a parameter.
     *
     * @return such as dW of W
     * @throws IllegalArgumentException if it is no parameter
     */
    public Quantity gradient() {
        return valueOf("d" + name());
    }

    /**
     * What an optimizer carries of a parameter.
     *
     * @param symbol one of {@link #STATES}
     * @return such as vW of W
     * @throws IllegalArgumentException if it is no parameter
     */
    public Quantity state(String symbol) {
        return valueOf(symbol + name());
    }

    /**
     * The parameters of a layer.
     *
     * @param normalized whether it has a batch normalization
     * @return W and b, and scale and shift where there are such
     */
    public static List<Quantity> parameters(boolean normalized) {
        return PARAMETERS.subList(0, normalized ? 4 : 2);
    }

    /**
     * What an optimizer may carry of a parameter.
     *
     * @return its states; none of what is no parameter
     */
    public List<Quantity> states() {
        return isParameter() ? STATES.stream().map(this::state).toList() : List.of();
    }

    /**
     * Whether the quantity has one number for each unit and example.
     *
     * @return true for Z, N, D, A, dA and dZ
     */
    public boolean isPerExample() {
        return shape == Shape.EXAMPLES;
    }

    /**
     * Whether the quantity has the shape of the biases.
     *
     * @return true for b, db, what an optimizer keeps of them, and all of a batch normalization but what it normalizes
     */
    public boolean isLikeBiases() {
        return shape == Shape.UNITS;
    }
}
