package org.twinnet.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.junit.TwinnetAssertions.assertAgrees;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.linalg.Matrix;

/** The hand-written network of Twinnet itself plays somebody's own, right and with faults in its adapter. */
@DisplayName("assertAgrees")
class TwinnetAssertionsTest {

    private static final double KEEP = 0.8;

    private final double[][] x = new double[60][2];
    private final double[] y = new double[60];
    private final Experiment twin = Experiment.of(2, 6, 4, 1)
            .named("own")
            .with(Penalty.l2(0.4))
            .keepProbability(KEEP)
            .iterations(50);
    private final OwnExperiment experiment;

    TwinnetAssertionsTest() {
        Random random = new Random(5);
        for (int j = 0; j < x.length; j++) {
            x[j][0] = random.nextGaussian();
            x[j][1] = random.nextGaussian();
            y[j] = j % 2;
        }
        List<double[][]> masks = ScratchModels.masks(twin, x.length).of(0).stream()
                .map(Matrix::toArray)
                .toList();
        experiment = OwnExperiment.on(x, y)
                .withLayers(6, 4, 1)
                .withLambda(0.4)
                .withDropout(KEEP, masks)
                .withIterations(50);
    }

    /** An adapter of the hand-written network, which tests get wrong. */
    private class MyNetworkAdapter implements OwnNetwork {
        final ScratchTwin network = new ScratchTwin(twin, Dataset.of("own", List.of("a", "b"), x, y));

        @Override
        public double[] parameters() {
            double[] theta = new double[network.parameterCount()];
            network.copyParametersTo(theta);
            return theta;
        }

        @Override
        public void setParameters(double[] parameters) {
            network.setParameters(parameters);
        }

        @Override
        public CostAndGradient costAndGradient() {
            var now = network.snapshot();
            double[] gradient = now.dataGradient().clone();
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += now.penaltyGradient()[k];
            }
            return new CostAndGradient(now.crossEntropy() + now.penalty(), gradient);
        }

        @Override
        public void step() {
            network.step();
        }

        @Override
        public double[] predict(double[][] featureRows) {
            return network.predict(featureRows);
        }
    }

    private String failure(OwnNetwork network) {
        return assertThrows(AssertionError.class, () -> assertAgrees(network, experiment))
                .getMessage();
    }

    @Test
    void should_pass_for_a_right_network_under_dropout_and_L2() {
        assertAgrees(new MyNetworkAdapter(), experiment);
    }

    @Test
    void should_say_that_prediction_drops_units() {
        String message = failure(new MyNetworkAdapter() {
            @Override
            public double[] predict(double[][] featureRows) {
                return network.snapshot().activations().get(2).values();
            }
        });
        assertTrue(message.startsWith("predict(…) disagrees: "), message);
        assertTrue(message.endsWith("It drops units as in training; prediction must not."), message);
    }

    @Test
    void should_say_that_predictions_are_missing() {
        String message = failure(new MyNetworkAdapter() {
            @Override
            public double[] predict(double[][] featureRows) {
                return new double[3];
            }
        });
        assertEquals("predict(…) gave 3 probabilities for 60 examples.", message);
    }

    @Test
    void should_say_that_parameters_have_another_length() {
        String message = failure(new MyNetworkAdapter() {
            @Override
            public double[] parameters() {
                return new double[7];
            }
        });
        assertEquals(
                "parameters() holds 7 numbers; layers [2, 6, 4, 1] need 51: W¹ row by row, b¹, W² row by row, b², …",
                message);
    }

    @Test
    void should_say_that_parameters_are_not_taken() {
        String message = failure(new MyNetworkAdapter() {
            private double last;

            @Override
            public double[] parameters() {
                double[] theta = super.parameters();
                theta[0] += last++;
                return theta;
            }
        });
        assertEquals("parameters() does not give back what setParameters(…) was given.", message);
    }

    @Test
    void should_fail_on_a_cost_that_is_not_a_number() {
        String message = failure(new MyNetworkAdapter() {
            @Override
            public CostAndGradient costAndGradient() {
                return new CostAndGradient(Double.NaN, super.costAndGradient().gradient());
            }
        });
        assertTrue(message.contains("cost at iteration 0 is the first that rounding does not explain"), message);
    }

    @Test
    void should_name_a_learning_rate_that_differs_with_its_factor() {
        String message = failure(new MyNetworkAdapter() {
            @Override
            public void step() {
                double[] before = parameters();
                super.step();
                double[] after = parameters();
                for (int k = 0; k < after.length; k++) {
                    after[k] = before[k] + 1.25 * (after[k] - before[k]);
                }
                setParameters(after);
            }
        });
        assertTrue(message.contains("learning-rate-differs"), message);
        assertTrue(message.contains("The factor is 1/keep_prob = 1.25."), message);
    }

    @Test
    void should_refuse_an_experiment_whose_parts_do_not_fit() {
        assertEquals(
                "The experiment cannot be: there are 60 examples and 2 labels.",
                assertThrows(IllegalArgumentException.class, () -> OwnExperiment.on(x, new double[2]))
                        .getMessage());
        assertEquals(
                "The experiment cannot be: layers are [4, 2]; the last one needs 1 unit, the sigmoid output.",
                assertThrows(IllegalArgumentException.class, () -> experiment.withLayers(4, 2))
                        .getMessage());
        assertEquals(
                "The experiment cannot be: dropout needs one mask for each of the 2 layers that drop units, not 1.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> experiment.withDropout(
                                        0.5, experiment.masks().subList(0, 1)))
                        .getMessage());
        assertTrue(Arrays.stream(y).anyMatch(label -> label == 1));
    }
}
