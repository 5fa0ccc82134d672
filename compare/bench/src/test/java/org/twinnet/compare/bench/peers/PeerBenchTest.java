package org.twinnet.compare.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.bench.covering.Configuration;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.experiment.tree.ExperimentTree;

@DisplayName("Both networks beside PyTorch")
class PeerBenchTest {

    private static final String PYTHON = "python3";

    @TempDir
    private Path folder;

    private void assumePyTorch() throws InterruptedException {
        try {
            new PeerRun(PYTHON, folder).version();
        } catch (ChildFailedException e) {
            Assumptions.abort("python3 here has no numpy and torch: " + e.getMessage());
        }
    }

    @Test
    void should_come_to_its_costs_and_outputs() throws Exception {
        assumePyTorch();
        PeerReport report = PeerBench.run(PeerBench.configurations(8, 60), PYTHON, folder);
        assertTrue(report.holds(), report.text());
        assertEquals(8, report.rows().size());
    }

    @Test
    void should_see_another_learning_rate() throws Exception {
        assumePyTorch();
        Configuration right = PeerBench.configurations(1, 20).get(0);
        PeerRun.Result peer = new PeerRun(PYTHON, folder).run(List.of(right)).get(0);
        double rate = right.experiment().optimizer().learningRate();
        Configuration wrong = new Configuration(
                ExperimentTree.with(right.experiment(), Map.of("optimizer.learning_rate", rate * (1 + 1e-6))),
                right.data());
        assertTrue(PeerBench.held(right, peer).holds());
        assertTrue(!PeerBench.held(wrong, peer).holds(), "a millionth of the learning rate");
    }

    @Test
    void should_say_that_there_is_no_such_python() {
        assertThrows(
                ChildFailedException.class,
                () -> PeerBench.run(
                        PeerBench.configurations(1, 1), folder.resolve("python").toString(), folder));
    }

    @Test
    void should_ask_only_for_what_pytorch_has() {
        for (Configuration one : PeerBench.configurations(1000, 1)) {
            String settings = ExperimentTree.of(one.experiment()).toString();
            assertTrue(
                    !settings.contains("before-correction") && !settings.contains("running_variance=biased"), settings);
        }
    }
}
