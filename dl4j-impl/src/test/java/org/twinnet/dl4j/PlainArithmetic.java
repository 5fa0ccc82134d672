package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.List;

/**
 * The notebook's formulas in plain loops, for networks of a test's size: what DL4J is held against. Vectors are in the
 * order of {@link ParameterLayout}, matrices {@code [unit · m + example]}.
 */
public final class PlainArithmetic {
    public final ParameterLayout layout;
    public final int m;
    public final double[] theta;
    public final List<Double> keep;
    public final List<double[]> masks;
    public final List<double[]> z = new ArrayList<>();
    public final List<double[]> a = new ArrayList<>();
    public final double crossEntropy;
    public final double penalty;
    public final double[] dataGradient;
    public final double[] penaltyGradient;

    /** Masks holds D of the inputs and of each hidden layer, or is null. */
    public PlainArithmetic(
            Dl4jSettings settings, double[][] features, double[] labels, double[] theta, List<double[]> masks) {
        this.layout = settings.layout();
        this.m = labels.length;
        this.theta = theta;
        this.keep = settings.keepProbabilities();
        this.masks = masks;
        forward(features);
        this.crossEntropy = crossEntropy(labels);
        this.dataGradient = backward(features, labels);
        this.penaltyGradient = new double[theta.length];
        double squares = 0;
        for (int l = 1; l <= layout.layers(); l++) {
            for (int k = layout.weightStart(l); k < layout.biasStart(l); k++) {
                squares += theta[k] * theta[k];
                penaltyGradient[k] = settings.penalty().l2() / m * theta[k];
            }
        }
        this.penalty = settings.penalty().l2() / (2 * m) * squares;
    }

    public double cost() {
        return crossEntropy + penalty;
    }

    public double[] update(double learningRate) {
        double[] update = new double[theta.length];
        for (int k = 0; k < update.length; k++) {
            update[k] = learningRate * (dataGradient[k] + penaltyGradient[k]);
        }
        return update;
    }

    private double input(double[][] features, int layer, int unit, int example) {
        return layer == 0
                ? dropped(features[example][unit], 0, unit * m + example)
                : a.get(layer - 1)[unit * m + example];
    }

    private double dropped(double value, int layer, int k) {
        return keep.get(layer) == 1 ? value : value * masks.get(layer)[k] / keep.get(layer);
    }

    private void forward(double[][] features) {
        for (int l = 1; l <= layout.layers(); l++) {
            double[] zl = new double[layout.units(l) * m];
            double[] al = new double[zl.length];
            for (int u = 0; u < layout.units(l); u++) {
                for (int j = 0; j < m; j++) {
                    double sum = theta[layout.biasStart(l) + u];
                    for (int i = 0; i < layout.inputs(l); i++) {
                        sum += theta[layout.weightStart(l) + u * layout.inputs(l) + i] * input(features, l - 1, i, j);
                    }
                    int k = u * m + j;
                    zl[k] = sum;
                    al[k] = l == layout.layers() ? 1 / (1 + Math.exp(-sum)) : Math.max(0, sum);
                    if (l < layout.layers()) {
                        al[k] = dropped(al[k], l, k);
                    }
                }
            }
            z.add(zl);
            a.add(al);
        }
    }

    private double crossEntropy(double[] labels) {
        double sum = 0;
        double[] p = a.get(layout.layers() - 1);
        for (int j = 0; j < m; j++) {
            sum -= labels[j] == 1 ? Math.log(p[j]) : Math.log(1 - p[j]);
        }
        return sum / m;
    }

    private double[] backward(double[][] features, double[] labels) {
        double[] gradient = new double[theta.length];
        double[] dz = a.get(layout.layers() - 1).clone();
        for (int j = 0; j < m; j++) {
            dz[j] -= labels[j];
        }
        for (int l = layout.layers(); l >= 1; l--) {
            double[] da = new double[layout.inputs(l) * m];
            for (int u = 0; u < layout.units(l); u++) {
                for (int j = 0; j < m; j++) {
                    double d = dz[u * m + j];
                    gradient[layout.biasStart(l) + u] += d / m;
                    for (int i = 0; i < layout.inputs(l); i++) {
                        int w = layout.weightStart(l) + u * layout.inputs(l) + i;
                        gradient[w] += d * input(features, l - 1, i, j) / m;
                        da[i * m + j] += theta[w] * d;
                    }
                }
            }
            if (l > 1) {
                for (int k = 0; k < da.length; k++) {
                    da[k] = z.get(l - 2)[k] > 0 ? dropped(da[k], l - 1, k) : 0;
                }
            }
            dz = da;
        }
        return gradient;
    }
}
