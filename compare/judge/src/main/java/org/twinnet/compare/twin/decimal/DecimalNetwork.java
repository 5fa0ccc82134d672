package org.twinnet.compare.twin.decimal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;

/**
 * The network in decimal arithmetic of {@value #DIGITS} digits, formula by formula: what both twins round. Far too slow
 * to train, fast enough to say who is right about one gradient.
 *
 * <pre>
 *   Z = W·A + b     N = γ·(Z − μ)/√(σ² + ε) + β, or Z     A = g(N)·D/keep_prob
 *   dNᴸ             dW = dZ·Aᵀ/m + ∂penalty/∂W     db = Σ dZ/m        dNᴸ = Aᴸ − Y for a cross-entropy
 *   dA = Wᵀ·dZ      dN = dA·D/keep_prob·g′(N)      dZ, dγ, dβ by {@link DecimalNormalization}
 * </pre>
 */
public final class DecimalNetwork {

    /** Decimal digits of every number. */
    public static final int DIGITS = 40;

    private final DfpField field = new DfpField(DIGITS);
    private final List<Integer> sizes;
    private final ParameterIndex index;
    private final List<Optional<DecimalNormalization>> normalizations;
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
     * @param training the examples, of which those of iteration 0 are used
     * @param masks the masks, of which those of iteration 0 are used
     */
    public DecimalNetwork(Experiment experiment, Dataset training, DropoutMasks masks) {
        this.sizes = experiment.layerSizes();
        this.index = ParameterIndex.of(experiment);
        this.normalizations = experiment.layers().stream()
                .map(layer -> layer.batchNorm() instanceof Normalization.BatchNorm batch
                        ? Optional.of(new DecimalNormalization(field.newDfp(batch.epsilon())))
                        : Optional.<DecimalNormalization>empty())
                .toList();
        this.activations = experiment.layers().stream()
                .limit(experiment.layers().size() - 1L)
                .map(layer -> DecimalActivation.of(layer.activation()))
                .toList();
        Dataset first = training.select(
                ScratchModels.batches(experiment, training.size()).examples(0));
        this.rows = first.featureRows();
        this.targets = first.targetRows();
        this.output = DecimalOutput.of(experiment);
        this.masks = masks;
        this.penalty = new DecimalPenalty(
                field, experiment.penalty(), experiment.penalty().divisor(training.size(), rows.length));
    }

