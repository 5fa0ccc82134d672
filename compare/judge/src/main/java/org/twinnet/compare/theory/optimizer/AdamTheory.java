package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Adam, and AMSGrad with the largest v of all iterations in place of v.
 *
 * <pre>
 *   m'      β₁·m + (1 − β₁)·g      as {@link MomentumTheory}
 *   v'      β₂·v + (1 − β₂)·g²     as {@link SquaresTheory}
 *   v'ₘₐₓ   max(vₘₐₓ, v')          max(εvₘₐₓ, εv')
 *   update  α·c·m'/(√v' + e)       as {@link RootStep}, with c = √(1 − β₂ᵗ)/(1 − β₁ᵗ); e is ε before
 *                                  the correction, and ε·√(1 − β₂ᵗ) after it
 *   1 − βᵗ  absolute error (γₜ₊₂ + (1 + δ)ᵗ − 1)·βᵗ + u·(1 − βᵗ): a program may multiply t times; δ = εβ/β
 *   |m'|/√v' ≤ √(β₁²·m²/(β₂·v) + (1 − β₁)²/(1 − β₂))     Cauchy and Schwarz
 * </pre>
 *
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param place where ε is added
 * @param largest whether the largest v counts
 */
public record AdamTheory(double beta1, double beta2, double epsilon, EpsilonPlace place, boolean largest)
        implements OptimizerTheory {

    @Override
    public String formula() {
        String v = largest ? "vₘₐₓ" : "v";
        String step = place == EpsilonPlace.AFTER_CORRECTION
                ? "α·m/(1 − β₁ᵗ)/(√(" + v + "/(1 − β₂ᵗ)) + ε)"
                : "α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√" + v + " + ε)";
        return "m = β₁·m + (1 − β₁)·dV, v = β₂·v + (1 − β₂)·dV², "
                + (largest ? "vₘₐₓ = max(vₘₐₓ, v), " : "")
                + "V = V − "
                + step;
    }

    @Override
    public List<Mistake> mistakes() {
        return RootMistakes.ofAdam(largest);
    }

    @Override
    public int stateCount() {
        return largest ? 3 : 2;
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
        new MomentumTheory(beta1, true).step(V, g, state.subList(0, 1), t, rate, rounding, update, nextState);
        new SquaresTheory(beta2, 1 - beta2).next(g, state.get(1), nextState.get(1), rounding);
        if (largest) {
            keepLargest(state.get(2), nextState.get(1), nextState.get(2));
        }
        BoundedNumber first = remaining(beta1, t, rounding);
        BoundedNumber second = remaining(beta2, t, rounding);
        double rootError = second.error() / second.value() / 2 + rounding.u();
        double root = Math.sqrt(second.value());
        double c = root / first.value();
        double relative = rootError + first.error() / first.value() + 4 * rounding.u();
        // a program may divide α first, as PyTorch does, and an α near the largest number is infinite then
        boolean overflows = rate.value() / first.value() > rounding.largest();
        RootStep step = new RootStep(
                rate,
                new BoundedNumber(c, overflows ? Double.POSITIVE_INFINITY : c * relative),
                place == EpsilonPlace.AFTER_CORRECTION
                        ? new BoundedNumber(
                                epsilon * root,
                                epsilon * root * (rootError + 2 * rounding.u())
                                        + root * rounding.representation(epsilon))
                        : BoundedNumber.given(epsilon, rounding),
                rounding);
        Bounded divisor = nextState.get(largest ? 2 : 1);
        for (int i = 0; i < g.rows(); i++) {
            double[] m = nextState.get(0).values(i);
            double[] em = nextState.get(0).errors(i);
            double[] v = divisor.values(i);
            double[] ev = divisor.errors(i);
            double[] u = update.values(i);
            double[] error = update.errors(i);
            for (int k = 0; k < m.length; k++) {
                step.take(m[k], em[k], v[k], ev[k], largestQuotient(state, i, k, rounding));
                u[k] = step.value();
                error[k] = step.error();
            }
        }
    }

    static void keepLargest(Bounded before, Bounded v, Bounded next) {
        for (int i = 0; i < v.rows(); i++) {
            for (int k = 0; k < v.columns(); k++) {
                next.values(i)[k] = Math.max(before.values(i)[k], v.values(i)[k]);
                next.errors(i)[k] = Math.max(before.errors(i)[k], v.errors(i)[k]);
            }
        }
    }

    /** 1 − βᵗ. */
    static BoundedNumber remaining(double beta, int t, Rounding rounding) {
        double power = Math.pow(beta, t);
        double value = 1 - power;
        double ofBeta = beta == 0 ? 0 : Math.expm1(t * (rounding.representation(beta) / beta));
        return new BoundedNumber(value, (rounding.gamma(t + 2) + ofBeta) * power + rounding.u() * value);
    }

    private double largestQuotient(List<Bounded> state, int i, int k, Rounding rounding) {
        double m = Math.abs(state.get(0).values(i)[k]) + state.get(0).errors(i)[k];
        double v = state.get(1).values(i)[k] - state.get(1).errors(i)[k];
        double share = 1 - beta1 + rounding.representation(beta1);
        double fresh = share * share / Math.max(0, 1 - beta2 - rounding.representation(beta2));
        if (m == 0 || beta1 == 0) {
            return 1.01 * Math.sqrt(fresh);
        }
        // a program may have lost a v that it needs, or never have had one
        return v > 0 ? 1.01 * Math.sqrt(beta1 * beta1 * m / beta2 * (m / v) + fresh) : Double.POSITIVE_INFINITY;
    }
}
