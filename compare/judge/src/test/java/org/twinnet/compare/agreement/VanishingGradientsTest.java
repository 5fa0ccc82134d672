package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/**
 * A step that divides by a root makes of a gradient that is 0 up to rounding anything up to a whole step, and two right
 * programs make different things of it.
 */
@DisplayName("Gradients that are 0 up to rounding")
class VanishingGradientsTest {

    /**
     * Each example beside its mirror image with the other label, and a third feature that is always 0. With tanh, and
     * biases of 0, the output of the one is 1 minus that of the other, so that the gradient of every output bias is 0.
     */
    private static final Dataset MIRRORED = mirrored();

    private static Dataset mirrored() {
        SplittableRandom random = new SplittableRandom(8);
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double x = random.nextDouble() * 2 - 1;
            double y = random.nextDouble() * 2 - 1;
            double label = x + 0.3 * y * y * y > 0 ? 1 : 0;
            rows.add(new double[] {x, y, 0});
            labels.add(label);
            rows.add(new double[] {-x, -y, 0});
            labels.add(1 - label);
        }
        return Dataset.of(
                "mirrored",
                List.of("x", "y", "nothing"),
                rows.toArray(double[][]::new),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Experiment experiment(Map<String, Object> changes) {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        all.put("layers[].activation", "tanh");
        return ExperimentTree.with(Experiment.of(3, 6, 1).iterations(60), all);
    }

    static Stream<Arguments> experiments() {
        return Stream.of("adagrad", "rmsprop", "adam", "amsgrad", "adamw")
                .flatMap(kind -> Stream.of(1e-3, 1e-8, 1e-16, 1e-30)
                        .flatMap(epsilon -> Stream.of("none", "norm-per-layer").map(clip -> {
                            Map<String, Object> changes = new LinkedHashMap<>();
                            changes.put("optimizer.kind", kind);
                            changes.put("optimizer.learning_rate", 0.05);
                            changes.put("optimizer.epsilon", epsilon);
                            changes.put("clip.kind", clip);
                            if (!clip.equals("none")) {
                                changes.put("clip.limit", 0.05);
                                changes.put("schedule", "inverse");
                                changes.put("weight_decay", 0.01);
                            }
                            return Arguments.of(changes);
                        })));
    }

    /** Else the test below would test nothing: the output's bias gets rounding errors, and takes a step along them. */
    @Test
    void should_be_there() {
        Experiment adam = experiment(
                Map.of("optimizer.kind", "adam", "optimizer.learning_rate", 0.05, "optimizer.epsilon", 1e-30));
        try (Twin twin = new ScratchTwin(adam, MIRRORED)) {
            int bias = twin.parameterCount() - 1;
            double gradient = Math.abs(twin.snapshot().dataGradient()[bias]);
            double[] update = new double[twin.parameterCount()];
            twin.step();
            twin.copyUpdateTo(update);
            assertTrue(gradient < 1e-15, "gradient " + gradient);
            // a machine whose exponentials round otherwise may have a 0 there
            assertEquals(gradient == 0 ? 0 : 0.05, Math.abs(update[bias]), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_be_no_disagreement(Map<String, Object> changes) throws InterruptedException {
        ScenarioComparison comparison = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment(changes)), new Split(MIRRORED, Optional.empty()), ProgressListener.NONE)
                .get(0);
        assertEquals(
                List.of(),
                comparison.ladder().rungs().stream()
                        .filter(rung -> rung.status() == Status.DISAGREE)
                        .map(rung -> rung.name().name() + " " + rung.decisive())
                        .toList());
    }
}
