package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.penalty.NoPenaltyTheory;
import org.twinnet.compare.trace.Precision;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;

/**
 * Recomputes what a trace must hold by one recipe: each tensor from those right before it, with the chapters of theory.
 * Where the trace does not hold one of these, it is recomputed as well, and its rounding error goes on. A trace's
 * number may differ by twice the error. Results are kept; not thread-safe.
 */
public final class Replay {

    private final Trace trace;
    private final Recipe recipe;
    private final int depth;
    private final Rounding rounding;
    private final StepChapters chapters;
    private final Map<Integer, Optional<Batch>> batches = new HashMap<>();
    private final Masks masks;
    private final UpdateReplay update;
    private final OptimizerState start;
    private final Map<TensorName, Optional<Bounded>> expectations = new HashMap<>();
    private final Map<TensorName, Optional<UpdateReplay.Stepped>> steps = new HashMap<>();

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
        this.rounding = trace.precision() == Precision.FLOAT64 ? Rounding.FLOAT64 : Rounding.FLOAT32;
        this.chapters = new StepChapters(trace, recipe, rounding);
        this.masks = new Masks(trace, recipe, chapters);
        this.update = new UpdateReplay(trace, recipe, chapters, rounding);
    }

    /** The formulas of an iteration's examples. */
    private record Batch(LayerFormulas formulas, CostReplay costs) {}

    /** Empty where nothing tells which examples the iteration saw. */
    private Optional<Batch> batch(int iteration) {
        int key = trace.batches().areFull() ? 0 : iteration;
        Optional<Batch> known = batches.get(key);
        if (known == null) {
            known = trace.Y(key)
                    .map(Y -> new Batch(
                            new LayerFormulas(trace, Y, recipe, chapters, rounding),
                            new CostReplay(trace, Y, chapters, rounding)));
            batches.put(key, known);
        }
        return known;
    }

    private LayerFormulas formulas(int iteration) {
        return batch(iteration).orElseThrow().formulas();
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
            boolean stays = name.quantity() == Quantity.W
                    || name.quantity() == Quantity.b
                    || name.quantity().isState();
            known = stays || batch(name.iteration()).isPresent()
                    ? compute(name.quantity(), name.layer(), name.iteration())
                    : Optional.empty();
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
        if (batch(iteration).isEmpty()) {
            return Optional.empty();
        }
        return crossEntropy(iteration).flatMap(loss -> penalty(iteration).map(penalty -> loss.plus(penalty, rounding)));
    }

    private Optional<BoundedNumber> crossEntropy(int iteration) {
        CostReplay costs = batch(iteration).orElseThrow().costs();
        boolean onlyOutput = held(Quantity.Z, depth, iteration).isEmpty()
                && held(Quantity.A, depth, iteration).isPresent();
        return chapters.outputIsRight() && !onlyOutput
                ? input(Quantity.Z, depth, iteration).map(costs::fromLogits)
                : input(Quantity.A, depth, iteration).map(costs::fromProbabilities);
    }

    private Optional<BoundedNumber> penalty(int iteration) {
        if (!trace.hyperParameters().penalty().isOn()) {
            return Optional.of(BoundedNumber.exact(0));
        }
        List<Bounded> weights = new ArrayList<>();
        List<Bounded> biases = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            input(Quantity.W, l, iteration).ifPresent(weights::add);
            biases.add(input(Quantity.b, l, iteration)
                    .orElse(LayerFormulas.zeros(trace.layerSizes().get(l), 1)));
        }
        return weights.size() == depth
                ? batch(iteration).map(of -> of.costs().penalty(weights, biases))
                : Optional.empty();
    }

    private Optional<Bounded> held(Quantity quantity, int layer, int iteration) {
        return trace.tensor(quantity, layer, iteration).map(TraceTensor::values).map(Tensors::exact);
    }

    /**
     * The trace's own numbers where it has them, so that an error is judged where it is made and not where it arrives.
     */
    private Optional<Bounded> input(Quantity quantity, int layer, int iteration) {
        if (layer == 0) {
            return quantity == Quantity.A ? trace.X(iteration).map(Tensors::exact) : Optional.empty();
        }
        Optional<Bounded> own = held(quantity, layer, iteration);
        return own.isPresent() ? own : expected(new TensorName(quantity, layer, iteration));
    }

    private Optional<Bounded> compute(Quantity quantity, int l, int i) {
        return switch (quantity) {
            case W -> updated(Quantity.W, Quantity.dW, l, i);
            case b -> updated(Quantity.b, Quantity.db, l, i);
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
                                .map(b -> formulas(i).biasGradient(dZ, b, l)));
            case vW, sW, vb, sb -> stateOf(quantity, l, i);
        };
    }

    /** db does not depend on b unless a mistake makes it so. */
    private Optional<Bounded> unregularizedBias(int layer) {
        return chapters.penaltyOfBiases(layer) instanceof NoPenaltyTheory
                ? Optional.of(LayerFormulas.zeros(trace.layerSizes().get(layer), 1))
                : Optional.empty();
    }

    private Optional<Bounded> updated(Quantity parameter, Quantity gradient, int l, int i) {
        if (i == 0 || !trace.iterations().contains(i - 1)) {
            return Optional.empty();
        }
        Optional<Bounded> before = input(parameter, l, i - 1);
        return chapters.stepFactor(parameter, l) == 0
                ? before
                : before.flatMap(V -> stepped(new TensorName(gradient, l, i - 1))
                        .map(step -> update.next(V, step.update(), parameter, l, start.iteration() + i - 1)));
    }

    /** The optimizer's step; empty where the gradient is not known, or what it carries into it. */
    private Optional<UpdateReplay.Stepped> stepped(TensorName gradient) {
        Optional<UpdateReplay.Stepped> known = steps.get(gradient);
        if (known == null) {
            known = stepGradient(gradient)
                    .flatMap(g -> stateBefore(gradient, g).map(state -> {
                        // no state depends on parameters that are not known
                        Bounded V = input(parameter(gradient), gradient.layer(), gradient.iteration())
                                .orElseGet(() -> LayerFormulas.zeros(g.rows(), g.columns()));
                        return update.step(V, g, state, start.iteration() + gradient.iteration());
                    }));
            steps.put(gradient, known);
        }
        return known;
    }

    private static Quantity parameter(TensorName gradient) {
        return gradient.quantity() == Quantity.dW ? Quantity.W : Quantity.b;
    }

    /** dV, with the penalty where that is added in the update. */
    private Optional<Bounded> stepGradient(TensorName gradient) {
        int l = gradient.layer();
        Optional<Bounded> dV = input(gradient.quantity(), l, gradient.iteration());
        if (gradient.quantity() != Quantity.dW) {
            return dV;
        }
        if (!(chapters.penaltyOfStep(l) instanceof NoPenaltyTheory)) {
            return dV.flatMap(dW -> input(Quantity.W, l, gradient.iteration())
                    .map(W -> formulas(gradient.iteration()).decayed(dW.copy(), W, l)));
        }
        return recipe.has(Variant.PENALTY_IN_UPDATE, l)
                ? dV.flatMap(dW -> input(Quantity.W, l, gradient.iteration())
                        .map(W -> formulas(gradient.iteration()).penalized(dW.copy(), W, l)))
                : dV;
    }

    /**
     * What the optimizer carries into a step; empty where neither all iterations before nor the update before tell it.
     */
    private Optional<List<Bounded>> stateBefore(TensorName gradient, Bounded g) {
        if (update.stateCount() == 0) {
            return Optional.of(List.of());
        }
        Optional<List<Bounded>> own = heldState(gradient);
        if (own.isPresent()) {
            return own;
        }
        if (gradient.iteration() == 0) {
            List<Bounded> zeros = Collections.nCopies(update.stateCount(), LayerFormulas.zeros(g.rows(), g.columns()));
            return Optional.of(start.tensors().getOrDefault(gradient, zeros));
        }
        TensorName before = new TensorName(gradient.quantity(), gradient.layer(), gradient.iteration() - 1);
        return trace.iterations().contains(before.iteration())
                ? stepped(before).map(UpdateReplay.Stepped::state).or(() -> shown(before))
                : Optional.empty();
    }

    /** What the optimizer must carry into an iteration; of the first one it is given, and not a result. */
    private Optional<Bounded> stateOf(Quantity state, int l, int i) {
        boolean ofWeights = state == Quantity.vW || state == Quantity.sW;
        TensorName before = new TensorName(ofWeights ? Quantity.dW : Quantity.db, l, i - 1);
        OptionalInt index = update.indexOf(state);
        return index.isEmpty() || !trace.iterations().contains(i - 1)
                ? Optional.empty()
                : stepped(before).map(step -> step.state().get(index.getAsInt()));
    }

    /** All of it that the trace holds of an iteration; empty where something is missing. */
    private Optional<List<Bounded>> heldState(TensorName gradient) {
        List<Bounded> all = new ArrayList<>();
        for (String symbol : update.stateSymbols()) {
            String parameter = gradient.quantity() == Quantity.dW ? "W" : "b";
            Arrays.stream(Quantity.values())
                    .filter(quantity -> quantity.name().equals(symbol + parameter))
                    .findFirst()
                    .flatMap(quantity -> held(quantity, gradient.layer(), gradient.iteration()))
                    .ifPresent(all::add);
        }
        return all.size() == update.stateCount() ? Optional.of(all) : Optional.empty();
    }

    /** The state behind a step as the update that it made shows it. */
    private Optional<List<Bounded>> shown(TensorName gradient) {
        int l = gradient.layer();
        int i = gradient.iteration();
        Quantity parameter = parameter(gradient);
        return held(parameter, l, i)
                .flatMap(before -> held(parameter, l, i + 1)
                        .flatMap(after -> update.stateBehind(before, after, parameter, l, start.iteration() + i)));
    }

    /**
     * What the optimizer carries out of iteration 0.
     *
     * @return the state; without one, the next iteration only
     */
    public OptimizerState next() {
        Map<TensorName, List<Bounded>> tensors = new HashMap<>();
        for (int l = 1; l <= depth && update.stateCount() > 0; l++) {
            for (Quantity quantity : List.of(Quantity.dW, Quantity.db)) {
                TensorName name = new TensorName(quantity, l, 0);
                stepped(name).ifPresent(step -> tensors.put(name, step.state()));
            }
        }
        return new OptimizerState(start.iteration() + 1, tensors);
    }

    private Optional<Bounded> preActivation(int l, int i) {
        Optional<Bounded> W = input(Quantity.W, l, i);
        Optional<Bounded> b = input(Quantity.b, l, i);
        Optional<Bounded> A = l == 1 ? masks.input(i) : input(Quantity.A, l - 1, i);
        return W.isEmpty() || b.isEmpty() || A.isEmpty()
                ? Optional.empty()
                : Optional.of(formulas(i).Z(W.get(), A.get(), b.get(), l));
    }

    private Optional<Bounded> activation(Bounded Z, int l, int i) {
        return (l == depth ? Optional.of(Dropping.NONE) : masks.forward(l, i))
                .map(drops -> formulas(i).A(Z, drops, l));
    }

    private Optional<Bounded> activationGradient(int l, int i) {
        if (l == depth) {
            return input(Quantity.A, l, i).map(formulas(i)::outputGradient);
        }
        Optional<Bounded> W = recipe.has(Variant.UPDATED_WEIGHTS, l)
                ? held(Quantity.W, l + 1, i + 1).or(() -> updated(Quantity.W, Quantity.dW, l + 1, i + 1))
                : input(Quantity.W, l + 1, i);
        Optional<Bounded> dZ = input(Quantity.dZ, l + 1, i);
        if (W.isEmpty() || dZ.isEmpty()) {
            return Optional.empty();
        }
        Bounded dA = formulas(i).throughWeights(W.get(), dZ.get(), l);
        Optional<Dropping> drops = l == 0
                ? Optional.of(Dropping.NONE)
                : recipe.has(Variant.MASK_REDRAWN_BACKWARD, l)
                        ? masks.redrawn(dA, l, i)
                        : masks.inActivationGradient(l, i);
        return drops.map(it -> formulas(i).dA(dA, it));
    }

    private Optional<Bounded> preActivationGradient(int l, int i) {
        if (l == depth) {
            Optional<Bounded> Z = chapters.cancelsSlope() ? held(Quantity.Z, l, i) : input(Quantity.Z, l, i);
            return input(Quantity.A, l, i)
                    .filter(A -> chapters.cancelsSlope() || Z.isPresent())
                    .map(A -> formulas(i).residual(Z.orElse(A), A));
        }
        Optional<Bounded> dA = leftToGate(l, i);
        Optional<Bounded> Z = input(Quantity.Z, l, i);
        Optional<Bounded> A = recipe.has(Variant.SLOPE_BEHIND_MASK, l)
                ? input(Quantity.A, l, i)
                : Z.map(it -> formulas(i).unmasked(it, l));
        return dA.isEmpty() || Z.isEmpty() || A.isEmpty()
                ? Optional.empty()
                : Optional.of(formulas(i).gate(dA.get(), Z.get(), A.get(), l));
    }

    /** dA with all of mask and scale. */
    private Optional<Bounded> leftToGate(int l, int i) {
        return input(Quantity.dA, l, i)
                .flatMap(dA -> masks.inPreActivationGradient(l, i).map(left -> left.of(dA, rounding)));
    }

    private Optional<Bounded> weightGradient(int l, int i) {
        Optional<Bounded> dZ = input(Quantity.dZ, l, i);
        Optional<Bounded> A = inputOfGradient(l, i);
        Optional<Bounded> W = input(Quantity.W, l, i);
        if (W.isEmpty() && !trace.hyperParameters().penalty().isOn()) {
            W = Optional.of(LayerFormulas.zeros(
                    trace.layerSizes().get(l), trace.layerSizes().get(l - 1)));
        }
        return dZ.isEmpty() || A.isEmpty() || W.isEmpty()
                ? Optional.empty()
                : Optional.of(formulas(i).weightGradient(dZ.get(), A.get(), W.get(), l));
    }

    private Optional<Bounded> inputOfGradient(int l, int i) {
        if (l == 1) {
            return recipe.has(Variant.INPUT_DROPPED_BACKWARD, 0) ? masks.input(i) : input(Quantity.A, 0, i);
        }
        if (recipe.has(Variant.GRADIENT_OF_PRE_ACTIVATION, l)) {
            return input(Quantity.Z, l - 1, i);
        }
        if (recipe.has(Variant.GRADIENT_OF_UNDROPPED, l)) {
            return input(Quantity.Z, l - 1, i).map(Z -> formulas(i).A(Z, Dropping.NONE, l - 1));
        }
        return input(Quantity.A, l - 1, i);
    }
}
