package org.twinnet.scratch.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A second backward pass, in plain loops over arrays and one example at a time, into which a {@link Fault} can be
 * planted.
 *
 * <p>With {@link Fault#NONE} it is right, which shows that the checker accuses the fault and not the schoolbook.
 */
public final class SchoolbookGradient {

    private final Example example;
    private final Fault fault;
    private final int depth;
    private final int m;
    private final double lambda;

    private SchoolbookGradient(Example example, double lambda, Fault fault) {
        this.example = example;
        this.fault = fault;
        this.depth = example.config().depth();
        this.m = example.X().columns();
        this.lambda = lambda;
    }

    /** The gradient in the order of the parameter vector. */
    public static double[] of(Example example, double lambda, Fault fault) {
        return new SchoolbookGradient(example, lambda, fault).compute();
    }

    private double[] compute() {
        List<double[][]> dW = new ArrayList<>();
        List<double[]> db = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            dW.add(new double[units(l)][units(l - 1)]);
            db.add(new double[units(l)]);
        }
        int counted = fault == Fault.LAST_EXAMPLE_FORGOTTEN ? m - 1 : m;
        for (int j = 0; j < counted; j++) {
            addExample(j, dW, db);
        }
        double divisor = fault == Fault.MEAN_FORGOTTEN ? 1 : m;
        double decay = lambda / m;
        if (fault == Fault.PENALTY_FORGOTTEN) {
            decay = 0;
        } else if (fault == Fault.PENALTY_HALVED) {
            decay /= 2;
        }
        double biasDecay = fault == Fault.BIAS_PENALIZED ? decay : 0;
        List<Double> vector = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            for (int i = 0; i < units(l); i++) {
                for (int k = 0; k < units(l - 1); k++) {
                    vector.add(dW.get(l - 1)[i][k] / divisor + decay * w(l, i, k));
                }
            }
            for (int i = 0; i < units(l); i++) {
                vector.add(db.get(l - 1)[i] / divisor + biasDecay * b(l, i));
            }
        }
        double[] result = vector.stream().mapToDouble(Double::doubleValue).toArray();
        if (fault == Fault.OFF_BY_A_THOUSANDTH) {
            result[0] *= 1.001;
        } else if (fault == Fault.NOT_A_NUMBER) {
            result[0] = Double.NaN;
        }
        return result;
    }

    private void addExample(int j, List<double[][]> dW, List<double[]> db) {
        Layers layers = forward(j);
        double a = layers.A().get(depth)[0];
        double y = example.Y().get(0, j);
        double[] dZ = {fault == Fault.SIGMOID_DERIVATIVE_TWICE ? (a - y) * a * (1 - a) : a - y};
        for (int l = depth; l >= 1; l--) {
            double[] inputs = layers.A().get(l - 1);
            double[] dA = new double[inputs.length];
            for (int i = 0; i < dZ.length; i++) {
                db.get(l - 1)[i] += dZ[i];
                for (int k = 0; k < inputs.length; k++) {
                    int source = fault == Fault.INPUTS_REVERSED ? inputs.length - 1 - k : k;
                    dW.get(l - 1)[i][k] += dZ[i] * inputs[source];
                    boolean transposed = fault == Fault.W_TRANSPOSED && dZ.length == inputs.length;
                    dA[k] += (transposed ? w(l, k, i) : w(l, i, k)) * dZ[i];
                }
            }
            dZ = l > 1 ? throughHiddenLayer(l - 1, j, dA, layers.Z().get(l - 2)) : dA;
        }
    }

    private double[] throughHiddenLayer(int l, int j, double[] dA, double[] Z) {
        double[] dZ = new double[dA.length];
        for (int i = 0; i < dA.length; i++) {
            double D = fault == Fault.MASK_FORGOTTEN ? 1 : mask(l, i, j);
            double scale = fault == Fault.SCALING_FORGOTTEN ? 1 : example.keepProbability();
            // [Z > 0], not [A > 0]: the latter would mend a forgotten mask, because a dropped unit has A = 0
            boolean active = Z[i] > 0 || fault == Fault.RELU_DERIVATIVE_FORGOTTEN;
            dZ[i] = active ? dA[i] * D / scale : 0;
        }
        return dZ;
    }

    private Layers forward(int j) {
        List<double[]> Z = new ArrayList<>();
        List<double[]> A = new ArrayList<>();
        double[] inputs = new double[units(0)];
        for (int k = 0; k < inputs.length; k++) {
            inputs[k] = example.X().get(k, j);
        }
        A.add(inputs);
        for (int l = 1; l <= depth; l++) {
            double[] sums = new double[units(l)];
            double[] outputs = new double[units(l)];
            for (int i = 0; i < outputs.length; i++) {
                double z = b(l, i);
                for (int k = 0; k < inputs.length; k++) {
                    z += w(l, i, k) * inputs[k];
                }
                sums[i] = z;
                double scaled = Math.max(0, z) * mask(l, i, j) / example.keepProbability();
                outputs[i] = l == depth ? 1 / (1 + Math.exp(-z)) : scaled;
            }
            Z.add(sums);
            A.add(outputs);
            inputs = outputs;
        }
        return new Layers(Z, A);
    }

    /** Zˡ from l = 1 and Aˡ from l = 0, of one example. */
    private record Layers(List<double[]> Z, List<double[]> A) {}

    private double mask(int l, int i, int j) {
        return example.masks().isEmpty() || l == depth
                ? 1
                : example.masks().get(l - 1).get(i, j);
    }

    private int units(int l) {
        return example.config().units(l);
    }

    private double w(int l, int i, int k) {
        return example.parameters().W(l).get(i, k);
    }

    private double b(int l, int i) {
        return example.parameters().b(l).get(i, 0);
    }
}
