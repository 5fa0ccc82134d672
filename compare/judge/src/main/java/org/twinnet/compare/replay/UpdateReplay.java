package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.optimizer.GradientDescentTheory;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.penalty.NoPenaltyTheory;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.schedule.ScheduleTheory;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/** The update of one tensor of parameters, over chapters. */
final class UpdateReplay {

    /**
     * A step of the optimizer.
     *
     * @param update what it subtracts
     * @param state what it carries out of the step
     */
    record Stepped(Bounded update, List<Bounded> state) {}

    private final Recipe recipe;
    private final StepChapters chapters;
    private final OptimizerTheory optimizer;
    private final ScheduleTheory schedule;
    private final Rounding rounding;
    private final int m;
    private final boolean stated;

    UpdateReplay(Trace trace, Recipe recipe, StepChapters chapters, Rounding rounding) {
        this.recipe = recipe;
        this.chapters = chapters;
        this.optimizer = chapters.optimizer();
        this.schedule = chapters.schedule();
        this.rounding = rounding;
        this.m = trace.exampleCount();
        this.stated = trace.hyperParameters().experiment().weightDecay() > 0;
    }

    /** Whether a parameter is never moved. */
    boolean isStill(Quantity parameter, int layer) {
        return chapters.stepFactor(parameter, layer) == 0;
    }

    boolean isStateStill(Quantity parameter, int layer) {
        return (parameter == Quantity.W && recipe.has(Variant.WEIGHT_STATE_STILL, layer))
                || (parameter == Quantity.b && recipe.has(Variant.BIAS_STATE_STILL, layer));
    }

    int stateCount() {
        return optimizer.stateCount();
    }

    /** What a trace calls each of the tensors that the optimizer carries. */
    List<Quantity> states(Quantity parameter) {
        return optimizer.stateSymbols().stream().map(parameter::state).toList();
    }

    /** α where the velocity holds it, −α where it is added; 0 where it holds none. */
    private double held(int iteration) {
        return recipe.has(Variant.VELOCITY_HOLDS_RATE, 0)
                ? rate(iteration).value()
                : recipe.has(Variant.VELOCITY_HOLDS_NEGATIVE_RATE, 0)
                        ? -rate(iteration).value()
                        : 0;
    }

    /** State as a trace holds it before an iteration, as the rule has it. */
    List<Bounded> held(List<Bounded> state, int iteration) {
        double rate = held(iteration);
        return rate == 0 ? state : withVelocity(state, 1 / rate);
    }

    /** State behind an iteration as a trace keeps it. */
    List<Bounded> kept(List<Bounded> state, int iteration) {
        double rate = held(iteration);
        return rate == 0 ? state : withVelocity(state, rate);
    }

    /** State behind one iteration as the next one meets it: a velocity that holds α goes on holding the old one. */
    List<Bounded> carried(List<Bounded> state, int iteration) {
        double rate = held(iteration);
        double before = iteration == 0 ? rate : held(iteration - 1);
        return rate == before || rate == 0 ? state : withVelocity(state, before / rate);
    }

    private List<Bounded> withVelocity(List<Bounded> state, double factor) {
        if (state.isEmpty()) {
            return state;
        }
        List<Bounded> scaled = new ArrayList<>(state);
        Bounded v = state.get(0).copy();
        Elementwise.scale(factor, v, rounding);
        Elementwise.widen(3 * rounding.u(), 0, v);
        scaled.set(0, v);
        return scaled;
    }

    private BoundedNumber rate(int iteration) {
        return schedule.rate(iteration + 1, rounding);
    }

    Stepped step(Bounded V, Bounded g, List<Bounded> state, int iteration) {
        Bounded update = Bounded.zeros(V.rows(), V.columns());
        List<Bounded> next = new ArrayList<>();
        for (int k = 0; k < optimizer.stateCount(); k++) {
            next.add(Bounded.zeros(V.rows(), V.columns()));
        }
        optimizer.step(V, g, state, iteration + 1, rate(iteration), rounding, update, next);
        return new Stepped(update, next);
    }

    /** V − update, and of weights what shrinks them beside it. */
    Bounded next(Bounded V, Bounded update, Quantity parameter, int layer, int iteration) {
        double factor = chapters.stepFactor(parameter, layer);
        Bounded step = scaled(update, factor);
        Bounded before = V;
        if (chapters.isPenalizedInUpdate(parameter, layer)) {
            // W·(1 − α·λ/m) − α·dW rounds beside W twice more
            before = V.copy();
            Elementwise.widen(2 * rounding.u(), 0, before);
        }
        PenaltyTheory decay = decay(parameter, layer);
        if (stated && !(decay instanceof NoPenaltyTheory)) {
            // some shrink W by 1 − α·decay first, which rounds twice more
            before = before.copy();
            Elementwise.widen(2 * rounding.u(), 0, before);
        }
        Bounded next = Bounded.zeros(V.rows(), V.columns());
        Elementwise.subtract(before, step, next, rounding);
        if (!(decay instanceof NoPenaltyTheory)) {
            Bounded gradient = Bounded.zeros(V.rows(), V.columns());
            decay.gradient(V, m, gradient, rounding);
            Bounded shrinking = Bounded.zeros(V.rows(), V.columns());
            BoundedNumber rate = chapters.decayRate(layer).rate(iteration + 1, rounding);
            new GradientDescentTheory()
                    .step(V, gradient, List.of(), iteration + 1, rate, rounding, shrinking, List.of());
            Bounded both = next.copy();
            Elementwise.subtract(both, scaled(shrinking, factor), next, rounding);
        }
        return next;
    }

    private PenaltyTheory decay(Quantity parameter, int layer) {
        return switch (parameter) {
            case W -> chapters.decay(layer);
            case b -> chapters.biasDecay(layer);
            case gamma, beta -> chapters.normalizationDecay(layer);
            default -> new NoPenaltyTheory();
        };
    }

    private Bounded scaled(Bounded update, double factor) {
        if (factor == 1) {
            return update;
        }
        Bounded scaled = update.copy();
        Elementwise.scale(factor, scaled, rounding);
        return scaled;
    }

    /** What the optimizer carries out of a step, as the parameters before and after it show. */
    Optional<List<Bounded>> stateBehind(Bounded before, Bounded after, Quantity parameter, int layer, int iteration) {
        double factor = chapters.stepFactor(parameter, layer);
        boolean decays = !(decay(parameter, layer) instanceof NoPenaltyTheory);
        BoundedNumber rate = rate(iteration);
        if (decays || factor == 0 || rate.value() == 0) {
            return Optional.empty();
        }
        Bounded update = Bounded.zeros(before.rows(), before.columns());
        Elementwise.subtract(before, after, update, rounding);
        return optimizer.stateBehind(scaled(update, 1 / factor), rate, rounding);
    }
}
