package org.twinnet.compare.tuning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.tuning.space.SearchSpace;

/**
 * Everything that decides the result of a study. Two studies of equal settings are equal, candidate for candidate, apart from time.
 *
 * @param version Twinnet's version
 * @param dataName what the training data is called
 * @param trainSha256 hash of the training examples
 * @param testSha256 hash of the test examples; empty when there are none
 * @param twin on which network candidates are scored
 * @param search how candidates are proposed
 * @param candidates the most candidates
 * @param folds folds of cross-validation
 * @param repeats weight seeds for each fold
 * @param metric what is scored
 * @param lambda values of λ, as {@code SearchSpace} writes them
 * @param keepProbability values of the keep probability
 * @param learningRate values of the learning rate
 * @param layers layers to try
 * @param iterations full-batch iterations of each training
 * @param halving successive halving lets the best 1 of so many go on at each rung; 1 for none
 * @param lag a candidate is proposed once all but the last {@code lag} − 1 candidates before it are finished
 * @param candidateSeconds time limit of a candidate; 0 for none
 * @param seed seed of folds, weights and search
 */
public record StudySettings(
        String version,
        String dataName,
        String trainSha256,
        String testSha256,
        TwinKind twin,
        SearchKind search,
        int candidates,
        int folds,
        int repeats,
        Metric metric,
        String lambda,
        String keepProbability,
        String learningRate,
        String layers,
        int iterations,
        int halving,
        int lag,
        double candidateSeconds,
        long seed) {

    /**
     * Whether what is proposed, or given up, depends on earlier results.
     *
     * @return true for adaptive searches and for successive halving
     */
    public boolean learns() {
        return search.adaptive() || halving > 1;
    }

    /**
     * The space that these settings speak of.
     *
     * @return what may be tried
     */
    public SearchSpace space() {
        return SearchSpace.of(List.of(lambda, keepProbability, learningRate, layers));
    }

    /**
     * The settings under the names that users know them by.
     *
     * @return option or fact, and its value
     */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("Twinnet's version", version);
        named.put("training data", trainSha256);
        named.put("test data", testSha256);
        named.put("--twin", twin.label());
        named.put("--search", search.label());
        named.put("--candidates", String.valueOf(candidates));
        named.put("--folds", String.valueOf(folds));
        named.put("--repeats", String.valueOf(repeats));
        named.put("--metric", metric.label());
        named.put("--l2", lambda);
        named.put("--keep-prob", keepProbability);
        named.put("--learning-rate", learningRate);
        named.put("--layers", layers);
        named.put("--iterations", String.valueOf(iterations));
        named.put("--halving", String.valueOf(halving));
        named.put("--lag", String.valueOf(lag));
        named.put("--candidate-time", String.valueOf(candidateSeconds));
        named.put("--seed", String.valueOf(seed));
        return named;
    }
}
