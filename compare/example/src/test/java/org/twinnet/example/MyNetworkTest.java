package org.twinnet.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.junit.TwinnetAssertions.assertAgrees;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.junit.CostAndGradient;
import org.twinnet.junit.OwnExperiment;
import org.twinnet.junit.OwnNetwork;

@DisplayName("My network")
class MyNetworkTest {

    private static final int HIDDEN = 6;
    private static final double LEARNING_RATE = 0.3;
    private static final double LAMBDA = 0.5;

    private final double[][] x = new double[80][2];
    private final double[] y = new double[80];

    MyNetworkTest() {
        Random random = new Random(7);
        for (int j = 0; j < x.length; j++) {
            x[j][0] = random.nextGaussian();
            x[j][1] = random.nextGaussian();
            y[j] = x[j][0] * x[j][1] > 0 ? 1 : 0;
        }
    }

    private OwnExperiment experiment() {
        return OwnExperiment.on(x, y)
                .withLayers(HIDDEN, 1)
                .withLearningRate(LEARNING_RATE)
                .withLambda(LAMBDA);
    }

    @Test
    void should_compute_what_the_formulas_say() {
        MyNetwork network = new MyNetwork(x, y, HIDDEN, LEARNING_RATE, LAMBDA);
        assertAgrees(new MyNetworkAdapter(network), experiment());
    }

    @Test
    void should_be_told_what_is_wrong_when_it_does_not() {
        MyNetwork faulty = new MyNetwork(x, y, HIDDEN, LEARNING_RATE, LAMBDA) {
            @Override
            protected double decay(double weight) {
                return lambda / (2 * x.length) * weight;
            }
        };
        AssertionError error =
                assertThrows(AssertionError.class, () -> assertAgrees(new MyNetworkAdapter(faulty), experiment()));
        assertTrue(error.getMessage().contains("l2-gradient-halved"), error.getMessage());
    }

    /** What is trained, in the words of an experiment file. */
    private OwnExperiment withMomentum() {
        double[][] targets =
                Arrays.stream(y).mapToObj(label -> new double[] {label}).toArray(double[][]::new);
        return OwnExperiment.of(x, targets, """
                {"layers": [{"units": 6}, {"units": 1}],
                 "optimizer": {"kind": "momentum", "learning_rate": 0.1, "momentum": 0.8}}""");
    }

    @Test
    void should_compute_what_the_formulas_say_with_momentum() {
        assertAgrees(new MyNetworkAdapter(new MyMomentumNetwork(x, y, HIDDEN, 0.1, 0.8)), withMomentum());
    }

    @Test
    void should_be_told_that_the_velocity_is_forgotten() {
        MyNetwork faulty = new MyMomentumNetwork(x, y, HIDDEN, 0.1, 0.8) {
            @Override
            protected double carried(double v) {
                return 0;
            }
        };
        AssertionError error =
                assertThrows(AssertionError.class, () -> assertAgrees(new MyNetworkAdapter(faulty), withMomentum()));
        assertTrue(error.getMessage().contains("momentum-velocity-not-carried"), error.getMessage());
    }

    /** Puts the fields into one vector: W¹ row by row, b¹, W², b². */
    private record MyNetworkAdapter(MyNetwork network) implements OwnNetwork {

        @Override
        public double[] parameters() {
            return vector(network.w1, network.b1, network.w2, network.b2);
        }

        @Override
        public void setParameters(double[] parameters) {
            int at = 0;
            for (double[] row : network.w1) {
                System.arraycopy(parameters, at, row, 0, row.length);
                at += row.length;
            }
            System.arraycopy(parameters, at, network.b1, 0, network.b1.length);
            at += network.b1.length;
            System.arraycopy(parameters, at, network.w2, 0, network.w2.length);
            network.b2 = parameters[at + network.w2.length];
        }

        @Override
        public CostAndGradient costAndGradient() {
            MyNetwork.Gradient g = network.gradient();
            return new CostAndGradient(network.cost(), vector(g.w1(), g.b1(), g.w2(), g.b2()[0]));
        }

        @Override
        public void step() {
            network.step();
        }

        @Override
        public double[] predict(double[][] featureRows) {
            double[] p = new double[featureRows.length];
            for (int j = 0; j < p.length; j++) {
                p[j] = network.probability(featureRows[j]);
            }
            return p;
        }

        @Override
        public double[] optimizerState() {
            return network instanceof MyMomentumNetwork own
                    ? vector(
                            own.velocity().w1(),
                            own.velocity().b1(),
                            own.velocity().w2(),
                            own.velocity().b2()[0])
                    : new double[0];
        }

        private static double[] vector(double[][] w1, double[] b1, double[] w2, double b2) {
            double[] vector = new double[w1.length * w1[0].length + b1.length + w2.length + 1];
            int at = 0;
            for (double[] row : w1) {
                System.arraycopy(row, 0, vector, at, row.length);
                at += row.length;
            }
            System.arraycopy(b1, 0, vector, at, b1.length);
            System.arraycopy(w2, 0, vector, at + b1.length, w2.length);
            vector[vector.length - 1] = b2;
            return vector;
        }
    }
}
