package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * A rate that falls by the same factor in every iteration.
 *
 * <pre>
 *   αₜ = α·factorⁿ     factorⁿ·εα + (γₙ₊₄ + (1 + δ)ⁿ − 1)·αₜ + τ·(1 + α); n = t − 1, δ = εfactor/factor
 * </pre>
 *
 * <p>A program may multiply n times, or take a power, whose last digits are good to 2u, and multiply once. Where a
 * power has left the range of the format downwards, α times as much is missing.
 *
 * @param alpha α
 * @param factor by what it falls
 */
public record ExponentialTheory(BoundedNumber alpha, double factor) implements ScheduleTheory {

    @Override
    public String formula() {
        return "αₜ = α·factorᵗ⁻¹";
    }

    @Override
    public BoundedNumber rate(int t, Rounding rounding) {
        return fallen(alpha, factor, t - 1, rounding);
    }

    /** α·factorⁿ; the first rate is α itself. */
    static BoundedNumber fallen(BoundedNumber alpha, double factor, int n, Rounding rounding) {
        if (n == 0) {
            return alpha;
        }
        double share = Math.pow(factor, n);
        double rate = alpha.value() * share;
        double ofFactor = Math.expm1(n * (rounding.representation(factor) / factor));
        return new BoundedNumber(
                rate,
                share * alpha.error()
                        + (rounding.gamma(n + 4) + ofFactor) * rate
                        + rounding.tiny() * (1 + alpha.value()));
    }
}
