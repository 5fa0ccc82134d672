package org.twinnet.compare.theory.optimizer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * A step that divides by the root of squared gradients, in another form than the right one.
 *
 * <pre>
 *   m'      β₁·m + (1 − β₁)·g, or g itself where there is no first moment      as {@link VelocityTheory}
 *   s'      ρ·s + c·g²                                                         as {@link SquaresTheory}
 *   update  α·m̂/(√ŝ + ε), α·m̂/√(ŝ + ε) or α·m̂/(ŝ + ε)                        as {@link RootStep}
 *   m̂, ŝ    m'/(1 − β₁ᵗ) and s'/(1 − β₂ᵗ) of Adam                              εm'/d + |m̂|·(εd/d + u), d = 1 − βᵗ
 * </pre>
 *
 * <p>No bound on the quotient is used: where s is 0 up to rounding, nothing is known of the step but its ε.
 *
 * @param right the right optimizer
 * @param slips in what it is another one
 */
record RootFormTheory(Optimizer right, Set<Slip> slips) implements OptimizerTheory {

    /** What is left out or done otherwise. */
    enum Slip {
        /** m for m/(1 − β₁ᵗ). */
        FIRST_NOT_CORRECTED,
        /** s for s/(1 − β₂ᵗ). */
        SECOND_NOT_CORRECTED,
        /** t − 1 for t. */
        ONE_BEHIND,
        /** t + 1 for t. */
        ONE_AHEAD,
        /** m = (1 − β₁)·g. */
        FIRST_NOT_CARRIED,
        /** s = c·g². */
        SECOND_NOT_CARRIED,
        /** m = β₁·m + g. */
        FIRST_SUMMED,
        /** s = ρ·s + g². */
        SECOND_SUMMED,
        /** s = ρ·s + c·g. */
        NOT_SQUARED,
        /** √(s + ε). */
        EPSILON_INSIDE,
        /** s + ε. */
        ROOT_MISSING
    }

    RootFormTheory {
        slips = Set.copyOf(slips);
    }

    static RootFormTheory of(Optimizer right, Slip... slips) {
        Set<Slip> all = EnumSet.noneOf(Slip.class);
        all.addAll(List.of(slips));
        return new RootFormTheory(right, all);
    }

    private boolean has(Slip slip) {
        return slips.contains(slip);
    }

    private OptimizerTheory rightTheory() {
        return OptimizerTheory.of(right);
    }

    @Override
    public String formula() {
        return rightTheory().formula();
    }

    @Override
    public int stateCount() {
        return rightTheory().stateCount();
    }

    @Override
    public List<String> stateSymbols() {
        return rightTheory().stateSymbols();
    }

    @Override
    public void step(
            Bounded V,
            Bounded g,
            List<Bounded> state,
            int t,
            BoundedNumber rate,
            Rounding rounding,
            Bounded update,
            List<Bounded> nextState) {
        int second = stateSymbols().indexOf("s");
        Bounded x = g;
        if (second > 0) {
            firstMoment().next(g, state.get(0), nextState.get(0), rounding);
            x = nextState.get(0);
        }
        Bounded s = nextState.get(second);
        squares(g, state.get(second), s, rounding);
        if (right instanceof Optimizer.Amsgrad) {
            AdamTheory.keepLargest(state.get(second + 1), s, nextState.get(second + 1));
            s = nextState.get(second + 1);
        }
        int time = t + (has(Slip.ONE_AHEAD) ? 1 : 0) - (has(Slip.ONE_BEHIND) ? 1 : 0);
        divide(x, s, time, rate, rounding, update);
    }

    private VelocityTheory firstMoment() {
        double beta1 = ((Optimizer.Moments) right).beta1();
        return new VelocityTheory(has(Slip.FIRST_NOT_CARRIED) ? 0 : beta1, has(Slip.FIRST_SUMMED) ? 1 : 1 - beta1);
    }

    private void squares(Bounded g, Bounded s, Bounded nextS, Rounding rounding) {
        double kept = right instanceof Optimizer.Moments adam
                ? adam.beta2()
                : right instanceof Optimizer.Rmsprop rmsprop ? rmsprop.decay() : 1;
        double share = right instanceof Optimizer.Adagrad || has(Slip.SECOND_SUMMED) ? 1 : 1 - kept;
        double carried = has(Slip.SECOND_NOT_CARRIED) ? 0 : kept;
        if (has(Slip.NOT_SQUARED)) {
            new VelocityTheory(carried, share).next(g, s, nextS, rounding);
        } else {
            new SquaresTheory(carried, share).next(g, s, nextS, rounding);
        }
    }

    private double epsilon() {
        return right instanceof Optimizer.Moments adam
                ? adam.epsilon()
                : right instanceof Optimizer.Rmsprop rmsprop
                        ? rmsprop.epsilon()
                        : ((Optimizer.Adagrad) right).epsilon();
    }

    /** ε of the formula with ŝ, which a correction behind it divides as well. */
    private BoundedNumber epsilon(BoundedNumber ofSecond, Rounding rounding) {
        double e = epsilon();
        if (right instanceof Optimizer.Moments adam && adam.epsilonPlace() != EpsilonPlace.AFTER_CORRECTION) {
            double moved = e / Math.sqrt(ofSecond.value());
            return new BoundedNumber(moved, moved * (ofSecond.error() / ofSecond.value() + 2 * rounding.u()));
        }
        return BoundedNumber.exact(e);
    }

    private BoundedNumber correction(Slip without, int time, boolean first, Rounding rounding) {
        return right instanceof Optimizer.Moments adam && !has(without)
                ? AdamTheory.remaining(first ? adam.beta1() : adam.beta2(), time, rounding)
                : BoundedNumber.exact(1);
    }

    private void divide(Bounded x, Bounded s, int time, BoundedNumber rate, Rounding rounding, Bounded update) {
        BoundedNumber first = correction(Slip.FIRST_NOT_CORRECTED, time, true, rounding);
        BoundedNumber second = correction(Slip.SECOND_NOT_CORRECTED, time, false, rounding);
        BoundedNumber epsilon = epsilon(second, rounding);
        boolean inside = has(Slip.EPSILON_INSIDE);
        RootStep step = new RootStep(rate, BoundedNumber.exact(1), inside ? BoundedNumber.exact(0) : epsilon, rounding);
        double u = rounding.u();
        for (int i = 0; i < x.rows(); i++) {
            for (int k = 0; k < x.columns(); k++) {
                double m = x.values(i)[k] / first.value();
                double em = x.errors(i)[k] / first.value() + Math.abs(m) * (first.error() / first.value() + u);
                double v = s.values(i)[k] / second.value();
                double ev = s.errors(i)[k] / second.value() + Math.abs(v) * (second.error() / second.value() + u);
                if (inside) {
                    v += epsilon.value();
                    ev += epsilon.error() + u * v;
                } else if (has(Slip.ROOT_MISSING)) {
                    ev = (2 * v + ev) * ev + u * v * v;
                    v *= v;
                }
                step.take(m, em, v, ev, Double.POSITIVE_INFINITY);
                update.values(i)[k] = step.value();
                update.errors(i)[k] = step.error();
            }
        }
    }
}
