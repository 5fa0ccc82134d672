package org.twinnet.scratch.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.penalty.Penalty;

/**
 * A network with random parameters, examples, labels and masks, all from one seed.
 *
 * <p>Biases are random too: with the usual zeros a unit whose inputs are all dropped sits exactly on the ReLU's kink,
 * where there is no gradient to check.
 */
public record Example(
        NetworkConfig config,
        double keepProbability,
        Network network,
        Parameters parameters,
        Matrix X,
        Matrix Y,
        List<Matrix> masks) {

    /** Draws an example with m columns; keep probability 1 means no masks. */
    public static Example of(List<Integer> layers, int m, double lambda, double keepProbability, long seed) {
        Random random = new Random(seed);
        NetworkConfig config = new NetworkConfig(layers);
        Parameters parameters = config.newParameters();
        for (int l = 1; l <= config.depth(); l++) {
            fill(parameters.W(l), random, 1 / Math.sqrt(config.units(l - 1)));
            fill(parameters.b(l), random, 0.5);
        }
        Matrix X = Matrix.zeros(config.units(0), m);
        fill(X, random, 1);
        Matrix Y = Matrix.zeros(1, m);
        for (int j = 0; j < m; j++) {
            Y.set(0, j, random.nextInt(2));
        }
        List<Matrix> masks = new ArrayList<>();
        if (keepProbability < 1) {
            for (int units : config.hiddenUnits()) {
                masks.add(mask(units, m, keepProbability, random));
            }
        }
        return new Example(
                config,
                keepProbability,
                Network.of(config, Penalty.l2(lambda), keepProbability),
                parameters,
                X,
                Y,
                masks);
    }

    /** The gradient of the network under test, as a vector. */
    public double[] gradient() {
        ForwardPass pass = forward();
        Parameters gradients = parameters.zeros();
        network.backward(parameters, Y, pass, new BackwardPass(network.layers(), X.columns()), gradients);
        return gradients.toVector();
    }

    /** A finished forward pass. */
    public ForwardPass forward() {
        ForwardPass pass = new ForwardPass(network.layers(), X);
        network.forward(parameters, masks, pass);
        return pass;
    }

    private static void fill(Matrix matrix, Random random, double scale) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                matrix.set(i, j, scale * random.nextGaussian());
            }
        }
    }

    private static Matrix mask(int units, int m, double keepProbability, Random random) {
        Matrix D = Matrix.zeros(units, m);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < m; j++) {
                D.set(i, j, random.nextDouble() < keepProbability ? 1 : 0);
            }
        }
        return D;
    }
}
