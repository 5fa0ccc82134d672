package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Recomputes what a trace must hold by one recipe: each tensor from those right before it. Where the trace does not
 * hold one of these, it is recomputed as well, and its rounding error goes on. Results are kept; not thread-safe.
 */
public final class Replay {

    private final Trace trace;
    private final Recipe recipe;
    private final int depth;
    private final ForwardFormulas forward;
    private final BackwardFormulas backward;
    private final CostFormula costFormula;
    private final Masks masks;
    private final OptimizerFormulas optimizer;
    private final OptimizerState start;
    private final Map<TensorName, Optional<Bounded>> expectations = new HashMap<>();

    /**
     * Prepares; nothing is computed yet.
     *
     * @param trace what a network wrote down
     * @param recipe the formulas
     */
    public Replay(Trace trace, Recipe recipe) {
        this(trace, recipe, OptimizerState.START);
    }

    /**
     * Prepares to go on with a run; nothing is computed yet.
     *
     * @param trace what a network wrote down, its iteration 0 being one of a longer run
     * @param recipe the formulas
     * @param start what the optimizer carries into iteration 0
     */
    public Replay(Trace trace, Recipe recipe, OptimizerState start) {
        this.trace = trace;
        this.recipe = recipe;
        this.start = start;
        this.depth = trace.depth();
        Arithmetic arithmetic = Arithmetic.of(trace.precision());
        this.forward = new ForwardFormulas(recipe, arithmetic, depth);
        this.backward = new BackwardFormulas(recipe, arithmetic, trace.hyperParameters(), trace.Y());
        this.costFormula =
                new CostFormula(recipe, arithmetic, trace.hyperParameters().lambda(), trace.Y());
        this.masks = new Masks(trace, recipe);
        this.optimizer = new OptimizerFormulas(recipe, arithmetic);
    }

    /**
     * What a tensor must be.
     *
     * @param name the tensor; it need not be in the trace
     * @return the numbers; empty where nothing determines them
     */
    public Optional<Bounded> expected(TensorName name) {
        Optional<Bounded> known = expectations.get(name);
        if (known == null) {
            known = compute(name.quantity(), name.layer(), name.iteration());
            expectations.put(name, known);
        }
        return known;
    }

    /**
     * What the cost of an iteration must be.
     *
     * @param iteration iteration, from 0
     * @return the cost; empty where the parameters are not known; its error is infinite where an output saturates on
     *     the wrong side
     */
    public Optional<BoundedNumber> cost(int iteration) {
        Optional<BoundedNumber> crossEntropy = crossEntropy(iteration);
        Optional<BoundedNumber> penalty = penalty(iteration);
        if (crossEntropy.isEmpty() || penalty.isEmpty()) {
            return Optional.empty();
        }
        double value = crossEntropy.get().value() + penalty.get().value();
        double error = crossEntropy.get().error()
                + penalty.get().error()
                + 2 * trace.precision().unitRoundoff() * Math.abs(value);
        return Optional.of(new BoundedNumber(value, error));
    }

    private Optional<BoundedNumber> crossEntropy(int iteration) {
        boolean sigmoid = !recipe.has(Alteration.IDENTITY, depth) && !recipe.has(Alteration.RECTIFIED_OUTPUT, depth);
        boolean onlyOutput = held(Quantity.Z, depth, iteration).isEmpty()
                && held(Quantity.A, depth, iteration).isPresent();
        boolean clipped = recipe.factor(Factor.OUTPUT_CLIP, depth) > 0;
        return sigmoid && !onlyOutput && !clipped
                ? input(Quantity.Z, depth, iteration).map(costFormula::fromLogits)
                : input(Quantity.A, depth, iteration).map(costFormula::fromProbabilities);
    }

