package org.twinnet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.comparison.Comparison;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.SmallStudies;
import org.twinnet.compare.tuning.run.Tuned;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("The front door")
class TwinnetTest {

    private static final Split DATA = Split.of(Generator.defaults().get(0).generate(60, 2), 0.25, 1);

    @TempDir
    private Path folder;

    @Test
    void should_compare_both_networks() throws InterruptedException {
        Experiment experiment = Experiment.of(2, 5, 1).with(Penalty.l2(0.7)).iterations(50);
        Comparison comparison = Twinnet.compare(experiment, DATA);
        assertEquals(Status.AGREE, comparison.verdict());
        assertEquals(experiment, comparison.scenarios().get(0).experiment());
        assertEquals(1, comparison.evolutions().size());
    }

    @Test
    void should_check_a_trace_and_name_what_is_wrong() {
        TraceVerdict verdict = Twinnet.check(ProjectFolder.file("compare/docs/example/halved.npz"));
        assertEquals(Status.DISAGREE, verdict.status());
        assertEquals("l2-gradient-halved", verdict.diagnosis().get(0).id());
        assertTrue(verdict.sentence().contains("l2-gradient-halved"), verdict.sentence());
    }

    @Test
    void should_tune_and_prove_the_winner() throws InterruptedException {
        var settings = SmallStudies.settings();
        try (StudyFolder study =
                StudyFolder.create(folder.resolve("study"), settings, new DataSource("", "", "", Map.of()))) {
            Tuned tuned = Twinnet.tune(study, DATA);
            assertEquals(settings.candidates(), tuned.study().results().size());
            assertEquals(
                    List.of(tuned.study().best(1).get(0).proposal().number()),
                    tuned.proof().map(proof -> proof.winner().proposal().number()).stream()
                            .toList());
            assertEquals(Optional.of(1), Optional.of(study.testUses().size()));
        }
    }
}
