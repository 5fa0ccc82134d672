package org.twinnet.compare.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.twinnet.compare.tuning.space.SearchSpace;

/**
 * Everything that decides the result of a study. Two studies of equal settings are equal, candidate for candidate,
 * apart from time.
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
 * @param standardize whether each training brings its features to mean 0 and deviation 1 of its own examples
 * @param tried what is tried of each setting of the experiment, under its key and in the order of the space, as
 *     {@code SearchSpace} writes it
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
        boolean standardize,
        Map<String, String> tried,
        int iterations,
        int halving,
        int lag,
        double candidateSeconds,
        long seed) {

    /** The name of a choice that is made or not. */
    public static final String STANDARDIZE = "standardize";

    /**
     * Copies what is tried.
     *
     * @param version Twinnet's version
     * @param dataName what the training data is called
     * @param trainSha256 hash of the training examples
     * @param testSha256 hash of the test examples
     * @param twin on which network candidates are scored
     * @param search how candidates are proposed
     * @param candidates the most candidates
     * @param folds folds of cross-validation
     * @param repeats weight seeds for each fold
     * @param metric what is scored
     * @param standardize whether each training brings its features to mean 0 and deviation 1 of its own examples
     * @param tried what is tried of each setting of the experiment
     * @param iterations full-batch iterations of each training
     * @param halving successive halving
     * @param lag how far proposals lag behind results
     * @param candidateSeconds time limit of a candidate
     * @param seed seed of folds, weights and search
     */
    public StudySettings {
        tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }

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
     * @throws IllegalArgumentException if a text in {@link #tried} cannot be read
     */
    public SearchSpace space() {
        return SearchSpace.of(tried);
    }

    /**
     * What decides a study, under its names: its data, then its settings.
     *
     * @return name of a setting of the study, fact or key of the experiment, and its value
     */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("Twinnet's version", version);
        named.put("training data", trainSha256);
        named.put("test data", testSha256);
        named.putAll(options());
        return named;
    }

    /**
     * What somebody chose, under its names.
     *
     * @return name of a setting of the study or key of the experiment, and its value
     */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("twin", twin.label());
        options.put("search", search.label());
        options.put("candidates", String.valueOf(candidates));
        options.put("folds", String.valueOf(folds));
        options.put("repeats", String.valueOf(repeats));
        options.put("metric", metric.label());
        if (standardize) {
            options.put(STANDARDIZE, "yes");
        }
        options.putAll(tried);
        options.put("iterations", String.valueOf(iterations));
        options.put("halving", String.valueOf(halving));
        options.put("lag", String.valueOf(lag));
        options.put("candidate-time", String.valueOf(candidateSeconds));
        options.put("seed", String.valueOf(seed));
        return options;
    }
}