    /**
     * The gradient of the penalized mean cost, each number rounded to the nearest double once.
     *
     * @param theta all parameters, in the order of {@link ParameterIndex}
     * @return ∂J/∂θ in the same order
     */
    public double[] gradient(double[] theta) {
        Dfp[] parameters = exactly(theta);
        Dfp[] sums = sums(parameters);
        // divide(int) and multiply(int) of Dfp end at its radix: from 10,000 on the quotient is NaN
        Dfp m = field.newDfp(rows.length);
        double[] gradient = new double[theta.length];
        for (ParameterIndex.Slice slice : index.tensors()) {
            boolean weights = slice.symbol().equals("W");
            boolean penalized = weights || slice.symbol().equals("b");
            for (int at = slice.offset(); at < slice.offset() + slice.length(); at++) {
                Dfp mean = sums[at].divide(m);
                gradient[at] = (penalized ? mean.add(penalty.slope(parameters[at], weights)) : mean).toDouble();
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

    /** All examples forward with all that backward needs, then backward: the gradient of the sum of their losses. */
    private Dfp[] sums(Dfp[] theta) {
        int depth = sizes.size() - 1;
        List<Dfp[][]> N = new ArrayList<>();
        List<Dfp[][]> A = new ArrayList<>();
        List<DecimalNormalization.Unit[]> units = new ArrayList<>();
        N.add(new Dfp[0][]);
        units.add(new DecimalNormalization.Unit[0]);
        A.add(inputs());
        for (int l = 1; l <= depth; l++) {
            Dfp[][] z = new Dfp[rows.length][];
            for (int j = 0; j < z.length; j++) {
                z[j] = affine(theta, l, A.get(l - 1)[j]);
            }
            units.add(normalize(theta, l, z));
            N.add(z);
            A.add(activated(z, l));
        }
        Dfp[] sums = exactly(new double[theta.length]);
        Dfp[][] d = new Dfp[rows.length][];
        for (int j = 0; j < d.length; j++) {
            d[j] = output.residual(N.get(depth)[j], A.get(depth)[j], exactly(targets[j]));
        }
        for (int l = depth; l >= 1; l--) {
            denormalize(theta, l, units.get(l), d, sums);
            for (int j = 0; j < d.length; j++) {
                d[j] = throughWeights(theta, l, d[j], A.get(l - 1)[j], sums);
                if (l > 1) {
                    throughActivation(l - 1, j, N.get(l - 1)[j], d[j]);
                }
            }
        }
        return sums;
    }

    private Dfp[][] inputs() {
        Dfp[][] inputs = new Dfp[rows.length][];
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = exactly(rows[j]);
            for (int k = 0; k < inputs[j].length; k++) {
                inputs[j][k] = scaled(inputs[j][k], 0, k, j);
            }
        }
        return inputs;
    }

    /** From Z to N in place, where a layer is normalized. */
    private DecimalNormalization.Unit[] normalize(Dfp[] theta, int l, Dfp[][] z) {
        if (normalizations.get(l - 1).isEmpty()) {
            return new DecimalNormalization.Unit[0];
        }
        DecimalNormalization.Unit[] units = new DecimalNormalization.Unit[sizes.get(l)];
        for (int i = 0; i < units.length; i++) {
            units[i] = normalizations.get(l - 1).get().measure(ofUnit(z, i));
            for (int j = 0; j < z.length; j++) {
                z[j][i] = theta[offset("gamma", l) + i]
                        .multiply(units[i].normalized(j))
                        .add(theta[offset("beta", l) + i]);
            }
        }
        return units;
    }

    /** From dN to dZ in place, and the sums of a normalization's parameters. */
    private void denormalize(Dfp[] theta, int l, DecimalNormalization.Unit[] units, Dfp[][] d, Dfp[] sums) {
        for (int i = 0; i < units.length; i++) {
            int gamma = offset("gamma", l) + i;
            DecimalNormalization.Gradient gradient =
                    normalizations.get(l - 1).orElseThrow().backward(units[i], theta[gamma], ofUnit(d, i));
            for (int j = 0; j < d.length; j++) {
                d[j][i] = gradient.dZ()[j];
            }
            sums[gamma] = gradient.gamma();
            sums[offset("beta", l) + i] = gradient.beta();
        }
    }

    private static Dfp[] ofUnit(Dfp[][] examples, int unit) {
        Dfp[] numbers = new Dfp[examples.length];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = examples[j][unit];
        }
        return numbers;
    }

    /** Adds what one example gives to dW and db, and returns its dA of the layer before. */
    private Dfp[] throughWeights(Dfp[] theta, int l, Dfp[] dZ, Dfp[] before, Dfp[] sums) {
        Dfp[] dA = exactly(new double[before.length]);
        int W = offset("W", l);
        int b = offset("b", l);
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
        return dA;
    }

    private void throughActivation(int l, int example, Dfp[] N, Dfp[] d) {
        DecimalActivation activation = activations.get(l - 1);
        for (int k = 0; k < d.length; k++) {
            d[k] = scaled(d[k], l, k, example).multiply(activation.slope(N[k], activation.value(N[k])));
        }
    }

    private Dfp[] affine(Dfp[] theta, int l, Dfp[] inputs) {
        Dfp[] Z = new Dfp[sizes.get(l)];
        int W = offset("W", l);
        int b = offset("b", l);
        for (int i = 0; i < Z.length; i++) {
            Dfp z = theta[b + i];
            for (int k = 0; k < inputs.length; k++) {
                z = z.add(theta[W + i * inputs.length + k].multiply(inputs[k]));
            }
            Z[i] = z;
        }
        return Z;
    }

    private Dfp[][] activated(Dfp[][] N, int l) {
        Dfp[][] A = new Dfp[N.length][];
        for (int j = 0; j < A.length; j++) {
            if (l == sizes.size() - 1) {
                A[j] = output.activate(N[j]);
                continue;
            }
            A[j] = new Dfp[N[j].length];
            for (int i = 0; i < A[j].length; i++) {
                A[j][i] = scaled(activations.get(l - 1).value(N[j][i]), l, i, j);
            }
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

    private int offset(String symbol, int layer) {
        return index.tensors().stream()
                .filter(slice -> slice.layer() == layer && slice.symbol().equals(symbol))
                .findFirst()
                .orElseThrow()
                .offset();
    }
}
