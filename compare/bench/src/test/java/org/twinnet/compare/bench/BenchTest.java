package org.twinnet.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.bench.result.BenchJson;
import org.twinnet.compare.bench.result.BenchReport;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.bench.result.Comparison;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Pace;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

/** Real processes with next to nothing to do; what their times are does not matter here. */
class BenchTest {

    private static final int COST_EVERY = 10;

    /** Enough batches to reach the second cost on a machine so slow that each is a single iteration. */
    private static final Pace TINY = new Pace(0.01, 0, 0.001, COST_EVERY + 1);

    @TempDir
    private Path folder;

    @Test
    void should_measure_the_scratch_twin_and_numpy_on_the_same_work() throws InterruptedException {
        List<String> progress = new ArrayList<>();
        BenchReport report = bench(List.of(Contestant.SCRATCH, Contestant.NUMPY), List.of(), progress);
        assertEquals(List.of(), report.failures());
        assertTrue(
                report.speed(Contestant.SCRATCH, Scenario.DROPOUT).orElseThrow().iterationsPerSecond() > 0);
        Assumptions.assumeTrue(report.numpy() != null, "python3 with NumPy is not installed");
        assertEquals(2, progress.size());
        assertTrue(report.ratio(Comparison.SCRATCH_TO_NUMPY, Scenario.DROPOUT).isPresent());
        BenchReport.SameWork sameWork = report.agreements().get(0);
        assertTrue(sameWork.holds(), sameWork::toString);
        // After ten updates; measured 5e-16. A forgotten 1/m or 1/keep_prob in the gradient shows in the second digit.
        assertNotNull(sameWork.secondDifference());
        assertTrue(sameWork.secondDifference() <= COST_EVERY * sameWork.limit(), sameWork::toString);
    }

    @Test
    void should_measure_the_speed_and_the_memory_of_the_dl4j_twin() throws InterruptedException {
        BenchReport report = bench(List.of(Contestant.SCRATCH, Contestant.DL4J), List.of(2, 4), new ArrayList<>());
        assertEquals(List.of(), report.failures());
        assertTrue(report.agreements().get(0).holds(), () -> report.agreements().toString());
        assertEquals(
                List.of(2, 4),
                report.memory().stream().map(MemoryPoint::iterations).toList());
        assertTrue(BenchJson.write(report).contains("\"contestant\" : \"DL4J\""));
    }

    @Test
    void should_say_in_one_line_why_a_process_failed() throws Exception {
        Commands commands = new Commands(new ChildProcess(folder, Duration.ofMinutes(1)), folder);
        Task task = new Task(Contestant.SCRATCH, Scenario.NONE, folder.resolve("none.csv"), TINY, COST_EVERY);
        var failure = assertThrows(ChildFailedException.class, () -> commands.speed(task, 2));
        assertTrue(failure.getMessage().startsWith("exit code 1: "), failure::getMessage);
        assertTrue(failure.getMessage().contains("none.csv"), failure::getMessage);
        assertEquals(1, failure.getMessage().lines().count(), failure::getMessage);
    }

    @Test
    void should_say_when_a_program_does_not_exist() {
        ChildProcess processes = new ChildProcess(folder, Duration.ofMinutes(1));
        var failure = assertThrows(
                ChildFailedException.class, () -> processes.run(List.of("no-such-program-here"), false, null));
        assertTrue(failure.getMessage().startsWith("no-such-program-here did not start: "), failure::getMessage);
    }

    @Test
    void should_end_a_process_that_takes_too_long() throws Exception {
        Commands commands = new Commands(new ChildProcess(folder, Duration.ZERO), folder);
        Task task = new Task(Contestant.SCRATCH, Scenario.NONE, folder.resolve("none.csv"), TINY, COST_EVERY);
        var failure = assertThrows(ChildFailedException.class, () -> commands.speed(task, 2));
        assertEquals("not finished after 0 seconds", failure.getMessage());
    }

    private static BenchReport bench(List<Contestant> contestants, List<Integer> checkpoints, List<String> progress)
            throws InterruptedException {
        Dataset training = ShippedData.pitch().train();
        BenchSettings settings =
                new BenchSettings(contestants, List.of(Scenario.DROPOUT), 1, TINY, COST_EVERY, checkpoints);
        return new Bench(settings, progress::add).run(training);
    }
}
