package org.twinnet.compare.tuning;

import java.util.Locale;

/** What a candidate is judged by, on examples that it was not trained on. */
public enum Metric {
    /** Mean cross-entropy without penalty: the smaller the better. */
    CROSS_ENTROPY {
        @Override
        public double of(double[] probabilities, double[] labels) {
            double sum = 0;
            for (int j = 0; j < labels.length; j++) {
                double p = labels[j] == 1 ? probabilities[j] : 1 - probabilities[j];
                sum -= Math.log(clip(p));
            }
            return sum / labels.length;
        }

        @Override
        public double loss(double score) {
            return score;
        }

        @Override
        public double lossOfGuessing() {
            return Math.log(2);
        }
    },
    /** Share of correct labels: the larger the better. */
    ACCURACY {
        @Override
        public double of(double[] probabilities, double[] labels) {
            int correct = 0;
            for (int j = 0; j < labels.length; j++) {
                correct += (clip(probabilities[j]) > 0.5) == (labels[j] == 1) ? 1 : 0;
            }
            return (double) correct / labels.length;
        }

        @Override
        public double loss(double score) {
            return -score;
        }

        @Override
        public double lossOfGuessing() {
            return -0.5;
        }
    };

    /** A wrong prediction without any doubt would cost +∞ and hide all others. */
    private static final double SMALLEST_PROBABILITY = 1e-15;

    /**
     * Judges predictions.
     *
     * @param probabilities predicted probability of class 1 of each example
     * @param labels 0 or 1 of each example
     * @return for cross-entropy −(1/m)·Σ ln p of the right class, p at least 1e-15; for accuracy the share of right
     *     labels
     * @throws ArithmeticException if a prediction is not a number
     */
    public abstract double of(double[] probabilities, double[] labels);

    /**
     * A score as a loss, so that the smaller is always the better.
     *
     * @param score a score
     * @return the score of cross-entropy, minus the score of accuracy
     */
    public abstract double loss(double score);

    /**
     * The loss of a network that gives both classes of balanced examples the same probability.
     *
     * @return ln 2 for cross-entropy, −½ for accuracy
     */
    public abstract double lossOfGuessing();

    /**
     * The name that users write.
     *
     * @return such as {@code cross-entropy}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double clip(double p) {
        if (Double.isNaN(p)) {
            throw new ArithmeticException("a prediction is not a number");
        }
        return Math.max(SMALLEST_PROBABILITY, p);
    }
}
