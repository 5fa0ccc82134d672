package org.twinnet.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.junit.TwinnetAssertions.assertAgrees;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.linalg.Matrix;

/** The hand-written network of Twinnet plays somebody's own, which trains any experiment. */
@DisplayName("assertAgrees of any experiment")
class AnyExperimentTest {

    private static final String SOFTMAX_ADAM = "{'layers': [{'units': 5, 'activation': 'tanh'}, {'units': 3}], "
            + "'optimizer': {'kind': 'adam', 'learning_rate': 0.02}, 'penalty': {'l2_coefficient': 0.01}, "
            + "'batches': {'size': 8, 'seed': 4}, 'iterations': 9}";
    private static final String NUMBERS_MOMENTUM = "{'layers': [{'units': 4, 'activation': 'swish'}, "
            + "{'units': 2, 'activation': 'identity'}], 'optimizer': {'kind': 'momentum', 'learning_rate': 0.05}, "
            + "'schedule': {'kind': 'exponential', 'factor': 0.9}, 'iterations': 12}";
    private static final String PLAIN =
            "{'layers': [{'units': 4}, {'units': 1}], 'optimizer': 'nesterov', " + "'iterations': 30}";
    private static final String NORMALIZED =
            "{'layers': [{'units': 5, 'activation': 'tanh', 'batch_norm': {'decay': 0.8}}, {'units': 1}], "
                    + "'optimizer': {'kind': 'momentum', 'learning_rate': 0.1}, 'batches': {'size': 8, 'seed': 4}, "
                    + "'iterations': 11}";
    private static final String DROPPED =
            "{'layers': [{'units': 6, 'keep_prob': 0.7}, {'units': 4}, {'units': 1}], 'input_keep_prob': 0.8, "
                    + "'masks': {'kind': 'fresh', 'seed': 2}, 'penalty': {'l2': 0.3}, 'iterations': 8}";

    private final double[][] x = new double[30][2];

    AnyExperimentTest() {
        Random random = new Random(6);
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
        }
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private double[][] targets(String experiment) {
        double[][] y = new double[x.length][experiment.equals(NUMBERS_MOMENTUM) ? 2 : 1];
        for (int j = 0; j < y.length; j++) {
            y[j][0] = experiment.equals(SOFTMAX_ADAM)
                    ? j % 3
                    : experiment.equals(NUMBERS_MOMENTUM) ? x[j][0] * x[j][1] : j % 2;
            if (y[j].length > 1) {
                y[j][1] = Math.sin(x[j][0]);
            }
        }
        return y;
    }

    /** An adapter of the hand-written network, which tests get wrong. */
    private class Adapter implements OwnNetwork {
        final Experiment experiment;
        final ScratchTwin network;
        final boolean columns;

        Adapter(String stated, boolean columns) {
            this.columns = columns;
            this.experiment = experiment(stated);
            double[][] y = targets(stated);
            this.network =
                    new ScratchTwin(experiment, Dataset.of("own", List.of("a", "b"), x, y, experiment.targets()));
        }

        private static Experiment experiment(String stated) {
            Map<String, Object> tree = new TreeMap<>(ExperimentFile.stated("own", json(stated)));
            return ExperimentTree.read(tree, 2);
        }

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
            Twin.Snapshot now = network.snapshot();
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
            throw new AssertionError("several outputs are asked for");
        }

        @Override
        public double[][] outputs(double[][] examples) {
            double[][] rows = columns ? OwnExperiment.transposed(examples) : examples;
            double[] flat = network.predict(rows);
            int outputs = experiment.output().units();
            double[][] byOutput = new double[outputs][rows.length];
            for (int k = 0; k < flat.length; k++) {
                byOutput[k / rows.length][k % rows.length] = flat[k];
            }
            return columns ? byOutput : OwnExperiment.transposed(byOutput);
        }

        @Override
        public List<double[][]> masks() {
            return ScratchModels.masks(experiment, x.length).of(network.iteration()).stream()
                    .map(Matrix::toArray)
                    .toList();
        }

        @Override
        public double[] runningStatistics() {
            return network.statistics();
        }

