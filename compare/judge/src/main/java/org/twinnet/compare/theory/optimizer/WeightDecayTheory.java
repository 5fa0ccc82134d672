package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Decoupled weight decay, which an update of weights has beside the optimizer's step U.
 *
 * <pre>
 *   update  U + α·c·W       εU + c·(α + εα)·εW + c·(εα + γ₃·(α + εα))·(|W| + 2εW) + u·(|U| + 2εU) + 2τ
 *   next    W − update      3u·(1 + α·c)·(|W| + 2εW) more: a program may shrink W first, by 1 − α·c
 * </pre>
 *
 * @param decay c
 */
public record WeightDecayTheory(double decay) implements Chapter {

    @Override
    public String formula() {
        return "W = W − α·c·W beside the step";
    }

    @Override
    public List<Mistake> mistakes() {
        return WeightDecayMistakes.all();
    }

    /**
     * Adds the decay.
     *
     * @param W the weights before the step, not modified
     * @param rate αₜ
     * @param update what the optimizer subtracts, modified
     * @param rounding the format that programs compute in
     */
    public void addTo(Bounded W, BoundedNumber rate, Bounded update, Rounding rounding) {
        double share = decay * rate.value();
        double moved = decay * (rate.value() + rate.error());
        double rounded = decay * rate.error() + rounding.gamma(3) * moved;
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.values(i);
            double[] ew = W.errors(i);
            double[] step = update.values(i);
            double[] error = update.errors(i);
            for (int k = 0; k < w.length; k++) {
                error[k] += moved * ew[k]
                        + rounded * (Math.abs(w[k]) + 2 * ew[k])
                        + rounding.u() * (Math.abs(step[k]) + 2 * error[k])
                        + 2 * rounding.tiny();
                step[k] += share * w[k];
            }
        }
    }

    /**
     * Allows for programs that shrink the weights before they step.
     *
     * @param W the weights before the step, not modified
     * @param rate αₜ
     * @param next the weights after it; its errors grow
     * @param rounding the format that programs compute in
     */
    public void shrinkFirst(Bounded W, BoundedNumber rate, Bounded next, Rounding rounding) {
        double rounded = 3 * rounding.u() * (1 + decay * (rate.value() + rate.error()));
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.values(i);
            double[] ew = W.errors(i);
            double[] error = next.errors(i);
            for (int k = 0; k < w.length; k++) {
                error[k] += rounded * (Math.abs(w[k]) + 2 * ew[k]);
            }
        }
    }
}
