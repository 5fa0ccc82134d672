package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * AdaGrad.
 *
 * <pre>
 *   s'      s + g²             as {@link SquaresTheory}
 *   update  α·g/(√s' + ε)      as {@link RootStep}; |g|/√s' ≤ 1
 * </pre>
 *
 * @param epsilon ε
 */
public record AdagradTheory(double epsilon) implements OptimizerTheory {

    @Override
    public String formula() {
        return "s = s + dV², V = V − α·dV/(√s + ε)";
    }

    @Override
    public List<Mistake> mistakes() {
        return RootMistakes.ofAdagrad();
    }

    @Override
    public int stateCount() {
        return 1;
    }

    @Override
    public List<String> stateSymbols() {
        return List.of("s");
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
        new SquaresTheory(1, 1).next(g, state.get(0), nextState.get(0), rounding);
        RootStep root = new RootStep(rate, BoundedNumber.exact(1), BoundedNumber.given(epsilon, rounding), rounding);
        // 1 but for the rounding of a sum of squares
        double largest = 1.01;
        for (int i = 0; i < g.rows(); i++) {
            double[] d = g.values(i);
            double[] ed = g.errors(i);
            double[] s = nextState.get(0).values(i);
            double[] es = nextState.get(0).errors(i);
            double[] step = update.values(i);
            double[] error = update.errors(i);
            for (int k = 0; k < d.length; k++) {
                root.take(d[k], ed[k], s[k], es[k], largest);
                step[k] = root.value();
                error[k] = root.error();
            }
        }
    }
}
