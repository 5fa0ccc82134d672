package org.twinnet.compare.bench.tune;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.twinnet.compare.bench.ChildProcess;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.TwinKind;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

/**
 * Kills processes that work on a study, SIGKILL at a random moment, has others go on, and holds what they come to
 * against a study that nobody interrupted: candidate for candidate, score for score.
 */
public final class ResumeBench {

    private static final int CANDIDATES = 16;
    private static final long LONGEST_WAIT_NANOS = 100_000_000;

    private final Path folder;
    private final int workers;
    private final Random random;
    private final Consumer<String> progress;

    /**
     * What became of one study.
     *
     * @param search how candidates were proposed
     * @param finished candidates that were finished when its process was killed
     * @param identical whether it came to the uninterrupted study
     */
    public record Outcome(SearchKind search, int finished, boolean identical) {}

    /**
     * Prepares.
     *
     * @param folder an empty folder for the studies
     * @param workers workers of each process
     * @param seed seed of the moments
     * @param progress hears a line about each study
     */
    public ResumeBench(Path folder, int workers, long seed, Consumer<String> progress) {
        this.folder = folder;
        this.workers = workers;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /**
     * Interrupts studies of one search.
     *
     * @param search how candidates are proposed
     * @param studies how many studies, each killed once
     * @return one outcome a study
     * @throws InterruptedException if this thread is interrupted; no process is left running then
     */
    public List<Outcome> run(SearchKind search, int studies) throws InterruptedException {
        Path whole = create(search, "whole");
        end(whole);
        List<CandidateResult> expected = results(whole);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 1; i <= studies; i++) {
            Path cut = create(search, "killed-" + i);
            kill(cut);
            int finished = results(cut).size();
            end(cut);
            Outcome outcome =
                    new Outcome(search, finished, results(cut).equals(expected) && expected.size() == CANDIDATES);
            outcomes.add(outcome);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s, study %d of %d: killed with %d of %d candidates, %s",
                    search.label(),
                    i,
                    studies,
                    finished,
                    CANDIDATES,
                    outcome.identical() ? "identical" : "DIFFERENT"));
        }
        return outcomes;
    }

    private static final SearchSpace GRID =
            SearchSpace.usual().with("layers[].keep_prob", new Dimension.Choice<>(List.of(0.7, 0.8, 0.9, 1.0)));

    private Path create(SearchKind search, String name) {
        Path path = folder.resolve(search.label() + "-" + name);
        Dataset training = ShippedData.pitch().train();
        StudySettings settings = new StudySettings(
                "bench",
                training.name(),
                training.sha256(),
                "",
                TwinKind.SCRATCH,
                search,
                CANDIDATES,
                3,
                1,
                Metric.CROSS_ENTROPY,
                false,
                (search == SearchKind.GRID ? GRID : SearchSpace.usual()).texts(),
                600,
                search.adaptive() ? 1 : 2,
                4,
                0,
                1);
        StudyFolder.create(path, settings, new DataSource("", "", "", Map.of())).close();
        return path;
    }

    private Process start(Path study) throws IOException {
        return new ProcessBuilder(
                        ChildProcess.java(StudyChild.class, List.of(study.toString(), String.valueOf(workers))))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void end(Path study) throws InterruptedException {
        try {
            Process process = start(study);
            try (BufferedReader lines = process.inputReader()) {
                List<String> said = lines.lines().toList();
                if (process.waitFor() != 0 || !said.contains("ended COMPLETE")) {
                    throw new IllegalStateException("the study in " + study + " did not end: " + said);
                }
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Kills a random time after a random number of candidates is finished: moments by the clock would nearly all fall
     * before the first or after the last.
     */
    private void kill(Path study) throws InterruptedException {
        int candidates = random.nextInt(CANDIDATES);
        long nanos = (long) (random.nextDouble() * LONGEST_WAIT_NANOS);
        try {
            Process process = start(study);
            try (BufferedReader lines = process.inputReader()) {
                lines.readLine();
                while (process.isAlive() && results(study).size() < candidates) {
                    process.waitFor(5, TimeUnit.MILLISECONDS);
                }
                process.waitFor(nanos, TimeUnit.NANOSECONDS);
            } finally {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CandidateResult> results(Path study) {
        try (StudyFolder kept = StudyFolder.look(study)) {
            return kept.results().stream().map(CandidateResult::timeless).toList();
        }
    }
}
