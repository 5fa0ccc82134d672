package org.twinnet.scratch.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The verdict on a gradient: held entry by entry to the numerical one and to that one's own error bound.
 *
 * @param compared entries with a finite bound
 * @param disagreements name, both numbers and bound of every entry outside its bound; NaN always is
 * @param largestMultiple largest difference as a multiple of its bound
 */
public record GradientCheck(int compared, List<String> disagreements, double largestMultiple) {

    /** Compares a gradient vector with differences of the example's cost. */
    public static GradientCheck of(Example example, double[] analytic) {
        ExampleCost cost = new ExampleCost(example);
        double[] theta = example.parameters().toVector();
        NumericalGradient.Estimate numeric = NumericalGradient.of(cost, theta, cost.roundingError());
        List<String> names = names(example.parameters());
        List<String> disagreements = new ArrayList<>();
        int compared = 0;
        double largest = 0;
        for (int i = 0; i < analytic.length; i++) {
            double bound = numeric.errors()[i];
            double difference = Math.abs(analytic[i] - numeric.values()[i]);
            compared += bound < Double.POSITIVE_INFINITY ? 1 : 0;
            largest = Math.max(largest, difference / bound);
            if (!(difference <= bound)) {
                disagreements.add(String.format(
                        Locale.ROOT,
                        "%s: analytic %s, numeric %s ± %s",
                        names.get(i),
                        analytic[i],
                        numeric.values()[i],
                        bound));
            }
        }
        return new GradientCheck(compared, disagreements, largest);
    }

    /** Names in the order of the parameter vector, such as "layer 2 W[3,1]". */
    static List<String> names(Parameters parameters) {
        List<String> names = new ArrayList<>();
        for (int l = 1; l <= parameters.depth(); l++) {
            Matrix W = parameters.W(l);
            for (int i = 0; i < W.rows(); i++) {
                for (int k = 0; k < W.columns(); k++) {
                    names.add("layer " + l + " W[" + i + "," + k + "]");
                }
            }
            for (int i = 0; i < W.rows(); i++) {
                names.add("layer " + l + " b[" + i + "]");
            }
        }
        return names;
    }
}
