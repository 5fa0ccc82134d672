package org.twinnet.example;

import java.util.Random;

/**
 * A network with one hidden layer, written by hand: ReLU, sigmoid, cross-entropy, L2, gradient descent. It knows
 * nothing of Twinnet.
 */
public class MyNetwork {

    /** Examples, one row each. */
    protected final double[][] x;

    /** Their labels. */
    protected final double[] y;

    /** λ of the penalty. */
    protected final double lambda;

    /** Weights of the hidden layer. */
    protected final double[][] w1;

    /** Biases of the hidden layer. */
    protected final double[] b1;

    /** Weights of the output. */
    protected final double[] w2;

    /** Bias of the output. */
    protected double b2;

    private final double learningRate;

    /**
     * Draws the weights.
     *
     * @param x examples, one row each
     * @param y labels 0 or 1
     * @param hidden hidden units
     * @param learningRate step of gradient descent
     * @param lambda λ of the penalty
     */
    public MyNetwork(double[][] x, double[] y, int hidden, double learningRate, double lambda) {
        this.x = x.clone();
        this.y = y.clone();
        this.learningRate = learningRate;
        this.lambda = lambda;
        this.w1 = new double[hidden][x[0].length];
        this.b1 = new double[hidden];
        this.w2 = new double[hidden];
        Random random = new Random(1);
        for (int i = 0; i < hidden; i++) {
            for (int k = 0; k < w1[i].length; k++) {
                w1[i][k] = random.nextGaussian() / Math.sqrt(w1[i].length);
            }
            w2[i] = random.nextGaussian() / Math.sqrt(hidden);
        }
    }

    /**
     * The probability of class 1.
     *
     * @param example its features
     * @return between 0 and 1
     */
    public double probability(double[] example) {
        double z = b2;
        for (int i = 0; i < w2.length; i++) {
            z += w2[i] * Math.max(0, hidden(i, example));
        }
        return 1 / (1 + Math.exp(-z));
    }

    private double hidden(int unit, double[] example) {
        double z = b1[unit];
        for (int k = 0; k < example.length; k++) {
            z += w1[unit][k] * example[k];
        }
        return z;
    }

    /**
     * The cost.
     *
     * @return mean cross-entropy and penalty
     */
    public double cost() {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double p = probability(x[j]);
            sum -= Math.log(y[j] == 1 ? p : 1 - p);
        }
        double squares = 0;
        for (int i = 0; i < w2.length; i++) {
            squares += w2[i] * w2[i];
            for (double w : w1[i]) {
                squares += w * w;
            }
        }
        return sum / x.length + lambda / (2 * x.length) * squares;
    }

    /**
     * The gradient: of each hidden unit its weights and bias, then of the output.
     *
     * @return gradients like the fields: w1, b1, w2, b2
     */
    public Gradient gradient() {
        int m = x.length;
        Gradient g = new Gradient(
                new double[w1.length][w1[0].length], new double[w1.length], new double[w2.length], new double[1]);
        for (int j = 0; j < m; j++) {
            double dz = (probability(x[j]) - y[j]) / m;
            g.b2()[0] += dz;
            for (int i = 0; i < w2.length; i++) {
                double z = hidden(i, x[j]);
                if (z > 0) {
                    g.w2()[i] += dz * z;
                    g.b1()[i] += dz * w2[i];
                    for (int k = 0; k < w1[i].length; k++) {
                        g.w1()[i][k] += dz * w2[i] * x[j][k];
                    }
                }
            }
        }
        for (int i = 0; i < w2.length; i++) {
            g.w2()[i] += decay(w2[i]);
            for (int k = 0; k < w1[i].length; k++) {
                g.w1()[i][k] += decay(w1[i][k]);
            }
        }
        return g;
    }

    /**
     * What the penalty adds to the gradient of a weight.
     *
     * @param weight the weight
     * @return λ/m·w
     */
    protected double decay(double weight) {
        return lambda / x.length * weight;
    }

    /** Trains one iteration. */
    public void step() {
        Gradient g = gradient();
        for (int i = 0; i < w2.length; i++) {
            w2[i] -= learningRate * g.w2()[i];
            b1[i] -= learningRate * g.b1()[i];
            for (int k = 0; k < w1[i].length; k++) {
                w1[i][k] -= learningRate * g.w1()[i][k];
            }
        }
        b2 -= learningRate * g.b2()[0];
    }

    /**
     * A gradient.
     *
     * @param w1 of the hidden weights
     * @param b1 of the hidden biases
     * @param w2 of the output's weights
     * @param b2 of the output's bias, one number
     */
    @SuppressWarnings("ArrayRecordComponent") // filled once, never compared by equals
    public record Gradient(double[][] w1, double[] b1, double[] w2, double[] b2) {}
}
