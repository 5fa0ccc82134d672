package org.twinnet.compare.twin.decimal;

import java.util.Arrays;
import org.hipparchus.dfp.Dfp;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;

/**
 * The output of one example and its loss, in decimal arithmetic.
 *
 * <pre>
 *   A = g(Z), or eᶻ/Σ eᶻ
 *   dZ = A − Y for a cross-entropy
 *      = dA ∘ g′(Z), or A ∘ (dA − Σ A ∘ dA) for a softmax, with dA = 2/K·(A − Y) or A − Y, for a squared error
 * </pre>
 *
 * @param activation g; none for a softmax
 * @param loss what is made small
 */
record DecimalOutput(DecimalActivation activation, Loss loss) {

    static DecimalOutput of(Experiment experiment) {
        Activation output = experiment.output().activation();
        return new DecimalOutput(
                output instanceof Activation.Softmax ? null : DecimalActivation.of(output), experiment.loss());
    }

    Dfp[] activate(Dfp[] Z) {
        if (activation != null) {
            return Arrays.stream(Z).map(activation::value).toArray(Dfp[]::new);
        }
        Dfp largest = Z[0];
        for (Dfp z : Z) {
            largest = z.greaterThan(largest) ? z : largest;
        }
        Dfp[] A = new Dfp[Z.length];
        Dfp sum = largest.getZero();
        for (int k = 0; k < A.length; k++) {
            A[k] = DecimalActivation.near(Z[k].subtract(largest)).exp();
            sum = sum.add(A[k]);
        }
        for (int k = 0; k < A.length; k++) {
            A[k] = A[k].divide(sum);
        }
        return A;
    }

    Dfp[] residual(Dfp[] Z, Dfp[] A, Dfp[] Y) {
        Dfp[] d = new Dfp[A.length];
        for (int k = 0; k < d.length; k++) {
            d[k] = A[k].subtract(Y[k]);
        }
        if (loss instanceof Loss.BinaryCrossEntropy || loss instanceof Loss.SoftmaxCrossEntropy) {
            return d;
        }
        if (loss instanceof Loss.MeanSquaredError) {
            for (int k = 0; k < d.length; k++) {
                d[k] = d[k].add(d[k]).divide(d[k].newInstance(d.length));
            }
        }
        return activation == null ? throughSoftmax(A, d) : throughSlopes(Z, A, d);
    }

    private Dfp[] throughSlopes(Dfp[] Z, Dfp[] A, Dfp[] d) {
        for (int k = 0; k < d.length; k++) {
            d[k] = d[k].multiply(activation.slope(Z[k], A[k]));
        }
        return d;
    }

    private static Dfp[] throughSoftmax(Dfp[] A, Dfp[] d) {
        Dfp sum = d[0].getZero();
        for (int k = 0; k < d.length; k++) {
            sum = sum.add(A[k].multiply(d[k]));
        }
        for (int k = 0; k < d.length; k++) {
            d[k] = A[k].multiply(d[k].subtract(sum));
        }
        return d;
    }
}
