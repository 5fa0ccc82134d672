package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * The update of Adam where another one belongs, with or without the corrections of its first steps.
 *
 * <pre>
 *   m  = β₁·m + (1 − β₁)·g       γ₃·(|β₁·m| + |(1 − β₁)·g|) + β₁·εm + (1 − β₁)·εg + τ
 *   s  = β₂·s + (1 − β₂)·g²      γ₅·s + β₂·εs + (1 − β₂)·(2·|g| + 3εg)·εg + τ
 *   d  = m̂/(√ŝ + ε)              γₙ·|d| + εm̂/(√ŝ + ε) + |d|·εŝ/(2√ŝ·(√ŝ + ε)), never more than d can be;
 *                                n = 10 + 1/(1 − β₂ᵗ)
 *   m̂  = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ), or m and s themselves
 * </pre>
 *
 * <p>Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm 1.
 *
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param corrected whether the first steps are corrected
 */
public record AdamInPlaceTheory(double beta1, double beta2, double epsilon, boolean corrected)
        implements OptimizerTheory {

    /** With the paper's numbers. */
    public static final AdamInPlaceTheory USUAL = new AdamInPlaceTheory(0.9, 0.999, 1e-8, true);

    /** With ε = 10⁻⁷, as Keras has it. */
    public static final AdamInPlaceTheory OF_KERAS = new AdamInPlaceTheory(0.9, 0.999, 1e-7, true);

    /** Without the corrections of the first steps. */
    public static final AdamInPlaceTheory UNCORRECTED = new AdamInPlaceTheory(0.9, 0.999, 1e-8, false);

    /** |m̂| ≤ √ŝ·(1 − β₁)/√(1 − β₂) and a little more at first: no step is farther from another than twice this. */
    private static final double LARGEST_STEP = 4;

    @Override
    public String formula() {
        return "m = β₁·m + (1 − β₁)·dV, s = β₂·s + (1 − β₂)·dV², V = V − α·m̂/(√ŝ + ε)";
    }

    @Override
    public int stateCount() {
        return 2;
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
        Bounded direction = Bounded.zeros(g.rows(), g.columns());
        for (int i = 0; i < g.rows(); i++) {
            moments(g, state, i, rounding, nextState);
            direction(nextState, i, t, rounding, direction);
        }
        new GradientDescentTheory().step(V, direction, List.of(), t, rate, rounding, update, List.of());
    }

    private void moments(Bounded g, List<Bounded> state, int i, Rounding rounding, List<Bounded> nextState) {
        for (int k = 0; k < g.columns(); k++) {
            double d = g.values(i)[k];
            double ed = g.errors(i)[k];
            double old = beta1 * state.get(0).values(i)[k];
            double fresh = (1 - beta1) * d;
            nextState.get(0).values(i)[k] = old + fresh;
            nextState.get(0).errors(i)[k] = rounding.gamma(3) * (Math.abs(old) + Math.abs(fresh))
                    + beta1 * state.get(0).errors(i)[k]
                    + (1 - beta1) * ed
                    + rounding.tiny();
            double s = beta2 * state.get(1).values(i)[k] + (1 - beta2) * d * d;
            nextState.get(1).values(i)[k] = s;
            nextState.get(1).errors(i)[k] = rounding.gamma(5) * s
                    + beta2 * state.get(1).errors(i)[k]
                    + (1 - beta2) * (2 * Math.abs(d) + 3 * ed) * ed
                    + rounding.tiny();
        }
    }

    private void direction(List<Bounded> moments, int i, int t, Rounding rounding, Bounded direction) {
        double first = corrected ? 1 - Math.pow(beta1, t) : 1;
        double second = corrected ? 1 - Math.pow(beta2, t) : 1;
        // 1 − βᵗ loses digits where β is near 1: n·u of it are allowed for beside the ten operations
        double lost = rounding.gamma(10 + (int) Math.ceil(1 / second));
        for (int k = 0; k < direction.columns(); k++) {
            double root = Math.sqrt(moments.get(1).values(i)[k] / second);
            double es = moments.get(1).errors(i)[k] / second;
            double below = root + epsilon;
            double d = moments.get(0).values(i)[k] / first / below;
            double moved = root == 0 ? Math.sqrt(es) / below : es / (2 * root * below);
            double error = lost * Math.abs(d) + moments.get(0).errors(i)[k] / first / below + Math.abs(d) * moved;
            direction.values(i)[k] = d;
            direction.errors(i)[k] = Math.min(error, LARGEST_STEP) + rounding.tiny();
        }
    }
}
