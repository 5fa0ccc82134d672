package org.twinnet.compare.replay;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * What the optimizer makes of the gradients of one iteration after the other: parameters, and what it carries on. Where
 * the trace does not hold the latter, it is recomputed from the iteration before, or read off the update that it made.
 */
final class StepReplay {

    /** The numbers that a step starts from: the trace's own, or else recomputed ones. */
    @FunctionalInterface
    interface Numbers {
        Optional<Bounded> input(Quantity quantity, int layer, int iteration);
    }

    private final Trace trace;
    private final UpdateReplay update;
    private final OptimizerState start;
    private final Numbers numbers;
    private final Function<TensorName, Optional<Bounded>> stepGradient;
    private final Map<TensorName, Optional<UpdateReplay.Stepped>> steps = new HashMap<>();

    /**
     * Prepares.
     *
     * @param trace what a network wrote down
     * @param update the formulas of one step
     * @param start what the optimizer carries into the first iteration of the trace
     * @param numbers parameters
     * @param stepGradient the gradient that the optimizer gets, by the name of dW or db
     */
    StepReplay(
            Trace trace,
            UpdateReplay update,
            OptimizerState start,
            Numbers numbers,
            Function<TensorName, Optional<Bounded>> stepGradient) {
        this.trace = trace;
        this.update = update;
        this.start = start;
        this.numbers = numbers;
        this.stepGradient = stepGradient;
    }

    static Quantity parameter(TensorName gradient) {
        return gradient.quantity().parameter().orElseThrow();
    }

    /** The parameters that the update of the iteration before leads to. */
    Optional<Bounded> parameter(Quantity parameter, int l, int i) {
        if (i == 0 || !trace.holds(i - 1)) {
            return Optional.empty();
        }
        Quantity gradient = parameter.gradient();
        Optional<Bounded> before = numbers.input(parameter, l, i - 1);
        return update.isStill(parameter, l)
                ? before
                : before.flatMap(V -> stepped(new TensorName(gradient, l, i - 1))
                        .map(step -> update.next(V, step.update(), parameter, l, i - 1)));
    }

    /** The optimizer's step; empty where the gradient is not known, or what it carries into it. */
    private Optional<UpdateReplay.Stepped> stepped(TensorName gradient) {
        Optional<UpdateReplay.Stepped> known = steps.get(gradient);
        if (known == null) {
            known = stepGradient
                    .apply(gradient)
                    .flatMap(g -> stateBefore(gradient, g).map(state -> {
                        // no state depends on parameters that are not known
                        Bounded V = numbers.input(parameter(gradient), gradient.layer(), gradient.iteration())
                                .orElseGet(() -> LayerFormulas.zeros(g.rows(), g.columns()));
                        return update.step(V, g, state, gradient.iteration());
                    }));
            steps.put(gradient, known);
        }
        return known;
    }

    /**
     * What the optimizer carries into a step; empty where neither all iterations before nor the update before tell it.
     */
    private Optional<List<Bounded>> stateBefore(TensorName gradient, Bounded g) {
        if (update.stateCount() == 0) {
            return Optional.of(List.of());
        }
        int iteration = gradient.iteration();
        Optional<List<Bounded>> own = heldState(gradient);
        if (own.isPresent()) {
            return own.map(state -> update.held(state, iteration));
        }
        if (iteration == start.iteration()) {
            List<Bounded> zeros = Collections.nCopies(update.stateCount(), LayerFormulas.zeros(g.rows(), g.columns()));
            return Optional.of(update.carried(start.tensors().getOrDefault(gradient, zeros), iteration));
        }
        TensorName before = new TensorName(gradient.quantity(), gradient.layer(), gradient.iteration() - 1);
        return trace.holds(before.iteration())
                ? stepped(before)
                        .map(UpdateReplay.Stepped::state)
                        .or(() -> shown(before))
                        .map(state -> update.carried(state, iteration))
                : Optional.empty();
    }

    /** What the optimizer must carry into an iteration; of the first one it is given, and not a result. */
    Optional<Bounded> state(Quantity state, int l, int i) {
        Quantity parameter = state.parameter().orElseThrow();
        TensorName before = new TensorName(parameter.gradient(), l, i - 1);
        int index = update.states(parameter).indexOf(state);
        if (index < 0 || !trace.holds(i - 1)) {
            return Optional.empty();
        }
        return update.isStateStill(parameter, l)
                ? numbers.input(state, l, i - 1)
                : stepped(before).map(step -> update.kept(step.state(), i - 1).get(index));
    }

    /** All of it that the trace holds of an iteration; empty where something is missing. */
    private Optional<List<Bounded>> heldState(TensorName gradient) {
        List<Bounded> all = update.states(parameter(gradient)).stream()
                .flatMap(state -> Tensors.held(trace, state, gradient.layer(), gradient.iteration()).stream())
                .toList();
        return all.size() == update.stateCount() ? Optional.of(all) : Optional.empty();
    }

    /** The state behind a step as the update that it made shows it. */
    private Optional<List<Bounded>> shown(TensorName gradient) {
        int l = gradient.layer();
        int i = gradient.iteration();
        Quantity parameter = parameter(gradient);
        return Tensors.held(trace, parameter, l, i)
                .flatMap(before -> Tensors.held(trace, parameter, l, i + 1)
                        .flatMap(after -> update.stateBehind(before, after, parameter, l, i)));
    }

    /** What the optimizer carries out of the iteration that this starts with. */
    OptimizerState next() {
        int next = start.iteration() + 1;
        Map<TensorName, List<Bounded>> tensors = new HashMap<>();
        for (int layer = 1; layer <= trace.depth() && update.stateCount() > 0; layer++) {
            int l = layer;
            for (Quantity parameter : trace.parameters(l)) {
                stepped(new TensorName(parameter.gradient(), l, start.iteration()))
                        .ifPresent(step -> tensors.put(new TensorName(parameter.gradient(), l, next), step.state()));
            }
        }
        return new OptimizerState(next, tensors, Map.of());
    }
}
