package org.twinnet.compare.theory.penalty;

import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/** No regularization: 0 to the last bit. */
public record NoPenaltyTheory() implements PenaltyTheory {

    @Override
    public String formula() {
        return "penalty = 0";
    }

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        return BoundedNumber.exact(0);
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        for (int i = 0; i < gradient.rows(); i++) {
            Arrays.fill(gradient.values(i), 0);
            Arrays.fill(gradient.errors(i), 0);
        }
    }
}