    private Optional<BoundedNumber> penalty(int iteration) {
        if (trace.hyperParameters().lambda() == 0) {
            return Optional.of(new BoundedNumber(0, 0));
        }
        List<Bounded> weights = new ArrayList<>();
        List<Bounded> biases = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            input(Quantity.W, l, iteration).ifPresent(weights::add);
            biases.add(input(Quantity.b, l, iteration)
                    .orElse(Bounded.ofShape(trace.layerSizes().get(l), 1)));
        }
        return weights.size() == depth ? Optional.of(costFormula.penalty(weights, biases)) : Optional.empty();
    }

    private Optional<Bounded> held(Quantity quantity, int layer, int iteration) {
        return trace.tensor(quantity, layer, iteration).map(TraceTensor::values).map(Bounded::exact);
    }

    /**
     * The trace's own numbers where it has them, so that an error is judged where it is made and not where it arrives.
     */
    private Optional<Bounded> input(Quantity quantity, int layer, int iteration) {
        if (layer == 0) {
            return quantity == Quantity.A ? Optional.of(Bounded.exact(trace.X())) : Optional.empty();
        }
        Optional<Bounded> own = held(quantity, layer, iteration);
        return own.isPresent() ? own : expected(new TensorName(quantity, layer, iteration));
    }

    private Optional<Bounded> compute(Quantity quantity, int l, int i) {
        return switch (quantity) {
            case W -> updated(Quantity.W, Quantity.dW, recipe.factor(Factor.WEIGHT_STEP, l), l, i);
            case b -> updated(Quantity.b, Quantity.db, recipe.factor(Factor.BIAS_STEP, l), l, i);
            case D -> Optional.empty();
            case Z -> preActivation(l, i);
            case A -> input(Quantity.Z, l, i).flatMap(Z -> activation(Z, l, i));
            case dA -> activationGradient(l, i);
            case dZ -> preActivationGradient(l, i);
            case dW -> weightGradient(l, i);
            case db ->
                input(Quantity.dZ, l, i)
                        .flatMap(dZ -> input(Quantity.b, l, i)
                                .or(() -> unregularizedBias(l))
                                .map(b -> backward.biasGradient(dZ, b, l)));
        };
    }

    /** db does not depend on b unless a mistake makes it so. */
    private Optional<Bounded> unregularizedBias(int layer) {
        return recipe.factor(Factor.BIAS_PENALTY_GRADIENT, layer) == 0
                ? Optional.of(Bounded.ofShape(trace.layerSizes().get(layer), 1))
                : Optional.empty();
    }

    private Optional<Bounded> updated(Quantity parameter, Quantity gradient, double factor, int l, int i) {
        if (i == 0 || !trace.iterations().contains(i - 1)) {
            return Optional.empty();
        }
        Optional<Bounded> before = input(parameter, l, i - 1);
        if (factor == 0) {
            return before;
        }
        double rate = factor * optimizer.rate(start.iteration() + i - 1);
        return before.flatMap(V -> direction(new TensorName(gradient, l, i - 1))
                .map(d -> backward.update(V, d, rate, parameter == Quantity.W ? l : 0)));
    }

    /** What the update goes against: the gradient, or what the optimizer makes of it. */
    private Optional<Bounded> direction(TensorName gradient) {
        Optional<Bounded> dV = stepGradient(gradient);
        if (dV.isEmpty() || !optimizer.hasState()) {
            return dV;
        }
        Optional<Bounded> v = velocity(gradient);
        return optimizer.isAdam()
                ? v.flatMap(m ->
                        square(gradient).map(s -> optimizer.direction(m, s, start.iteration() + gradient.iteration())))
                : v;
    }

    /** dV, with the penalty where that is added in the update. */
    private Optional<Bounded> stepGradient(TensorName gradient) {
        int l = gradient.layer();
        Optional<Bounded> dV = input(gradient.quantity(), l, gradient.iteration());
        boolean penalized = gradient.quantity() == Quantity.dW && recipe.has(Alteration.PENALTY_IN_UPDATE, l);
        return penalized
                ? dV.flatMap(dW -> input(Quantity.W, l, gradient.iteration()).map(W -> backward.penalized(dW, W, l)))
                : dV;
    }

    /**
     * v after the gradient of an iteration; empty where neither all iterations before nor the update before tell it.
     */
    private Optional<Bounded> velocity(TensorName gradient) {
        return carried(gradient, start.velocities(), before -> velocity(before).or(() -> shownVelocity(before)))
                .flatMap(v -> stepGradient(gradient).map(dV -> optimizer.velocity(v, dV)));
    }

    /** v as the update that it made shows it; Adam's steps do not show their moments. */
    private Optional<Bounded> shownVelocity(TensorName gradient) {
        int l = gradient.layer();
        int i = gradient.iteration();
        boolean weights = gradient.quantity() == Quantity.dW;
        Quantity parameter = weights ? Quantity.W : Quantity.b;
        double factor = recipe.factor(weights ? Factor.WEIGHT_STEP : Factor.BIAS_STEP, l);
        double rate = factor * optimizer.rate(start.iteration() + i);
        boolean decays = weights && recipe.factor(Factor.DECAY_IN_UPDATE, l) != 0;
        return optimizer.isAdam() || decays || rate == 0
                ? Optional.empty()
                : held(parameter, l, i)
                        .flatMap(before ->
                                held(parameter, l, i + 1).map(after -> backward.direction(before, after, rate)));
    }

    private Optional<Bounded> square(TensorName gradient) {
        return carried(gradient, start.squares(), this::square)
                .flatMap(s -> stepGradient(gradient).map(dV -> optimizer.square(s, dV)));
    }

    private Optional<Bounded> carried(
            TensorName gradient, Map<TensorName, Bounded> atStart, Function<TensorName, Optional<Bounded>> after) {
        int l = gradient.layer();
        if (gradient.iteration() == 0) {
            int columns =
                    gradient.quantity() == Quantity.dW ? trace.layerSizes().get(l - 1) : 1;
            return Optional.of(atStart.getOrDefault(
                    gradient, Bounded.ofShape(trace.layerSizes().get(l), columns)));
        }
        int before = gradient.iteration() - 1;
        return trace.iterations().contains(before)
                ? after.apply(new TensorName(gradient.quantity(), l, before))
                : Optional.empty();
    }

    /**
     * What the optimizer carries out of iteration 0.
     *
     * @return the state; without one, the next iteration only
     */
    public OptimizerState next() {
        Map<TensorName, Bounded> velocities = new HashMap<>();
        Map<TensorName, Bounded> squares = new HashMap<>();
        for (int l = 1; l <= depth && optimizer.hasState(); l++) {
            for (Quantity quantity : List.of(Quantity.dW, Quantity.db)) {
                TensorName name = new TensorName(quantity, l, 0);
                velocity(name).ifPresent(v -> velocities.put(name, v));
                if (optimizer.isAdam()) {
                    square(name).ifPresent(s -> squares.put(name, s));
                }
            }
        }
        return new OptimizerState(start.iteration() + 1, velocities, squares);
    }

    private Optional<Bounded> preActivation(int l, int i) {
        Optional<Bounded> W = input(Quantity.W, l, i);
        Optional<Bounded> b = input(Quantity.b, l, i);
        Optional<Bounded> A = l == 1 ? masks.input(i) : input(Quantity.A, l - 1, i);
        return W.isEmpty() || b.isEmpty() || A.isEmpty()
                ? Optional.empty()
                : Optional.of(forward.Z(W.get(), A.get(), b.get(), l));
    }

    private Optional<Bounded> activation(Bounded Z, int l, int i) {
        return l == depth
                ? Optional.of(forward.output(Z))
                : masks.forward(l, i).map(scale -> forward.hidden(Z, scale, l));
    }

    private Optional<Bounded> activationGradient(int l, int i) {
        if (l == depth) {
            return input(Quantity.A, l, i).map(backward::outputGradient);
        }
        Optional<Bounded> W = recipe.has(Alteration.UPDATED_WEIGHTS, l)
                ? held(Quantity.W, l + 1, i + 1)
                        .or(() -> updated(
                                Quantity.W, Quantity.dW, recipe.factor(Factor.WEIGHT_STEP, l + 1), l + 1, i + 1))
                : input(Quantity.W, l + 1, i);
        Optional<Bounded> dZ = input(Quantity.dZ, l + 1, i);
        if (W.isEmpty() || dZ.isEmpty()) {
            return Optional.empty();
        }
        if (l == 0) {
            return Optional.of(backward.throughWeights(W.get(), dZ.get(), masks.ones(0), 0));
        }
        Optional<Matrix> scale = recipe.has(Alteration.MASK_REDRAWN_BACKWARD, l)
                ? masks.redrawn(
                        backward.throughWeights(W.get(), dZ.get(), masks.ones(l), l)
                                .values(),
                        l,
                        i)
                : masks.inActivationGradient(l, i);
        return scale.map(D -> backward.throughWeights(W.get(), dZ.get(), D, l));
    }

    private Optional<Bounded> preActivationGradient(int l, int i) {
        if (l == depth) {
            return input(Quantity.A, l, i).map(A -> backward.residual(A, l));
        }
        Optional<Bounded> dA = leftToGate(l, i);
        Optional<Bounded> Z = input(Quantity.Z, l, i);
        Optional<Bounded> A = recipe.has(Alteration.GATE_BY_ACTIVATION, l) ? input(Quantity.A, l, i) : Z;
        return dA.isEmpty() || Z.isEmpty() || A.isEmpty()
                ? Optional.empty()
                : Optional.of(backward.gate(dA.get(), Z.get(), A.get(), l));
    }

    /** dA with all of mask and scale. */
    private Optional<Bounded> leftToGate(int l, int i) {
        Optional<Bounded> dA = input(Quantity.dA, l, i);
        if (!recipe.has(Alteration.DA_BEFORE_MASK, l) && !recipe.has(Alteration.DA_BEFORE_SCALE, l)) {
            return dA;
        }
        return dA.flatMap(it -> masks.inPreActivationGradient(l, i).map(D -> backward.times(it, D)));
    }

    private Optional<Bounded> weightGradient(int l, int i) {
        Optional<Bounded> dZ = input(Quantity.dZ, l, i);
        Optional<Bounded> A = inputOfGradient(l, i);
        Optional<Bounded> W = input(Quantity.W, l, i);
        if (W.isEmpty() && trace.hyperParameters().lambda() == 0) {
            W = Optional.of(Bounded.ofShape(
                    trace.layerSizes().get(l), trace.layerSizes().get(l - 1)));
        }
        return dZ.isEmpty() || A.isEmpty() || W.isEmpty()
                ? Optional.empty()
                : Optional.of(backward.weightGradient(dZ.get(), A.get(), W.get(), l));
    }

    private Optional<Bounded> inputOfGradient(int l, int i) {
        if (l == 1) {
            return recipe.has(Alteration.INPUT_DROPPED_BACKWARD, 0) ? masks.input(i) : input(Quantity.A, 0, i);
        }
        if (recipe.has(Alteration.GRADIENT_OF_PRE_ACTIVATION, l)) {
            return input(Quantity.Z, l - 1, i);
        }
        if (recipe.has(Alteration.GRADIENT_OF_UNDROPPED, l)) {
            return input(Quantity.Z, l - 1, i).map(Z -> forward.hidden(Z, masks.ones(l - 1), l - 1));
        }
        return input(Quantity.A, l - 1, i);
    }
}