        @Override
        public double[] optimizerState() {
            List<TwinState.Memory> memories = network.state().memories();
            double[] all = new double[memories.size() * network.parameterCount()];
            for (int k = 0; k < memories.size(); k++) {
                System.arraycopy(
                        memories.get(k).values(), 0, all, k * network.parameterCount(), network.parameterCount());
            }
            return all;
        }
    }

    private OwnExperiment own(String stated, boolean columns) {
        double[][] y = targets(stated);
        return columns
                ? OwnExperiment.ofColumns(OwnExperiment.transposed(x), OwnExperiment.transposed(y), json(stated))
                : OwnExperiment.of(x, y, json(stated));
    }

    private String failure(OwnNetwork network, OwnExperiment experiment) {
        return assertThrows(AssertionError.class, () -> assertAgrees(network, experiment))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {SOFTMAX_ADAM, NUMBERS_MOMENTUM, PLAIN, NORMALIZED, DROPPED})
    void should_pass_for_a_right_network_in_rows_and_columns(String stated) {
        assertAgrees(new Adapter(stated, false), own(stated, false));
        assertAgrees(new Adapter(stated, true), own(stated, true));
    }

    @Test
    void should_pass_for_batches_that_the_network_tells() {
        String unseeded = SOFTMAX_ADAM.replace(", 'seed': 4", ", 'seed': 77");
        Adapter adapter = new Adapter(SOFTMAX_ADAM, false) {
            private final Batches batches = ScratchModels.batches(experiment, x.length);

            @Override
            public int[] batch() {
                return batches.examples(network.iteration());
            }
        };
        assertAgrees(adapter, OwnExperiment.of(x, targets(SOFTMAX_ADAM), json(unseeded)));
    }

    @Test
    void should_pass_without_the_optimizers_state() {
        assertAgrees(
                new Adapter(NUMBERS_MOMENTUM, false) {
                    @Override
                    public double[] optimizerState() {
                        return new double[0];
                    }
                },
                own(NUMBERS_MOMENTUM, false));
    }

    @Test
    void should_name_what_is_wrong_with_your_network() {
        OwnExperiment stated = own(SOFTMAX_ADAM, false).with("optimizer.beta1", 0.8);
        String message = failure(new Adapter(SOFTMAX_ADAM, false), stated);
        assertTrue(message.startsWith("\nYour network disagrees at float64 precision: "), message);
        assertFalse(message.contains("trace"), message);
        assertFalse(message.contains("twin"), message);
        assertFalse(message.contains("the Twinnet's"), message);
        String other = failure(
                new Adapter(SOFTMAX_ADAM, false), own(SOFTMAX_ADAM, false).with("penalty.l2_coefficient", 0.02));
        assertTrue(other.contains("l2-gradient-halved"), other);
    }

    @Test
    void should_name_an_activation_that_is_another_one() {
        String message = failure(
                new Adapter(SOFTMAX_ADAM, false), own(SOFTMAX_ADAM, false).with("layers[].activation", "relu"));
        assertTrue(message.contains("Your network disagrees"), message);
    }

    @Test
    void should_refuse_state_of_another_length() {
        String message = failure(
                new Adapter(SOFTMAX_ADAM, false) {
                    @Override
                    public double[] optimizerState() {
                        return new double[3];
                    }
                },
                own(SOFTMAX_ADAM, false));
        assertEquals(
                "optimizerState() holds 3 numbers; layers [2, 5, 3] need 66: W¹ row by row, b¹, W² row by row, b², …, "
                        + "for each of v and s",
                message);
    }

    @Test
    void should_refuse_what_is_no_experiment() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> OwnExperiment.of(x, targets(PLAIN), "{\"lr\": 3}"))
                .getMessage();
        assertTrue(message.startsWith("The experiment cannot be: "), message);
        assertEquals(
                "The experiment cannot be: the output has 2 units, but an example has 1 targets.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> OwnExperiment.of(x, targets(PLAIN), json(NUMBERS_MOMENTUM)))
                        .getMessage());
    }

    @Test
    void should_pass_for_masks_that_all_iterations_share() {
        String published = DROPPED.replace("'fresh'", "'published'");
        Adapter adapter = new Adapter(published, false) {
            @Override
            public List<double[][]> masks() {
                return List.of();
            }
        };
        List<double[][]> masks = new Adapter(published, false).masks();
        assertAgrees(adapter, own(published, false).withMasks(masks));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_name_what_is_wrong_with_a_normalization(boolean columns) {
        String message = failure(
                new Adapter(NORMALIZED, columns), own(NORMALIZED, columns).with("layers[].batch_norm.decay", 0.9));
        assertTrue(message.contains("batch-norm-running-decay-differs"), message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_name_what_is_wrong_beside_a_dropped_input(boolean columns) {
        String message =
                failure(new Adapter(DROPPED, columns), own(DROPPED, columns).with("penalty.l2", 0.6));
        assertTrue(message.contains("l2-gradient-halved"), message);
    }

    @Test
    void should_say_that_a_prediction_drops_the_input() {
        String published = DROPPED.replace("'fresh'", "'published'");
        String message = failure(
                new Adapter(published, true) {
                    @Override
                    public double[][] outputs(double[][] examples) {
                        return new double[][] {
                            network.snapshot().activations().get(2).values()
                        };
                    }
                },
                own(published, true));
        assertTrue(message.endsWith("It drops units as in training; prediction must not."), message);
    }

    @Test
    void should_say_that_a_prediction_normalizes_by_its_batch() {
        String message = failure(
                new Adapter(NORMALIZED, false) {
                    @Override
                    public double[][] outputs(double[][] examples) {
                        Adapter whole = new Adapter(NORMALIZED.replace("{'size': 8, 'seed': 4}", "'full'"), false);
                        whole.setParameters(parameters());
                        double[] flat =
                                whole.network.snapshot().activations().get(1).values();
                        return OwnExperiment.transposed(new double[][] {flat});
                    }
                },
                own(NORMALIZED, false));
        assertTrue(
                message.endsWith(
                        "It normalizes by what it predicts, as in training; prediction takes the running statistics."),
                message);
    }

    @Test
    void should_ask_for_masks_and_running_statistics() {
        assertEquals(
                "runningStatistics() holds 0 numbers; the layers that are normalized need 10: the means of their units, "
                        + "then the variances.",
                failure(
                        new Adapter(NORMALIZED, false) {
                            @Override
                            public double[] runningStatistics() {
                                return new double[0];
                            }
                        },
                        own(NORMALIZED, false)));
        assertEquals(
                "masks() gives 0 masks, but the layers [0, 1] drop units (0 is the input); give one for each, or "
                        + "withMasks(…) of the experiment.",
                failure(
                        new Adapter(DROPPED, false) {
                            @Override
                            public List<double[][]> masks() {
                                return List.of();
                            }
                        },
                        own(DROPPED, false)));
        assertEquals(
                "The mask of layer 1 has 2 rows; it needs one for each of its 6 units.",
                failure(
                        new Adapter(DROPPED, false) {
                            @Override
                            public List<double[][]> masks() {
                                return List.of(
                                        super.masks().get(0), super.masks().get(0));
                            }
                        },
                        own(DROPPED, false)));
    }
}
