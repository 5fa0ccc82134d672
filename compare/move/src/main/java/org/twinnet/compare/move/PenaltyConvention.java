package org.twinnet.compare.move;

import java.util.Optional;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * Whose a number of a penalty is. All say the same thing, a term g·W that a step adds to the gradient of the mean loss,
 * and each by another number: g = factor · number / divisor.
 */
public enum PenaltyConvention {
    /** λ/(2m)·ΣW² and λ/m·Σ|W| in the cost: g = λ/m. */
    NOTEBOOK("notebook", "λ", "λ/(2m)·ΣW²", "λ/m·Σ|W|", 1, Divisor.EXAMPLES, false),
    /** {@code regularizers.l2(c)}, c·ΣW² in the loss without a ½, and {@code l1(c)}, c·Σ|W|: g = 2c. */
    KERAS("keras", "c", "c·ΣW²", "c·Σ|W|", 2, Divisor.NONE, false),
    /** {@code weight_decay} of an optimizer, which adds c·θ to the gradient of every parameter: g = c. */
    PYTORCH("pytorch", "c", "gradient + c·θ, biases too", "", 1, Divisor.NONE, true),
    /** {@code alpha} of {@code MLPClassifier}, divided by the examples of the batch: g = α/B. */
    SCIKIT_LEARN("scikit-learn", "α", "α/(2B)·ΣW²", "", 1, Divisor.BATCH, false),
    /** {@code weight_decay} of a solver, on biases too unless their {@code decay_mult} is 0: g = c. */
    CAFFE("caffe", "c", "c/2·Σθ², biases too", "c·Σ|θ|, biases too", 1, Divisor.NONE, true),
    /** {@code l2(c)} and {@code l1(c)}: g = c. */
    DL4J("dl4j", "c", "c/2·ΣW²", "c·Σ|W|", 1, Divisor.NONE, false);

    /** What a number is divided by. */
    private enum Divisor {
        NONE(""),
        EXAMPLES("m"),
        BATCH("B");

        private final String letter;

        Divisor(String letter) {
            this.letter = letter;
        }
    }

    private final String word;
    private final String letter;
    private final String squares;
    private final String magnitudes;
    private final int factor;
    private final Divisor divisor;
    private final boolean biases;

    PenaltyConvention(
            String word,
            String letter,
            String squares,
            String magnitudes,
            int factor,
            Divisor divisor,
            boolean biases) {
        this.word = word;
        this.letter = letter;
        this.squares = squares;
        this.magnitudes = magnitudes;
        this.factor = factor;
        this.divisor = divisor;
        this.biases = biases;
    }

    /**
     * What users call it.
     *
     * @return such as {@code scikit-learn}
     */
    public String word() {
        return word;
    }

    /**
     * The formula of the squares.
     *
     * @return as text
     */
    public String squares() {
        return squares;
    }

    /**
     * The formula of the magnitudes.
     *
     * @return as text; empty where it has none
     */
    public Optional<String> magnitudes() {
        return magnitudes.isEmpty() ? Optional.empty() : Optional.of(magnitudes);
    }

    /**
     * Whether biases are penalized unless somebody takes them out.
     *
     * @return true where the number is that of every parameter
     */
    public boolean penalizesBiases() {
        return biases;
    }

    /**
     * What stands before W in the step, g of g·W.
     *
     * @param number the number of this convention
     * @param m training examples
     * @param batch B, examples of the batch
     * @return factor · number / divisor
     */
    public double coefficient(double number, int m, int batch) {
        return factor * number / divisor(m, batch);
    }

    /**
     * The same penalty's number in another convention.
     *
     * @param number the number of this convention
     * @param other the other one
     * @param m training examples
     * @param batch B, examples of the batch
     * @return the number that gives the same step on such a batch
     */
    public double translated(double number, PenaltyConvention other, int m, int batch) {
        return coefficient(number, m, batch) * other.divisor(m, batch) / other.factor;
    }

    /**
     * The same as text.
     *
     * @param other the other convention
     * @return such as {@code λ/(2m)}
     */
    public String formula(PenaltyConvention other) {
        boolean divided = divisor != other.divisor;
        String times = (factor > other.factor ? "2" : "") + (divided ? other.divisor.letter : "");
        String over = (other.factor > factor ? "2" : "") + (divided ? divisor.letter : "");
        String quotient = over.length() > 1 ? "(" + over + ")" : over;
        return (times.isEmpty() ? "" : times + "·") + letter + (quotient.isEmpty() ? "" : "/" + quotient);
    }

    private double divisor(int m, int batch) {
        return switch (divisor) {
            case NONE -> 1;
            case EXAMPLES -> m;
            case BATCH -> batch;
        };
    }

    /**
     * A penalty whose λ₂ and λ₁ are numbers of this convention, in the terms of an experiment.
     *
     * @param stated what somebody gave
     * @param ofBiases whether somebody said that biases are penalized, or are not
     * @param normalized whether the network has batch normalization
     * @return the same penalty
     * @throws SettingException if the convention has no such number, a coefficient is given as well, or γ and β would
     *     have to be penalized
     */
    public Penalty translated(Penalty stated, Optional<Boolean> ofBiases, boolean normalized) {
        if (this == NOTEBOOK) {
            return stated;
        }
        require(
                stated.l2Coefficient() == 0,
                "penalty.l2_coefficient",
                "is a number of dl4j, and penalties are those of " + word + "; leave one of both out");
        require(
                stated.l1Coefficient() == 0,
                "penalty.l1_coefficient",
                "is a number of dl4j, and penalties are those of " + word + "; leave one of both out");
        require(
                stated.l1() == 0 || !magnitudes.isEmpty(),
                "penalty.l1",
                "is no number of " + word + ", which has no L1; give what your code adds as penalty.l1_coefficient,"
                        + " with penalties of dl4j");
        boolean all = ofBiases.orElse(biases || stated.biases()) && (stated.l2() > 0 || stated.l1() > 0);
        require(
                !(all && normalized && biases),
                "penalty.biases",
                "would be true, as " + word + " penalizes every parameter, gamma and beta of batch normalization too,"
                        + " which DL4J does not; where your code leaves out all but weights, say penalty.biases false");
        if (divisor == Divisor.BATCH) {
            return new Penalty(factor * stated.l2(), 0, 0, 0, all, PenaltyOver.BATCH);
        }
        return new Penalty(0, 0, factor * stated.l2(), stated.l1(), all, PenaltyOver.TRAINING_SET);
    }

    private static void require(boolean fine, String key, String reason) {
        if (!fine) {
            throw new SettingException(key, reason);
        }
    }
}
