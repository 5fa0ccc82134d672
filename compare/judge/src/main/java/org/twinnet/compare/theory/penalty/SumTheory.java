package org.twinnet.compare.theory.penalty;

import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * Several penalties at once, x + y: errors add up, and u·(|x| + |y|) for each addition.
 *
 * @param parts the penalties, at least one
 * @param penalizesBiases whether biases are penalized as weights are
 */
public record SumTheory(List<PenaltyTheory> parts, boolean penalizesBiases) implements PenaltyTheory {

    /**
     * Copies the list.
     *
     * @param parts the penalties
     * @param penalizesBiases whether biases are penalized
     */
    public SumTheory {
        parts = List.copyOf(parts);
    }

    @Override
    public String formula() {
        return "penalty = "
                + parts.stream()
                        .map(part -> part.formula().replace("penalty = ", ""))
                        .collect(Collectors.joining(" + "))
                + (penalizesBiases ? ", and the same of b" : "");
    }

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        return parts.stream()
                .map(part -> part.cost(penalized, m, rounding))
                .reduce((sum, next) -> sum.plus(next, rounding))
                .orElseThrow();
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        parts.get(0).gradient(V, m, gradient, rounding);
        Bounded next = Bounded.zeros(V.rows(), V.columns());
        for (PenaltyTheory part : parts.subList(1, parts.size())) {
            part.gradient(V, m, next, rounding);
            add(next, gradient, rounding);
        }
    }

    private static void add(Bounded term, Bounded sum, Rounding rounding) {
        for (int i = 0; i < sum.rows(); i++) {
            double[] x = term.values(i);
            double[] ex = term.errors(i);
            double[] s = sum.values(i);
            double[] es = sum.errors(i);
            for (int k = 0; k < s.length; k++) {
                es[k] += ex[k] + rounding.u() * (Math.abs(s[k]) + Math.abs(x[k]));
                s[k] += x[k];
            }
        }
    }
}
