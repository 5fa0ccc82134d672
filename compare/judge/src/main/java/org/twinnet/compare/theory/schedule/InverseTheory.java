package org.twinnet.compare.theory.schedule;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * A rate that falls ever more slowly.
 *
 * <pre>
 *   αₜ = α/d^power     εα/d^power + (γₖ + eˣ − 1)·αₜ + τ·(1 + α)
 *   d  = 1 + rate·(t − 1), good to γ₂, so that its power is good to γ₂ₚ and what taking it costs;
 *        k = ⌈2·power⌉ + 5
 *   x  = power·εrate·(t − 1)/d + εpower·ln d
 * </pre>
 *
 * <p>Where the power has left the range of the format upwards, the rate is below α·τ.
 *
 * @param alpha α
 * @param rate how fast it falls
 * @param power the power of the divisor
 */
public record InverseTheory(BoundedNumber alpha, double rate, double power) implements ScheduleTheory {

    @Override
    public String formula() {
        return "αₜ = α/(1 + rate·(t − 1))^power";
    }

    @Override
    public BoundedNumber rate(int t, Rounding rounding) {
        if (t == 1) {
            return alpha;
        }
        double divisor = Math.pow(1 + rate * (t - 1), power);
        double value = alpha.value() / divisor;
        double base = 1 + rate * (t - 1);
        double ofGiven = Math.expm1(power * (rounding.representation(rate) * (t - 1) / base)
                + rounding.representation(power) * Math.log(base));
        int operations = (int) Math.ceil(2 * power) + 5;
        return new BoundedNumber(
                value,
                alpha.error() / divisor
                        + (rounding.gamma(operations) + ofGiven) * value
                        + rounding.tiny() * (1 + alpha.value()));
    }
}
