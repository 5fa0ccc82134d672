package org.twinnet.compare.theory.penalty;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * The norm of the weights where the L2 penalty has its square, with its λ; the gradient is the right one.
 *
 * <pre>
 *   penalty   s·Σ‖W‖, or s·√(Σ‖W‖²) of all together      s = λ/(2m), p = s·‖W‖², s·‖W‖ = √(s·p)
 *             s·εp/√(s·p) + γ₄·√(s·p)
 * </pre>
 *
 * @param lambda λ
 * @param ofAll whether there is one norm of all weights
 */
public record NormTheory(double lambda, boolean ofAll) implements PatchedPenalty {

    @Override
    public PenaltyTheory right() {
        return new L2Theory(lambda, 0);
    }

    @Override
    public String formula() {
        return ofAll ? "penalty = λ/(2m) · √(Σ‖W‖²)" : "penalty = λ/(2m) · Σ‖W‖";
    }

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        List<List<Bounded>> parts =
                ofAll ? List.of(penalized) : penalized.stream().map(List::of).toList();
        BoundedNumber sum = BoundedNumber.exact(0);
        for (List<Bounded> part : parts) {
            sum = sum.plus(norm(right().cost(part, m, rounding), lambda / (2.0 * m), rounding), rounding);
        }
        return sum;
    }

    private static BoundedNumber norm(BoundedNumber squares, double scale, Rounding rounding) {
        double norm = Math.sqrt(scale * squares.value());
        return new BoundedNumber(
                norm, norm == 0 ? 0 : scale * squares.error() / norm + rounding.gamma(4) * norm + rounding.tiny());
    }
}
