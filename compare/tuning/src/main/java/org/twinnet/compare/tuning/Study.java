package org.twinnet.compare.tuning;

import java.util.Comparator;
import java.util.List;
import org.twinnet.compare.tuning.space.SearchSpace;

/**
 * A study as far as it has come.
 *
 * @param settings everything that decides its result
 * @param space what may be tried
 * @param results what became of the candidates, in the order of their numbers; a number is missing only where the study
 *     was cancelled
 * @param ending how the search ended
 * @param guessing what a network loses that knows nothing but what is frequent, {@link Metric#lossOfGuessing}
 */
public record Study(
        StudySettings settings,
        SearchSpace space,
        List<CandidateResult> results,
        Search.Ending ending,
        double guessing) {

    /**
     * Copies the results.
     *
     * @param settings everything that decides its result
     * @param space what may be tried
     * @param results what became of the candidates
     * @param ending how the search ended
     * @param guessing loss of guessing
     */
    public Study {
        results = List.copyOf(results);
    }

    /**
     * The best candidates.
     *
     * @param count how many at most
     * @return complete ones only, the best first, of equal ones the earlier
     */
    public List<CandidateResult> best(int count) {
        return results.stream()
                .filter(result -> result.score().isPresent())
                .sorted(Comparator.comparingDouble((CandidateResult result) ->
                                settings.metric().loss(result.score().getAsDouble()))
                        .thenComparing(result -> result.proposal().number()))
                .limit(count)
                .toList();
    }
}
