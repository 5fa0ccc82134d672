package org.twinnet.compare.twin;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;

/**
 * The network in decimal arithmetic of {@value #DIGITS} digits, formula by formula: what both twins round. Far too slow
 * to train, fast enough to say who is right about one gradient.
 *
 * <pre>
 *   Z = W·A + b     A = g(Z)·D/keep_prob
 *   dZᴸ             dW = dZ·Aᵀ/m + ∂penalty/∂W     db = Σ dZ/m        dZᴸ = Aᴸ − Y for a cross-entropy
 *   dA = Wᵀ·dZ      dZ = dA·D/keep_prob·g′(Z)
 * </pre>
 */
public final class DecimalNetwork {

    /** Decimal digits of every number. */
    public static final int DIGITS = 40;

    private final DfpField field = new DfpField(DIGITS);
    private final List<Integer> sizes;
    private final List<DecimalActivation> activations;
    private final double[][] rows;
    private final double[][] targets;
    private final DecimalOutput output;
    private final DropoutMasks masks;
    private final DecimalPenalty penalty;

    /**
     * Prepares.
     *
     * @param experiment what is trained
     * @param training the examples
     * @param masks the masks, of which those of iteration 0 are used
     */
    public DecimalNetwork(Experiment experiment, Dataset training, DropoutMasks masks) {
        this.sizes = experiment.layerSizes();
        this.activations = experiment.layers().stream()
                .limit(experiment.layers().size() - 1L)
                .map(layer -> DecimalActivation.of(layer.activation()))
                .toList();
        this.rows = training.featureRows();
        this.targets = training.targetRows();
        this.output = DecimalOutput.of(experiment);
        this.masks = masks;
        this.penalty = new DecimalPenalty(field, experiment.penalty(), rows.length);
    }

    /**
     * The gradient of the penalized mean cost, each number rounded to the nearest double once.
     *
     * @param theta W¹ row by row, b¹, W², …
     * @return ∂J/∂θ in the same order
     */
    public double[] gradient(double[] theta) {
        Dfp[] parameters = exactly(theta);
        Dfp[] sums = exactly(new double[theta.length]);
        // divide(int) and multiply(int) of Dfp end at its radix: from 10,000 on the quotient is NaN
        Dfp m = field.newDfp(rows.length);
        for (int j = 0; j < rows.length; j++) {
            addGradient(parameters, j, sums);
        }
        double[] gradient = new double[theta.length];
        int at = 0;
        for (int l = 1; l < sizes.size(); l++) {
            int weights = sizes.get(l) * sizes.get(l - 1);
            for (int k = 0; k < weights + sizes.get(l); k++, at++) {
                gradient[at] = sums[at].divide(m)
                        .add(penalty.slope(parameters[at], k < weights))
                        .toDouble();
            }
        }
        return gradient;
    }

    private Dfp[] exactly(double[] values) {
        Dfp[] exact = new Dfp[values.length];
        for (int i = 0; i < values.length; i++) {
            exact[i] = field.newDfp(values[i]);
        }
        return exact;
    }

    /** One example: forward with all that backward needs, then backward. */
    private void addGradient(Dfp[] theta, int example, Dfp[] sums) {
        int depth = sizes.size() - 1;
        List<Dfp[]> Z = new ArrayList<>();
        List<Dfp[]> A = new ArrayList<>();
        Z.add(new Dfp[0]);
        Dfp[] inputs = exactly(rows[example]);
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = scaled(inputs[k], 0, k, example);
        }
        A.add(inputs);
        for (int l = 1; l <= depth; l++) {
            Dfp[] z = affine(theta, l, A.get(l - 1));
            Z.add(z);
            A.add(activated(z, l, example));
        }
        Dfp[] dZ = output.residual(Z.get(depth), A.get(depth), exactly(targets[example]));
        for (int l = depth; l >= 1; l--) {
            Dfp[] before = A.get(l - 1);
            Dfp[] dA = exactly(new double[before.length]);
            int W = offset(l);
            int b = W + sizes.get(l) * before.length;
            for (int i = 0; i < dZ.length; i++) {
                if (!dZ[i].isZero()) {
                    for (int k = 0; k < before.length; k++) {
                        int at = W + i * before.length + k;
                        sums[at] = sums[at].add(dZ[i].multiply(before[k]));
                        dA[k] = dA[k].add(theta[at].multiply(dZ[i]));
                    }
                    sums[b + i] = sums[b + i].add(dZ[i]);
                }
            }
            dZ = dA;
            for (int k = 0; l > 1 && k < dZ.length; k++) {
                DecimalActivation activation = activations.get(l - 2);
                Dfp z = Z.get(l - 1)[k];
                dZ[k] = scaled(dZ[k], l - 1, k, example).multiply(activation.slope(z, activation.value(z)));
            }
        }
    }

    private Dfp[] affine(Dfp[] theta, int l, Dfp[] inputs) {
        Dfp[] Z = new Dfp[sizes.get(l)];
        int W = offset(l);
        int b = W + Z.length * inputs.length;
        for (int i = 0; i < Z.length; i++) {
            Dfp z = theta[b + i];
            for (int k = 0; k < inputs.length; k++) {
                z = z.add(theta[W + i * inputs.length + k].multiply(inputs[k]));
            }
            Z[i] = z;
        }
        return Z;
    }

    private Dfp[] activated(Dfp[] Z, int l, int example) {
        if (l == sizes.size() - 1) {
            return output.activate(Z);
        }
        Dfp[] A = new Dfp[Z.length];
        for (int i = 0; i < A.length; i++) {
            A[i] = scaled(activations.get(l - 1).value(Z[i]), l, i, example);
        }
        return A;
    }

    /** Times D/keep_prob. */
    private Dfp scaled(Dfp value, int layer, int unit, int example) {
        List<MaskedLayer> layers = masks.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).layer() == layer) {
                double d = masks.of(0).get(i).get(unit, example);
                Dfp keep = field.newDfp(layers.get(i).keepProbability());
                return d == 0
                        ? field.getZero()
                        : value.multiply(field.newDfp(d)).divide(keep);
            }
        }
        return value;
    }

    private int offset(int layer) {
        int offset = 0;
        for (int l = 1; l < layer; l++) {
            offset += sizes.get(l) * (sizes.get(l - 1) + 1);
        }
        return offset;
    }
}
