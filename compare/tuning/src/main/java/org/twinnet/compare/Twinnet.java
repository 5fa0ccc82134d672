package org.twinnet.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.comparison.Comparison;
import org.twinnet.compare.comparison.ComparisonOptions;
import org.twinnet.compare.comparison.Effect;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.run.StudyRun;
import org.twinnet.compare.tuning.run.Tuned;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.Split;

/**
 * Twinnet for programs, in four words: compare both networks, check somebody's trace, tune the regularization, and show
 * its effect over many seeds. The commands of the same names call these and render what comes back.
 *
 * <p>The first call loads DL4J's native library, which takes a second or two.
 */
public final class Twinnet {

    private Twinnet() {}

    /**
     * Trains both networks of an experiment and compares them, with the usual options.
     *
     * @param experiment what to train
     * @param data training examples, and test examples if there are any
     * @return what was found; its {@code verdict()} says whether they agree
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Comparison compare(Experiment experiment, Split data) throws InterruptedException {
        return compare(List.of(experiment), data, ComparisonOptions.usual(), ProgressListener.NONE);
    }

    /**
     * Trains both networks of some experiments and compares them.
     *
     * @param experiments what to train, at least one
     * @param data training examples, and test examples if there are any
     * @param options how to carry it out
     * @param progress hears of the iterations, from several threads
     * @return what was found
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Comparison compare(
            List<Experiment> experiments, Split data, ComparisonOptions options, ProgressListener progress)
            throws InterruptedException {
        return Comparison.of(experiments, data, options, progress);
    }

    /**
     * Trains the hand-written network in each published scenario from many weight seeds.
     *
     * @param experiment what is trained; each scenario puts its own λ and keep probability in
     * @param seeds how many weight seeds: 1, 2, …
     * @param data training examples, and test examples if there are any
     * @param progress hears of {@code Effect.progressOf} iterations, from several threads
     * @return what regularization does to the data
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Effect effect(Experiment experiment, int seeds, Split data, ProgressListener progress)
            throws InterruptedException {
        return Effect.of(experiment, seeds, data, Runtime.getRuntime().availableProcessors(), progress);
    }

    /**
     * Judges a trace in a file.
     *
     * @param trace an {@code .npz} as {@code trace-format.md} describes it, examples included
     * @return verdict and diagnosis
     * @throws org.twinnet.data.InvalidDataException if the file is no such trace
     */
    public static TraceVerdict check(Path trace) {
        return check(TraceReader.read(trace, Optional.empty()), ProgressListener.NONE);
    }

    /**
     * Judges a trace.
     *
     * @param trace what a network wrote about itself
     * @param progress hears of the iterations that are recomputed
     * @return verdict and diagnosis
     */
    public static TraceVerdict check(Trace trace, ProgressListener progress) {
        return TraceVerdict.of(trace, progress);
    }

    /**
     * Searches the regularization that suits some data, and proves the winner: all of a study, or what it still lacks.
     *
     * @param folder a new study or one to go on with; it keeps every result
     * @param data training examples, and test examples if there are any: they are used once, for the winner
     * @return the study, and the proof of its winner where a candidate was trained to the end
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Tuned tune(StudyFolder folder, Split data) throws InterruptedException {
        StudyRun run = StudyRun.usual();
        Study study = run.search(folder, data.train());
        if (study.best(1).isEmpty()) {
            return new Tuned(study, Optional.empty());
        }
        run.testMachine(study, data);
        return new Tuned(study, Optional.of(run.prove(folder, study, data, ProgressListener.NONE)));
    }
}
