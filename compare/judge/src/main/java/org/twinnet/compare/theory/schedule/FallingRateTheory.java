package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * A learning rate that falls where it should not.
 *
 * <pre>
 *   αₜ = α/(1 + d·n), α·dⁿ or α·(1 − d·n), not below 0      n iterations before it, or one more
 *   ε  = γₙ₊₄·αₜ
 * </pre>
 *
 * @param right the schedule
 * @param form how it falls
 * @param d by how much
 * @param fromOne whether the first iteration counts as one before it
 */
public record FallingRateTheory(ScheduleTheory right, Form form, double d, boolean fromOne) implements ScheduleTheory {

    /** How a rate falls. */
    public enum Form {
        /** α/(1 + d·n). */
        HYPERBOLA("α/(1 + d·t)"),
        /** α·dⁿ. */
        POWER("α·dᵗ"),
        /** α·(1 − d·n). */
        LINE("α·(1 − d·t)");

        private final String formula;

        Form(String formula) {
            this.formula = formula;
        }
    }

    @Override
    public String formula() {
        return "αₜ = " + form.formula;
    }

    @Override
    public BoundedNumber rate(int t, Rounding rounding) {
        int n = fromOne ? t : t - 1;
        double share = switch (form) {
            case HYPERBOLA -> 1 / (1 + d * n);
            case POWER -> Math.pow(d, n);
            case LINE -> Math.max(0, 1 - d * n);
        };
        BoundedNumber whole = right.rate(t, rounding);
        double rate = share * whole.value();
        return new BoundedNumber(rate, share * whole.error() + rounding.gamma(n + 4) * rate);
    }
}
