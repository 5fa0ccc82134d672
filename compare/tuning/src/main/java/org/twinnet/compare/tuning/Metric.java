package org.twinnet.compare.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/** What a candidate is judged by, on examples that it was not trained on. */
public enum Metric {
    /**
     * Mean cross-entropy without penalty, the smaller the better: 1/m·Σ −ln p of the class that an example has, and of
     * several binary outputs 1/m·ΣΣ −ln p of the right label. A p counts as 1e-15 at least: a wrong prediction without
     * any doubt would cost +∞ and hide all others.
     */
    CROSS_ENTROPY(false, false) {
        @Override
        public double of(double[] outputs, Dataset examples, Dataset whole) {
            int m = requireNumbers(outputs, examples);
            boolean classes = examples.targets().kind() == Targets.Kind.CLASSES;
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                double p = examples.target(i % m, i / m) == 1 ? outputs[i] : classes ? 1 : 1 - outputs[i];
                sum -= Math.log(Math.max(SMALLEST_PROBABILITY, p));
            }
            return sum / m;
        }
    },
    /** Share of right labels: the larger the better. */
    ACCURACY(false, true) {
        @Override
        public double of(double[] outputs, Dataset examples, Dataset whole) {
            requireNumbers(outputs, examples);
            return Accuracy.of(outputs, examples).fraction();
        }
    },
    /** Mean squared error of a regression, 1/(m·K)·ΣΣ (a − y)², whichever loss it is trained with. */
    MEAN_SQUARED_ERROR(true, false) {
        @Override
        public double of(double[] outputs, Dataset examples, Dataset whole) {
            int m = requireNumbers(outputs, examples);
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                double residual = outputs[i] - examples.target(i % m, i / m);
                sum += residual * residual;
            }
            return sum / outputs.length;
        }
    },
    /**
     * R² of a regression, 1 − mean squared error / variance of the whole data's targets: the larger the better. Its
     * mean over equal folds is the predicted R², 1 − PRESS/ΣΣ (y − ȳ)². The variance is not that of the examples
     * themselves: a fold of one example has none.
     *
     * <p>Source: D. M. Allen, "The relationship between variable selection and data augmentation and a method for
     * prediction", Technometrics 16, 1974.
     */
    R_SQUARED(true, true) {
        @Override
        public double of(double[] outputs, Dataset examples, Dataset whole) {
            double variance = MEAN_SQUARED_ERROR.of(guess(whole), whole, whole);
            return 1 - MEAN_SQUARED_ERROR.of(outputs, examples, whole) / variance;
        }
    };

    private static final double SMALLEST_PROBABILITY = 1e-15;

    private final boolean ofNumbers;
    private final boolean largerIsBetter;

    Metric(boolean ofNumbers, boolean largerIsBetter) {
        this.ofNumbers = ofNumbers;
        this.largerIsBetter = largerIsBetter;
    }

    /**
     * What is scored where nobody says it.
     *
     * @param targets what the outputs should be
     * @return cross-entropy of labels, the mean squared error of numbers
     */
    public static Metric usual(Targets targets) {
        return allowed(targets).get(0);
    }

    /**
     * The metric of a name.
     *
     * @param label what {@link #label} says
     * @return the metric
     * @throws IllegalArgumentException if there is none
     */
    public static Metric of(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is no metric"));
    }

    /**
     * What can be scored.
     *
     * @param targets what the outputs should be
     * @return the usual one first
     */
    public static List<Metric> allowed(Targets targets) {
        boolean numbers = targets.kind() == Targets.Kind.NUMBERS;
        return Arrays.stream(values())
                .filter(metric -> metric.ofNumbers == numbers)
                .toList();
    }

    /**
     * Judges predictions.
     *
     * @param outputs what a network answers for each example, one output after the other
     * @param examples the examples with what it should be
     * @param whole all examples that the study trains and validates on
     * @return the score
     * @throws ArithmeticException if a prediction is not a number
     */
    public abstract double of(double[] outputs, Dataset examples, Dataset whole);

    /**
     * A score as a loss, so that the smaller is always the better.
     *
     * @param score a score
     * @return the score, or minus the score where the larger is the better; so the loss of a loss is the score
     */
    public double loss(double score) {
        return largerIsBetter ? -score : score;
    }

    /**
     * Whether the larger of two scores is the better one.
     *
     * @return true for accuracy and R²
     */
    public boolean largerIsBetter() {
        return largerIsBetter;
    }

    /**
     * The loss of a network that knows nothing but what is frequent: it answers each example with the mean of each
     * output, of labels their frequency.
     *
     * @param whole all examples that the study trains and validates on
     * @return of cross-entropy the entropy of the frequencies, ln 2 for two balanced classes; of accuracy minus the
     *     share of the most frequent class; the variance of numbers, and 0 of R²
     */
    public double lossOfGuessing(Dataset whole) {
        return loss(of(guess(whole), whole, whole));
    }

    /** The mean of each output, for every example. */
    private static double[] guess(Dataset examples) {
        int m = examples.size();
        double[] guess = new double[m * examples.targets().outputs()];
        for (int i = 0; i < guess.length; i += m) {
            double sum = 0;
            for (int j = 0; j < m; j++) {
                sum += examples.target(j, i / m);
            }
            Arrays.fill(guess, i, i + m, sum / m);
        }
        return guess;
    }

    /** How many examples there are, once every prediction is known to be a number. */
    private static int requireNumbers(double[] outputs, Dataset examples) {
        for (double output : outputs) {
            if (Double.isNaN(output)) {
                throw new ArithmeticException("a prediction is not a number");
            }
        }
        return examples.size();
    }

    /**
     * The name that users write.
     *
     * @return such as {@code cross-entropy}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
