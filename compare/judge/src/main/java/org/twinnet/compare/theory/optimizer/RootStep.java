package org.twinnet.compare.theory.optimizer;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * A step that divides by a root, U = α·c·x/(√s + ε).
 *
 * <pre>
 *   r = √s     εr = εs/(√s + √(s − εs)) + 2u·√s, and √s + εs/√s where s may be 0
 *   q = x/(r + ε)     εq = εx/d + |x|·(εr + εε + 2u·(r + ε))/(d·(r + ε)) + 2u·|q|     d = max(0, r − εr) + ε − εε
 *   U = α·c·q     α·c·εq + (c·εα + α·εc + 8u·α·c)·(|q| + εq) + 4τ·(1 + α·c)
 * </pre>
 *
 * <p>An x that is 0 up to rounding, such as the gradient of a bias before batch normalization, has an s that is 0 up to
 * rounding: d is ε then, and rounding alone may move the parameter by α·c·εx/ε. No program moves it farther than by the
 * largest quotient that there is, κ ≥ |x|/√s whatever the gradient was, so that εq ≤ |q| + κ + 1; the 1 is for squares
 * that leave the range of the format downwards, which may not outweigh an ε of 6000·√τ or more, about 10⁻¹⁵⁰ for
 * doubles and 10⁻¹⁵ for floats.
 */
final class RootStep {

    private final double u;
    private final double tiny;
    private final double epsilon;
    private final double epsilonError;
    private final boolean safe;
    private final double scale;
    private final double scaleError;
    private double value;
    private double error;

    /**
     * Prepares a step.
     *
     * @param rate α
     * @param correction c
     * @param epsilon ε
     */
    RootStep(BoundedNumber rate, BoundedNumber correction, BoundedNumber epsilon, Rounding rounding) {
        this.u = rounding.u();
        this.tiny = rounding.tiny();
        this.epsilon = epsilon.value();
        this.epsilonError = epsilon.error();
        // squares that become 0 leave a quotient below 1
        this.safe = epsilon.value() >= 6000 * Math.sqrt(rounding.tiny());
        this.scale = rate.value() * correction.value();
        this.scaleError =
                correction.value() * rate.error() + (rate.value() + rate.error()) * correction.error() + 8 * u * scale;
    }

    /** Takes it in one parameter: x and s with their errors, and κ. */
    void take(double x, double ex, double s, double es, double largest) {
        double root = Math.sqrt(s);
        double low = Math.sqrt(Math.max(0, s - es));
        // where s may be 0 the root may be 0 too, or √(s + εs) ≤ √s + √εs
        double rootError = (low > 0 ? es / (root + low) : Math.max(root, Math.sqrt(es))) + 2 * u * root;
        double divisor = root + epsilon;
        double least = Math.max(0, root - rootError) + Math.max(0, epsilon - epsilonError);
        double quotient = x / divisor;
        double magnitude = Math.abs(quotient);
        double moved = (ex + 3 * tiny) / least
                + magnitude * ((rootError + epsilonError + 2 * u * divisor) / least)
                + 2 * u * magnitude;
        if (safe && largest < Double.POSITIVE_INFINITY) {
            moved = Math.min(moved, magnitude + largest + 1);
        }
        value = scale * quotient;
        double bound = scale * moved + scaleError * (magnitude + moved) + 4 * tiny * (1 + scale);
        // 0·∞ where a square may have overflowed
        error = Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }

    double value() {
        return value;
    }

    double error() {
        return error;
    }
}
