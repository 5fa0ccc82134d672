package org.twinnet.compare.tuning.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.score.CrossValidation;
import org.twinnet.compare.tuning.score.Halving;
import org.twinnet.compare.tuning.score.Trainings;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;

/** Runs a study to its end, or goes on with it. */
public final class Tuner {

    private final Search search;
    private final TwinFactory twins;
    private final int workers;
    private final BooleanSupplier cancelled;
    private final Consumer<CandidateResult> listener;

    /**
     * Makes a tuner.
     *
     * @param search proposes candidates
     * @param twins makes the networks that are scored
     * @param workers number of candidates that are trained side by side
     * @param cancelled tells that the study shall end here, to be resumed
     * @param listener hears of every new result when it is kept, from several threads
     */
    public Tuner(
            Search search,
            TwinFactory twins,
            int workers,
            BooleanSupplier cancelled,
            Consumer<CandidateResult> listener) {
        this.search = search;
        this.twins = twins;
        this.workers = workers;
        this.cancelled = cancelled;
        this.listener = listener;
    }

    /**
     * Trains what the study still lacks.
     *
     * @param folder where it is kept; what is in there is not trained again
     * @param training the training examples
     * @return the study with all results
     * @throws org.twinnet.data.InvalidDataException if the examples do not suffice for the folds
     * @throws IllegalArgumentException if the grid does not fit the number of candidates, or results in the folder are
     *     not of this study
     */
    public Study run(StudyFolder folder, Dataset training) {
        StudySettings settings = folder.settings();
        SearchSpace space = settings.space();
        Map<Integer, CandidateResult> known = new ConcurrentHashMap<>();
        double guessing = settings.metric().lossOfGuessing(training);
        folder.noteGuessing(guessing);
        List<CandidateResult> finished = folder.results();
        finished.forEach(result -> known.put(result.proposal().number(), result));
        CrossValidation evaluator = new CrossValidation(
                twins,
                Trainings.of(training, settings.folds(), settings.repeats(), settings.seed(), settings.standardize()),
                new Halving(settings.iterations(), settings.halving(), settings.metric()),
                settings.candidateSeconds(),
                seen -> first(seen, known),
                cancelled);
        Search.Plan plan = new Search.Plan(
                settings.search(),
                space,
                settings.candidates(),
                settings.learns() ? settings.lag() : 0,
                settings.metric(),
                settings.seed());
        Search.Ending ending = search.run(
                plan,
                finished,
                evaluator,
                result -> {
                    folder.save(result);
                    known.put(result.proposal().number(), result);
                    listener.accept(result);
                },
                workers,
                cancelled);
        return new Study(settings, space, inOrder(known), ending, guessing);
    }

    private static List<CandidateResult> first(int count, Map<Integer, CandidateResult> known) {
        List<CandidateResult> results = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            CandidateResult result = known.get(number);
            if (result == null) {
                throw new IllegalStateException(
                        "candidate " + number + " counts as known and is not; a search proposed too early");
            }
            results.add(result);
        }
        return results;
    }

    private static List<CandidateResult> inOrder(Map<Integer, CandidateResult> known) {
        return known.values().stream()
                .sorted(Comparator.comparingInt(result -> result.proposal().number()))
                .toList();
    }
}
