package org.twinnet.compare.tuning.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Search.Ending;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.search.ArbiterSearch;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * A study from its search to the proof of its winner, on this machine.
 *
 * @param workers candidates, and then twins, that are trained side by side
 * @param cancelled tells that the study shall end here, to be resumed
 * @param listener hears of every new result when it is kept, from several threads
 */
public record StudyRun(int workers, BooleanSupplier cancelled, Consumer<CandidateResult> listener) {

    /**
     * On all processors, to its end, in silence.
     *
     * @return the run
     */
    public static StudyRun usual() {
        return new StudyRun(Runtime.getRuntime().availableProcessors(), () -> false, result -> {});
    }

    /**
     * Trains the candidates that a study still lacks.
     *
     * @param folder where it is kept; what is in there is not trained again
     * @param training the training examples
     * @return the study with all results
     * @throws org.twinnet.data.InvalidDataException if the examples do not suffice for the folds
     * @throws IllegalArgumentException if the grid does not fit the number of candidates, or results in the folder are
     *     not of this study
     */
    public Study search(StudyFolder folder, Dataset training) {
        return new Tuner(new ArbiterSearch(), prover().scored(folder.settings().twin()), workers, cancelled, listener)
                .run(folder, training);
    }

    /**
     * Tests this machine's BLAS on the matrix products of the winner.
     *
     * @param study a study with at least one complete candidate
     * @param data the examples
     * @return number of products that were tested
     */
    public long testMachine(Study study, Split data) {
        Experiment winner = study.best(1)
                .get(0)
                .proposal()
                .setting()
                .experiment("", data.train().featureCount(), 1, 0, 0);
        return Nd4jRuntime.start()
                .selfTest(
                        winner.layerSizes(),
                        data.train().size(),
                        Precision.valueOf(winner.precision().name()))
                .products();
    }

    /**
     * Scores the winner again, trains it and others as twins, and tries it on the test examples. These are used once in
     * a study: while a better candidate may still come, they are not.
     *
     * @param folder where the use of the test examples is noted
     * @param study a study with at least one complete candidate
     * @param data training examples, and test examples if there are any
     * @param progress hears of {@link #progressOf} iterations, from several threads
     * @return what was found
     * @throws InterruptedException if the calling thread is interrupted
     * @throws org.twinnet.compare.tuning.Search.CancelledException likewise, while contenders are scored
     */
    public Proof prove(StudyFolder folder, Study study, Split data, ProgressListener progress)
            throws InterruptedException {
        Split tested = study.ending() == Ending.CANCELLED ? data.withoutTest() : data;
        int winner = study.best(1).get(0).proposal().number();
        return prover().prove(study, tested, () -> folder.noteTestUse(winner), progress);
    }

    /**
     * How many iterations {@link #prove} will report.
     *
     * @param study a study with at least one complete candidate
     * @return iterations over all runs of all twins
     */
    public long progressOf(Study study) {
        return prover().progressOf(study);
    }

    private Prover prover() {
        return new Prover(TwinFactories.standard(TwinFactories.Loss.LOGIT), workers);
    }
}
