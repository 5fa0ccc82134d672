package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.penalty.NoPenaltyTheory;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

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
    private final Map<Integer, Optional<CostReplay>> costs = new HashMap<>();
    private final Map<Integer, LayerFormulas> formulas = new HashMap<>();
    private final SeenExamples seen;
    private final Masks masks;
    private final StepReplay steps;
    private final NormalizationReplay normalizations;
    private final Optional<ClippedGradients> clipped;
    private final Optional<AccumulatedGradients> accumulated;
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
     * @param trace what a network wrote down, from one iteration of a longer run on
     * @param recipe the formulas
     * @param start what the optimizer carries into that iteration
     */
    public Replay(Trace trace, Recipe recipe, OptimizerState start) {
        this.trace = trace;
        this.recipe = recipe;
        this.depth = trace.depth();
        this.rounding = Rounding.of(trace.precision());
        this.chapters = new StepChapters(trace, recipe, rounding);
        this.seen = new SeenExamples(trace, recipe);
        this.masks = new Masks(trace, recipe, chapters, seen);
        this.steps = new StepReplay(
                trace, new UpdateReplay(trace, recipe, chapters, rounding), start, this::input, this::stepGradient);
        this.normalizations = new NormalizationReplay(recipe, chapters, rounding, this::input, trace.layerSizes()::get);
        this.clipped = chapters.clipping()
                .map(limit -> new ClippedGradients(limit, rounding, trace, this::unclipped, this::penaltyOf));
        this.accumulated = Optional.of(new AccumulatedGradients(
                        trace, start, rounding, name -> input(name.quantity(), name.layer(), name.iteration())))
                .filter(it -> recipe.has(Variant.GRADIENTS_ACCUMULATED, 0));
    }

    /** One number for all iterations that see the same examples. */
    private int batch(int iteration) {
        return trace.batches().areFull() ? 0 : iteration;
    }

    /** Empty where nothing tells which examples the iteration saw. */
    private Optional<CostReplay> costs(int iteration) {
        return costs.computeIfAbsent(
                batch(iteration), key -> seen.Y(key).map(Y -> new CostReplay(trace, Y, chapters, rounding)));
    }

    /** They take room for a whole pass, which a cost alone does not need. */
    private LayerFormulas formulas(int iteration) {
        return formulas.computeIfAbsent(
                batch(iteration),
                key -> new LayerFormulas(trace, seen.Y(key).orElseThrow(), recipe, chapters, rounding));
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
            // under some mistakes, such as updated weights behind a limit, a number depends on itself
            expectations.put(name, Optional.empty());
            boolean stays = name.quantity().isParameter()
                    || name.quantity().isRunning()
                    || name.quantity().isState();
            boolean there = !name.quantity().isOfNormalization()
                    || chapters.normalization(name.layer()).isPresent();
            known = !there
                    ? Optional.empty()
                    : stays || costs(name.iteration()).isPresent()
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
        return new ManyBatchesCost(
                        trace,
                        recipe,
                        rounding,
                        this::costOfBatch,
                        i -> seen.Y(i).orElseThrow().columns())
                .of(iteration);
    }

    private Optional<BoundedNumber> costOfBatch(int iteration) {
        // a number of an iteration is determined by others of it, or by those of the one before
        boolean touched = trace.holds(iteration) || trace.holds(iteration - 1);
        if (!touched || costs(iteration).isEmpty()) {
            return Optional.empty();
        }
        return crossEntropy(iteration).flatMap(loss -> penalty(iteration).map(penalty -> loss.plus(penalty, rounding)));
    }

    private Optional<BoundedNumber> crossEntropy(int iteration) {
        CostReplay costs = costs(iteration).orElseThrow();
        boolean onlyOutput = Tensors.held(trace, Quantity.Z, depth, iteration).isEmpty()
                && Tensors.held(trace, Quantity.A, depth, iteration).isPresent();
        return chapters.outputIsRight() && !onlyOutput
                ? activated(depth, iteration).map(costs::fromLogits)
                : input(Quantity.A, depth, iteration).map(costs::fromProbabilities);
    }

    private Optional<BoundedNumber> penalty(int iteration) {
        if (!chapters.isPenaltyInCost()) {
            return Optional.of(BoundedNumber.exact(0));
        }
        List<Bounded> weights = new ArrayList<>();
        List<Bounded> biases = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            input(Quantity.W, l, iteration).ifPresent(weights::add);
            biases.add(input(Quantity.b, l, iteration)
                    .orElse(LayerFormulas.zeros(trace.layerSizes().get(l), 1)));
        }
        return weights.size() == depth ? costs(iteration).map(of -> of.penalty(weights, biases)) : Optional.empty();
    }

    /**
     * The trace's own numbers where it has them, so that an error is judged where it is made and not where it arrives.
     */
    private Optional<Bounded> input(Quantity quantity, int layer, int iteration) {
        if (layer == 0 && quantity != Quantity.A) {
            return Optional.empty();
        }
        Optional<Bounded> own = Tensors.held(trace, quantity, layer, iteration);
        return own.isPresent() ? own : expected(new TensorName(quantity, layer, iteration));
    }

    private Optional<Bounded> compute(Quantity quantity, int l, int i) {
        return switch (quantity) {
            case W, b, gamma, beta -> steps.parameter(quantity, l, i);
            case running_mean, running_var -> normalizations.running(quantity, l, i);
            case D -> Optional.empty();
            case Z -> preActivation(l, i);
            case mu, var -> normalizations.statistic(quantity, l, i);
            case N -> normalizations.standard(l, i);
            case A -> l == 0 ? masks.dropped(i) : activated(l, i).flatMap(Z -> activation(Z, l, i));
            case dA -> activationGradient(l, i);
            case dZ -> preActivationGradient(l, i);
            case dW, db, dgamma, dbeta ->
                keptClipped()
                        ? clipped.flatMap(limit -> limit.of(new TensorName(quantity, l, i)))
                        : gradient(quantity, l, i);
            default -> steps.state(quantity, l, i);
        };
    }

    /** db does not depend on b unless a mistake makes it so. */
    private Optional<Bounded> unregularizedBias(int layer) {
        return chapters.penaltyOfBiases(layer) instanceof NoPenaltyTheory
                        || chapters.isPenalizedInUpdate(Quantity.b, layer)
                ? Optional.of(LayerFormulas.zeros(trace.layerSizes().get(layer), 1))
                : Optional.empty();
    }

    /**
     * Where the step of a parameter can be another one.
     *
     * @param parameter W, b, or those of a normalization
     * @return the factor of its step
     */
    public static Part<Double> stepOf(Quantity parameter) {
        return StepChapters.stepOf(parameter);
    }

    /** What the activation gets. */
    private Optional<Bounded> activated(int l, int i) {
        return normalizations.normalized(l, i);
    }

    /** dV, with the penalty where that is added in the update. */
    private Optional<Bounded> stepGradient(TensorName gradient) {
        int l = gradient.layer();
        Optional<Bounded> dV = clipped.isPresent() && !keptClipped()
                ? clipped.get().of(gradient)
                : input(gradient.quantity(), l, gradient.iteration());
        Quantity parameter = StepReplay.parameter(gradient);
        boolean decays = parameter == Quantity.W && !(chapters.penaltyOfStep(l) instanceof NoPenaltyTheory);
        if ((decays || chapters.isPenalizedInUpdate(parameter, l))
                && costs(gradient.iteration()).isEmpty()) {
            return Optional.empty();
        }
        if (decays) {
            return dV.flatMap(dW -> input(Quantity.W, l, gradient.iteration())
                    .map(W -> formulas(gradient.iteration()).decayed(dW.copy(), W, l)));
        }
        return chapters.isPenalizedInUpdate(parameter, l)
                ? dV.flatMap(g -> input(parameter, l, gradient.iteration())
                        .map(V -> formulas(gradient.iteration()).penalized(g.copy(), V, parameter, l)))
                : dV;
    }

    /**
     * What the optimizer carries out of the iteration that this starts with.
     *
     * @return the state; without one, the next iteration only
     */
    public OptimizerState next() {
        OptimizerState next = steps.next();
        return accumulated.map(it -> it.carried(next)).orElse(next);
    }

    private Optional<Bounded> preActivation(int l, int i) {
        Optional<Bounded> W = input(Quantity.W, l, i);
        Optional<Bounded> b = input(Quantity.b, l, i);
        boolean other = l == 1 && recipe.has(Variant.INPUT_DROPPED, 0);
        Optional<Bounded> A = other ? masks.input(i) : input(Quantity.A, l - 1, i);
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
                ? Tensors.held(trace, Quantity.W, l + 1, i + 1).or(() -> steps.parameter(Quantity.W, l + 1, i + 1))
                : input(Quantity.W, l + 1, i);
        Optional<Bounded> dZ = input(Quantity.dZ, l + 1, i);
        if (W.isEmpty() || dZ.isEmpty()) {
            return Optional.empty();
        }
        Bounded dA = formulas(i).throughWeights(W.get(), dZ.get(), l);
        Optional<Dropping> drops = l == 0 && trace.hyperParameters().keepProbability(0) == 1
                ? Optional.of(Dropping.NONE)
                : recipe.has(Variant.MASK_REDRAWN_BACKWARD, l)
                        ? masks.redrawn(dA, l, i)
                        : masks.inActivationGradient(l, i);
        return drops.map(it -> formulas(i).dA(dA, it));
    }

    private Optional<Bounded> preActivationGradient(int l, int i) {
        Optional<Bounded> gradient = normalizedGradient(l, i);
        return chapters.normalization(l).isEmpty()
                ? gradient
                : back(gradient, l, i).map(NormalizationReplay.Back::dZ).map(formulas(i)::kept);
    }

    private Optional<NormalizationReplay.Back> back(Optional<Bounded> gradient, int l, int i) {
        return gradient.flatMap(of -> normalizations.back(of, l, i));
    }

    /** The gradient of what the activation gets. */
    private Optional<Bounded> normalizedGradient(int l, int i) {
        if (l == depth) {
            boolean asked = !chapters.cancelsSlope()
                    || Tensors.held(trace, Quantity.Z, l, i).isPresent()
                    || Tensors.held(trace, Quantity.N, l, i).isPresent();
            Optional<Bounded> Z = asked ? activated(l, i) : Optional.empty();
            return input(Quantity.A, l, i)
                    .filter(A -> chapters.cancelsSlope() || Z.isPresent())
                    .map(A -> formulas(i).residual(Z, A));
        }
        Optional<Bounded> dA = leftToGate(l, i);
        Optional<Bounded> Z = activated(l, i);
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

    private boolean keptClipped() {
        return clipped.isPresent() && recipe.has(Variant.GRADIENT_KEPT_CLIPPED, 0);
    }

    /** Before anything limits it; the trace's own where that is kept so. */
    private Optional<Bounded> unclipped(TensorName name) {
        return keptClipped()
                ? gradient(name.quantity(), name.layer(), name.iteration())
                : input(name.quantity(), name.layer(), name.iteration());
    }

    /** What of a gradient is the penalty's, where it holds that. */
    private Optional<Bounded> penaltyOf(TensorName name) {
        int l = name.layer();
        Quantity parameter = StepReplay.parameter(name);
        boolean elsewhere = chapters.isPenalizedInUpdate(parameter, l);
        Optional<Bounded> V = input(parameter, l, name.iteration());
        return V.isEmpty() || costs(name.iteration()).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        elsewhere
                                ? LayerFormulas.zeros(V.get().rows(), V.get().columns())
                                : formulas(name.iteration()).penalty(V.get(), parameter, l));
    }

    private Optional<Bounded> gradient(Quantity quantity, int l, int i) {
        Optional<Bounded> own = ownGradient(quantity, l, i);
        return accumulated.map(it -> it.of(new TensorName(quantity, l, i), own)).orElse(own);
    }

    private Optional<Bounded> ownGradient(Quantity quantity, int l, int i) {
        if (quantity.isOfNormalization()) {
            return back(normalizedGradient(l, i), l, i)
                    .map(back -> back.ofParameters().get(quantity == Quantity.dgamma ? 0 : 1))
                    .map(of -> formulas(i).normalizationGradient(of, quantity, l));
        }
        return quantity == Quantity.dW
                ? weightGradient(l, i)
                : input(Quantity.dZ, l, i)
                        .flatMap(dZ -> input(Quantity.b, l, i)
                                .or(() -> unregularizedBias(l))
                                .map(b -> formulas(i).biasGradient(dZ, b, l)));
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
            return recipe.has(Variant.INPUT_DROPPED_BACKWARD, 0)
                    ? masks.input(i)
                    : recipe.has(Variant.GRADIENT_OF_UNDROPPED, 0)
                            ? seen.X(batch(i)).map(Tensors::exact)
                            : input(Quantity.A, 0, i);
        }
        if (recipe.has(Variant.GRADIENT_OF_PRE_ACTIVATION, l)) {
            return input(Quantity.Z, l - 1, i);
        }
        if (recipe.has(Variant.GRADIENT_OF_UNDROPPED, l)) {
            return activated(l - 1, i).map(Z -> formulas(i).A(Z, Dropping.NONE, l - 1));
        }
        return input(Quantity.A, l - 1, i);
    }
}
