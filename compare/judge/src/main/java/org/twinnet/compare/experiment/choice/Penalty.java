package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * What regularization adds to the loss: λ₂/(2m)·ΣW² + λ₁/m·Σ|W| + c₂/2·ΣW² + c₁·Σ|W| over the weights of all layers, m
 * training examples. The slope of |w| at 0 is 0.
 *
 * @param l2 the notebook's λ, λ₂; 0 for none
 * @param l1 λ₁
 * @param l2Coefficient c₂, which nothing divides
 * @param l1Coefficient c₁, which nothing divides
 * @param biases whether biases are penalized as weights are
 * @param over what divides λ₂ and λ₁
 */
public record Penalty(
        @Allowed(from = 0) @Default("0.0") double l2,
        @Allowed(from = 0) @Default("0.0") double l1,
        @Allowed(from = 0) @Default("0.0") double l2Coefficient,
        @Allowed(from = 0) @Default("0.0") double l1Coefficient,
        @Default("false") boolean biases,
        @Default("training-set") PenaltyOver over) {

    /** No penalty. */
    public static final Penalty NONE = l2(0);

    /**
     * Checks the strengths.
     *
     * @param l2 λ₂
     * @param l1 λ₁
     * @param l2Coefficient c₂
     * @param l1Coefficient c₁
     * @param biases whether biases are penalized
     * @param over what divides λ₂ and λ₁
     * @throws SettingException if one of them is below 0 or not finite
     */
    public Penalty {
        Components.check(Penalty.class, l2, l1, l2Coefficient, l1Coefficient, biases, over);
    }

    /**
     * The L2 penalty.
     *
     * @param lambda the notebook's λ
     * @return λ/(2m)·ΣW²
     * @throws SettingException if λ is below 0 or not finite
     */
    public static Penalty l2(double lambda) {
        return new Penalty(lambda, 0, 0, 0, false, PenaltyOver.TRAINING_SET);
    }

    /**
     * The L1 penalty.
     *
     * @param lambda λ
     * @return λ/m·Σ|W|
     * @throws SettingException if λ is below 0 or not finite
     */
    public static Penalty l1(double lambda) {
        return new Penalty(0, lambda, 0, 0, false, PenaltyOver.TRAINING_SET);
    }

    /**
     * The same with another λ₂.
     *
     * @param lambda λ₂
     * @return a penalty with all else of this one
     * @throws SettingException if λ₂ is below 0 or not finite
     */
    public Penalty withL2(double lambda) {
        return new Penalty(lambda, l1, l2Coefficient, l1Coefficient, biases, over);
    }

    /**
     * What divides λ₂ and λ₁.
     *
     * @param m number of training examples
     * @param batch number of examples of the batch
     * @return one of them
     */
    public int divisor(int m, int batch) {
        return over == PenaltyOver.BATCH ? batch : m;
    }

    /**
     * What stands before ½·ΣW².
     *
     * @param examples number of examples that λ₂ is divided by
     * @return λ₂/m + c₂
     */
    public double squares(int examples) {
        return l2 / examples + l2Coefficient;
    }

    /**
     * What stands before Σ|W|.
     *
     * @param examples number of examples that λ₁ is divided by
     * @return λ₁/m + c₁
     */
    public double magnitudes(int examples) {
        return l1 / examples + l1Coefficient;
    }

    /**
     * Whether magnitudes are penalized, which have a kink at 0.
     *
     * @return true with L1
     */
    public boolean hasMagnitudes() {
        return l1 > 0 || l1Coefficient > 0;
    }

    /**
     * Whether anything is penalized.
     *
     * @return false where all strengths are 0
     */
    public boolean isOn() {
        return l2 > 0 || l2Coefficient > 0 || hasMagnitudes();
    }
}
