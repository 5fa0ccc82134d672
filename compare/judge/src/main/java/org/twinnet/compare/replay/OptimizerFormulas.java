package org.twinnet.compare.replay;

/**
 * The step of an optimizer other than gradient descent, with its rounding errors; ε is the error of what goes in.
 *
 * <pre>
 *   v  = μ·v + c·dV               c = 1, or 1 − μ                         γ₃·(|μ·v| + |c·dV|) + |μ|·εv + |c|·εdV
 *   s  = β₂·s + (1 − β₂)·dV²      γ₅·s + β₂·εs + (1 − β₂)·(2·|dV|·εdV + εdV²)
 *   d  = m̂/(√ŝ + ε)               γ₁₀·|d| + εm/(√ŝ + ε) + |d|·εs/(2√ŝ·(√ŝ + ε)), never more than d can be
 *   αₜ = α/(1 + d·t), α·γᵗ or α·(1 − d·t)                                          t the iteration
 * </pre>
 */
final class OptimizerFormulas {

    /**
     * |m̂| ≤ √ŝ·(1 − β₁)/√(1 − β₂) and a little more in the first steps: no step of Adam is farther from another than
     * this.
     */
    private static final double LARGEST_ADAM_STEP = 8;

    private final Recipe recipe;
    private final Arithmetic arithmetic;
    private final boolean corrected;
    private final boolean adam;

    OptimizerFormulas(Recipe recipe, Arithmetic arithmetic) {
        this.recipe = recipe;
        this.arithmetic = arithmetic;
        this.corrected = recipe.has(Alteration.ADAM, 0);
        this.adam = corrected || recipe.has(Alteration.ADAM_UNCORRECTED, 0);
    }

    /** Whether a step depends on those before it. */
    boolean hasState() {
        return adam || recipe.factor(Factor.MOMENTUM, 0) != 0 || recipe.has(Alteration.MOMENTUM_AVERAGED, 0);
    }

    boolean isAdam() {
        return adam;
    }

    Bounded velocity(Bounded before, Bounded gradient) {
        double keep = recipe.factor(adam ? Factor.ADAM_BETA_1 : Factor.MOMENTUM, 0);
        double fresh = adam || recipe.has(Alteration.MOMENTUM_AVERAGED, 0) ? 1 - keep : 1;
        return before.each((r, c, v, e, next) -> {
            double old = keep * v;
            double more = fresh * gradient.values().get(r, c);
            double error = arithmetic.gamma(3) * (Math.abs(old) + Math.abs(more))
                    + Math.abs(keep) * e
                    + Math.abs(fresh) * gradient.errors().get(r, c);
            next.set(r, c, old + more, error + arithmetic.tiny());
        });
    }

    Bounded square(Bounded before, Bounded gradient) {
        double keep = recipe.factor(Factor.ADAM_BETA_2, 0);
        return before.each((r, c, s, e, next) -> {
            double g = gradient.values().get(r, c);
            double eg = gradient.errors().get(r, c);
            double value = keep * s + (1 - keep) * g * g;
            double error = arithmetic.gamma(5) * value + keep * e + (1 - keep) * (2 * Math.abs(g) * eg + eg * eg);
            next.set(r, c, value, error + arithmetic.tiny());
        });
    }

    /** The direction of step t, from 0, given its own v and s. */
    Bounded direction(Bounded velocity, Bounded square, int t) {
        double first = corrected ? 1 - Math.pow(recipe.factor(Factor.ADAM_BETA_1, 0), t + 1) : 1;
        double second = corrected ? 1 - Math.pow(recipe.factor(Factor.ADAM_BETA_2, 0), t + 1) : 1;
        double epsilon = recipe.factor(Factor.ADAM_EPSILON, 0);
        return velocity.each((r, c, m, em, d) -> {
            double root = Math.sqrt(square.values().get(r, c) / second);
            double es = square.errors().get(r, c) / second;
            double below = root + epsilon;
            double value = m / first / below;
            // 1 − βᵗ loses digits where β is near 1: n·u of it are allowed for beside the ten operations
            double lost = arithmetic.gamma(10 + (int) Math.ceil(1 / second));
            double moved = root == 0 ? Math.sqrt(es) / below : es / (2 * root * below);
            double error = lost * Math.abs(value) + em / first / below + Math.abs(value) * moved;
            d.set(r, c, value, Math.min(error, LARGEST_ADAM_STEP) + arithmetic.tiny());
        });
    }

    /** αₜ/α. */
    double rate(int iteration) {
        double t = iteration + (recipe.has(Alteration.RATE_FROM_ONE, 0) ? 1 : 0);
        double hyperbola = 1 + recipe.factor(Factor.RATE_DECAY, 0) * t;
        double line = Math.max(0, 1 - recipe.factor(Factor.RATE_SLOPE, 0) * t);
        return Math.pow(recipe.factor(Factor.RATE_BASE, 0), t) * line / hyperbola;
    }
}
