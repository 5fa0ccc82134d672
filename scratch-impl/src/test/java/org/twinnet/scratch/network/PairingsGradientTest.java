package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Elu;
import org.twinnet.scratch.activation.Gelu;
import org.twinnet.scratch.activation.Identity;
import org.twinnet.scratch.activation.LeakyRelu;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Softmax;
import org.twinnet.scratch.activation.Softplus;
import org.twinnet.scratch.activation.Softsign;
import org.twinnet.scratch.activation.Swish;
import org.twinnet.scratch.activation.Tanh;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.BatchNormalization;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.loss.Loss;
import org.twinnet.scratch.loss.MeanSquaredError;
import org.twinnet.scratch.loss.Quadratic;
import org.twinnet.scratch.loss.SoftmaxCrossEntropy;
import org.twinnet.scratch.penalty.CoefficientPenalty;
import org.twinnet.scratch.penalty.L1Penalty;
import org.twinnet.scratch.penalty.L2Penalty;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.penalty.PenaltySum;
import org.twinnet.scratch.proof.Held;

/**
 * The backward pass of every hidden activation with every output, every penalty and every link between the layers,
 * against differences of the cost, which know no derivative.
 */
class PairingsGradientTest {

    private static final int M = 8;
    private static final int OUTPUTS = 3;
    private static final List<Activation> ACTIVATIONS = List.of(
            new Relu(),
            new LeakyRelu(0.1),
            new Elu(),
            new Tanh(),
            new Sigmoid(),
            new Softplus(),
            new Gelu(),
            new Softsign(),
            new Swish(),
            new Identity());
    private static final List<Penalty> PENALTIES = List.of(
            new NoPenalty(),
            new L2Penalty(0.7),
            new L1Penalty(0.3),
            new CoefficientPenalty(0.02, 0.01),
            new PenaltySum(List.of(new L2Penalty(0.7), new L1Penalty(0.3)), true));

    /** What a network ends in. */
    record Output(Activation activation, Loss loss) {}

    /** A hidden activation and an output, which meet every penalty and every kind of link. */
    record Pairing(Activation hidden, Output output) {

        @Override
        public String toString() {
            return hidden + ", " + output.activation() + ", "
                    + output.loss().getClass().getSimpleName();
        }
    }

    static Stream<Pairing> pairings() {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output(new Sigmoid(), new BinaryCrossEntropy()));
        outputs.add(new Output(new Softmax(), new SoftmaxCrossEntropy()));
        for (Activation activation : ACTIVATIONS) {
            outputs.add(new Output(activation, new MeanSquaredError()));
            outputs.add(new Output(activation, new Quadratic()));
        }
        return ACTIVATIONS.stream().flatMap(hidden -> outputs.stream().map(output -> new Pairing(hidden, output)));
    }

    @ParameterizedTest
    @MethodSource("pairings")
    void should_equal_the_differences_of_the_cost_in_every_entry(Pairing pairing) {
        Held held = new Held();
        int kinks = 0;
        int entries = 0;
        for (Penalty penalty : PENALTIES) {
            for (boolean normalized : new boolean[] {false, true}) {
                for (boolean dropped : new boolean[] {false, true}) {
                    Case one = new Case(pairing, penalty, normalized, dropped);
                    kinks += one.check(held);
                    entries += one.parameters.size();
                }
            }
        }
        // measured: of all 220,000 entries none off by more than 0.30 of its bound, none too near to a kink
        held.requireCount(entries - kinks);
        assertEquals(0, kinks, "entries too near to a kink");
    }

    /** One network with its examples. */
    private static final class Case implements NumericalGradient.CostFunction {

        private final Random random = new Random(3);
        private final List<Layer> layers = new ArrayList<>();
        private final List<Matrix> masks = new ArrayList<>();
        private final Network network;
        private final Matrix Y;
        private final ForwardPass pass;
        private final Parameters parameters;

        Case(Pairing pairing, Penalty penalty, boolean normalized, boolean dropped) {
            int[] units = {3, 4, 3, OUTPUTS};
            for (int l = 1; l < units.length; l++) {
                boolean hidden = l < units.length - 1;
                if (dropped) {
                    layers.add(new Dropout(l - 1, 0.75));
                    masks.add(filled(units[l - 1], () -> random.nextDouble() < 0.75 ? 1 : 0));
                }
                layers.add(new Dense(l, units[l - 1], units[l]));
                if (normalized && hidden) {
                    layers.add(new BatchNormalization(l, units[l], 0.9, 1e-3, false));
                }
                layers.add(new ActivationLayer(
                        l, hidden ? pairing.hidden() : pairing.output().activation()));
            }
            network = new Network(layers, pairing.output().loss(), penalty);
            Y = targets(pairing.output());
            pass = new ForwardPass(layers, filled(units[0], random::nextGaussian));
            parameters = Parameters.of(layers);
            parameters.readFrom(random.doubles(parameters.size(), -1, 1).toArray());
        }

        /** Returns how many entries have no difference, because a kink is too near. */
        int check(Held held) {
            double[] theta = parameters.toVector();
            Parameters gradients = parameters.zeros();
            network.forward(parameters, masks, pass);
            network.backward(parameters, Y, pass, new BackwardPass(layers, M), gradients);
            double[] gradient = gradients.toVector();
            // fewer than 200 operations stand between a parameter and the cost
            double costError = 200 * 0x1p-53 * (1 + at(theta));
            NumericalGradient.Estimate numeric = NumericalGradient.of(this, theta, costError);
            int kinks = 0;
            for (int i = 0; i < gradient.length; i++) {
                if (Double.isInfinite(numeric.errors()[i])) {
                    kinks++;
                } else {
                    held.check("parameter " + i, numeric.values()[i], gradient[i], numeric.errors()[i]);
                }
            }
            return kinks;
        }

        @Override
        public double at(double[] theta) {
            parameters.readFrom(theta);
            network.forward(parameters, masks, pass);
            return network.cost(parameters, Y, pass).total();
        }

        /** The signs of all pre-activations and, for L1, of all parameters. */
        @Override
        public long piece() {
            long piece = 1;
            for (int l = 1; l <= network.depth(); l++) {
                piece = 31 * piece + signs(pass.N(l));
            }
            for (int t = 0; t < parameters.tensors().size(); t++) {
                piece = 31 * piece + signs(parameters.tensors().get(t).values());
            }
            return piece;
        }

        private static long signs(Matrix numbers) {
            long signs = 1;
            for (double[] row : numbers.toArray()) {
                for (double x : row) {
                    signs = 3 * signs + (long) Math.signum(x);
                }
            }
            return signs;
        }

        private Matrix targets(Output output) {
            Matrix targets = Matrix.zeros(OUTPUTS, M);
            for (int j = 0; j < M; j++) {
                for (int i = 0; i < OUTPUTS; i++) {
                    targets.set(i, j, target(output.loss(), i, j));
                }
            }
            return targets;
        }

        private double target(Loss loss, int i, int j) {
            if (loss instanceof SoftmaxCrossEntropy) {
                return i == j % OUTPUTS ? 1 : 0;
            }
            return loss instanceof BinaryCrossEntropy ? random.nextInt(2) : random.nextGaussian();
        }

        private Matrix filled(int rows, DoubleSupplier numbers) {
            Matrix filled = Matrix.zeros(rows, M);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < M; j++) {
                    filled.set(i, j, numbers.getAsDouble());
                }
            }
            return filled;
        }
    }
}
