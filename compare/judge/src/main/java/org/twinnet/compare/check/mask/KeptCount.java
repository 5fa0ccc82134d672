package org.twinnet.compare.check.mask;

import java.util.List;

/**
 * How many units masks keep, if each is kept by chance: a sum of binomial counts, whose keep probabilities may differ.
 *
 * <pre>
 *   P(T ≤ t) = 1/(N + 1)·Σⱼ φ(ωⱼ)·Σₖ₌₀ᵗ e^(−iωⱼk),   ωⱼ = 2πj/(N + 1),   φ(ω) = Π (1 − p + p·e^(iω))ⁿ,   N = Σ n
 * </pre>
 *
 * <p>Source: Hong, On computing the distribution function for the Poisson binomial distribution, Computational
 * Statistics &amp; Data Analysis 59, 2013.
 */
final class KeptCount {

    /** Terms of the sum below it change nothing. */
    private static final double SMALLEST = -50;

    /**
     * Entries with one keep probability.
     *
     * @param entries how many, n
     * @param keep keep probability p
     */
    record Share(long entries, double keep) {}

    private final List<Share> shares;
    private final long entries;

    KeptCount(List<Share> shares) {
        this.shares = List.copyOf(shares);
        this.entries = shares.stream().mapToLong(Share::entries).sum();
    }

    long entries() {
        return entries;
    }

    /** Σ n·p / N. */
    double expectedFraction() {
        return shares.stream()
                        .mapToDouble(share -> share.entries() * share.keep())
                        .sum()
                / entries;
    }

    /**
     * Probability that chance keeps so many or fewer, or so many or more, whichever is less; twice that is the chance
     * of both sides.
     */
    double tail(long kept) {
        return Math.min(atMost(kept), 1 - atMost(kept - 1));
    }

    /** The count on the same side of the expectation that chance just goes to with a probability of both sides. */
    long farthest(long kept, double probability) {
        double expected = entries * expectedFraction();
        long near = Math.round(expected);
        long far = kept < expected ? -1 : entries + 1;
        while (Math.abs(far - near) > 1) {
            long middle = (near + far) / 2;
            if (2 * tail(middle) >= probability) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }

    private double atMost(long t) {
        if (t < 0) {
            return 0;
        }
        if (t >= entries) {
            return 1;
        }
        double sum = t + 1.0;
        for (long j = 1; 2 * j <= entries + 1; j++) {
            double omega = 2 * Math.PI * j / (entries + 1);
            double logarithm = 0;
            double angle = 0;
            for (Share share : shares) {
                double real = 1 - share.keep() + share.keep() * Math.cos(omega);
                double imaginary = share.keep() * Math.sin(omega);
                logarithm += share.entries() * Math.log(Math.hypot(real, imaginary));
                angle += share.entries() * Math.atan2(imaginary, real);
            }
            if (logarithm < SMALLEST) {
                break;
            }
            // Σ e^(−iωk) = e^(−iωt/2)·sin((t + 1)ω/2)/sin(ω/2); the terms of j and N + 1 − j are conjugate
            double ratio = Math.sin((t + 1) * omega / 2) / Math.sin(omega / 2);
            double both = entries + 1 == 2 * j ? 1 : 2;
            sum += both * Math.exp(logarithm) * ratio * Math.cos(angle - omega * t / 2);
        }
        return Math.min(1, Math.max(0, sum / (entries + 1)));
    }
}
