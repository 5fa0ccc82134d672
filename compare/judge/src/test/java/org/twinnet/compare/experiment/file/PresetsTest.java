package org.twinnet.compare.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.source.ShippedData;

@DisplayName("An experiment that comes with Twinnet")
class PresetsTest {

    static Stream<String> names() {
        return Presets.names().stream();
    }

    @Test
    void should_be_named_for_every_file_that_is_there() throws IOException, URISyntaxException {
        Path folder = Path.of(Presets.class.getResource("presets").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    new TreeSet<>(Presets.names()),
                    new TreeSet<>(
                            files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                                    .toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void should_stand_in_the_document_of_the_format(String name) throws IOException {
        String document = Files.readString(ProjectFolder.file("compare/docs/experiment-format.md"));
        assertTrue(document.contains("\n| `" + name + "` | "), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void should_be_printed_as_a_file_that_describes_the_same(String name) {
        List<Experiment> experiments = Presets.read(name, 5);
        assertEquals(experiments, ExperimentFile.parse("printed", ExperimentFile.text(experiments), false, 5));
        if (!name.equals("published")) {
            assertEquals(
                    List.of(name), experiments.stream().map(Experiment::name).toList());
        }
    }

    @Test
    void should_be_the_published_scenarios() {
        assertEquals(
                Arrays.stream(Scenario.values())
                        .map(scenario -> scenario.of(Experiment.published(2)))
                        .toList(),
                Presets.read("published", 2));
    }

    /** All but one fit data that comes with Twinnet; that one is for images of ten digits. */
    @ParameterizedTest
    @MethodSource("names")
    void should_be_trainable_by_both_networks_and_learn_something(String name) {
        for (Experiment experiment : Presets.read(name, 2)) {
            TwinFactories.requireTrainable(experiment);
            Dataset training = Stream.of(ShippedData.pitch(), ShippedData.arms(), ShippedData.waves())
                    .map(Split::train)
                    .filter(data -> data.targets().equals(experiment.targets()))
                    .findFirst()
                    .orElseGet(PresetsTest::tenClasses);
            Experiment fitting = experiment.inputs(training.featureCount());
            try (ScratchTwin twin = new ScratchTwin(fitting, training)) {
                double before = twin.snapshot().crossEntropy();
                // 200 iterations are a fiftieth of the longest
                twin.train(200);
                double after = twin.snapshot().crossEntropy();
                assertTrue(after < before, name + ": " + before + " → " + after);
            }
        }
    }

    private static Dataset tenClasses() {
        double[][] features = new double[200][2];
        double[][] labels = new double[200][1];
        for (int i = 0; i < 200; i++) {
            int label = i % 10;
            features[i][0] = Math.cos(label * 0.6) + 0.001 * i;
            features[i][1] = Math.sin(label * 0.6) - 0.001 * i;
            labels[i][0] = label;
        }
        return Dataset.of(
                "ten",
                List.of("x", "y"),
                features,
                labels,
                Presets.read("mnist-like", 2).get(0).targets());
    }

    @Test
    void should_be_refused_by_an_unknown_name_with_all_that_there_are() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Presets.read("../published", 2));
        assertEquals(
                "'../published' is no preset; allowed: " + String.join(", ", Presets.names()), refusal.getMessage());
    }
}
