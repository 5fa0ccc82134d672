package org.twinnet.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings each feature to mean 0 and standard deviation 1, x ← (x − μ)/σ, with μ and σ of the training examples.
 *
 * <p>σ is that of all examples, √(Σ(x − μ)²/m). A feature that is the same in all of them has σ = 0 and becomes 0, as
 * if σ were 1.
 *
 * <p>Source: LeCun, Bottou, Orr, Müller, Efficient BackProp, in Neural Networks: Tricks of the Trade (1998), section
 * 4.3.
 *
 * @param means μ of each feature
 * @param deviations σ of each feature, above 0
 */
public record Standardization(List<Double> means, List<Double> deviations) {

    /**
     * Copies the lists.
     *
     * @param means μ of each feature
     * @param deviations σ of each feature, above 0
     */
    public Standardization {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /**
     * Mean and deviation of examples.
     *
     * @param examples the training examples
     * @return of each feature; σ = 1 where it would be 0
     * @throws InvalidDataException if the distance of a number from the mean leaves the range of doubles
     */
    public static Standardization of(Dataset examples) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int k = 0; k < examples.featureCount(); k++) {
            if (isConstant(examples, k)) {
                // the mean of equal numbers may round to another one
                means.add(examples.feature(0, k));
                deviations.add(1.0);
            } else {
                means.add(mean(examples, k));
                deviations.add(deviation(examples, k, means.get(k)));
            }
        }
        return new Standardization(means, deviations);
    }

    private static double mean(Dataset examples, int feature) {
        double mean = 0;
        for (int i = 0; i < examples.size(); i++) {
            mean += examples.feature(i, feature) / examples.size();
        }
        return mean;
    }

    /** Distances are divided by the largest, so that no square leaves the range of doubles. */
    private static double deviation(Dataset examples, int feature, double mean) {
        double largest = 0;
        for (int i = 0; i < examples.size(); i++) {
            largest = Math.max(largest, Math.abs(examples.feature(i, feature) - mean));
        }
        if (Double.isInfinite(largest)) {
            throw new InvalidDataException(examples.name() + ": the feature "
                    + InvalidDataException.quote(examples.featureNames().get(feature))
                    + " is too large to be standardized; scale it first");
        }
        double squares = 0;
        for (int i = 0; i < examples.size(); i++) {
            double distance = (examples.feature(i, feature) - mean) / largest;
            squares += distance * distance / examples.size();
        }
        return largest * Math.sqrt(squares);
    }

    /**
     * Standardizes examples.
     *
     * @param examples training or test examples, not modified
     * @return new examples of the same name
     */
    public Dataset apply(Dataset examples) {
        double[][] rows = examples.featureRows();
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] = (row[k] - means.get(k)) / deviations.get(k);
            }
        }
        return Dataset.of(examples.name(), examples.featureNames(), rows, examples.targetRows(), examples.targets());
    }

    /**
     * How much wider the widest feature is than the narrowest that is not constant.
     *
     * @param examples the training examples
     * @return the ratio of deviations, 1 for a single feature
     */
    public static double spread(Dataset examples) {
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        Standardization own = of(examples);
        for (int k = 0; k < examples.featureCount(); k++) {
            if (!isConstant(examples, k)) {
                widest = Math.max(widest, own.deviations.get(k));
                narrowest = Math.min(narrowest, own.deviations.get(k));
            }
        }
        return widest == 0 ? 1 : widest / narrowest;
    }

    private static boolean isConstant(Dataset examples, int feature) {
        for (int i = 1; i < examples.size(); i++) {
            if (examples.feature(i, feature) != examples.feature(0, feature)) {
                return false;
            }
        }
        return true;
    }
}
