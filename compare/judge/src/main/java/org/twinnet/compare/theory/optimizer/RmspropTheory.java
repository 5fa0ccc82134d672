package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * RMSProp.
 *
 * <pre>
 *   s'      ρ·s + (1 − ρ)·g²     as {@link SquaresTheory}
 *   update  α·g/(√s' + ε)        as {@link RootStep}; |g|/√s' ≤ 1/√(1 − ρ)
 * </pre>
 *
 * @param decay ρ
 * @param epsilon ε
 */
public record RmspropTheory(double decay, double epsilon) implements OptimizerTheory {

    @Override
    public String formula() {
        return "s = ρ·s + (1 − ρ)·dV², V = V − α·dV/(√s + ε)";
    }

    @Override
    public List<Mistake> mistakes() {
        return RootMistakes.ofRmsprop();
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
        new SquaresTheory(decay, 1 - decay).next(g, state.get(0), nextState.get(0), rounding);
        RootStep root = new RootStep(rate, BoundedNumber.exact(1), BoundedNumber.given(epsilon, rounding), rounding);
        // 1.01 for the rounding of a sum of squares
        double largest = 1.01 / Math.sqrt(Math.max(0, 1 - decay - rounding.representation(decay)));
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
