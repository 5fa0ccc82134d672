package org.twinnet.compare.agreement.prediction;

import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/** How well a network answers for a set of examples. */
public sealed interface Fit permits Accuracy, RSquared {

    /**
     * How well answers fit.
     *
     * @param outputs what a network answers for each example, one output after the other
     * @param examples the examples with what it should be
     * @return the accuracy where examples have labels, the coefficient of determination for numbers
     */
    public static Fit of(double[] outputs, Dataset examples) {
        return examples.targets().kind() == Targets.Kind.NUMBERS
                ? RSquared.of(outputs, examples)
                : Accuracy.of(outputs, examples);
    }

    /**
     * One number for it.
     *
     * @return at most 1, which is the best
     */
    double value();
}
