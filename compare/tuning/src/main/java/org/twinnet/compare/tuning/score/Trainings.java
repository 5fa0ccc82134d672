package org.twinnet.compare.tuning.score;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.twinnet.data.Dataset;
import org.twinnet.data.Folds;
import org.twinnet.data.Split;

/**
 * The trainings that score a setting: repeated k-fold cross-validation, where each repeat deals the folds anew and each
 * training has seeds of its own. Every setting goes through the same ones, so that two scores differ by the settings
 * and not by their luck.
 *
 * @param whole all examples, of which each training learns some and validates on the others
 * @param parts one entry a training: all folds of repeat 0, then of repeat 1, …
 */
public record Trainings(Dataset whole, List<Part> parts) {

    private static final long SEEDS = 1L << 32;

    /**
     * One training.
     *
     * @param fold which examples validate, from 0
     * @param repeat which dealing of the folds, from 0
     * @param examples {@code train} learns, {@code test} validates
     * @param weightSeed NumPy seed of the initial weights
     * @param maskSeed NumPy seed of the dropout masks
     */
    public record Part(int fold, int repeat, Split examples, long weightSeed, long maskSeed) {}

    /**
     * Copies the list.
     *
     * @param whole all examples
     * @param parts one entry a training
     */
    public Trainings {
        parts = List.copyOf(parts);
    }

    /**
     * Deals the folds and draws the seeds.
     *
     * @param training the training examples; test examples have no place here
     * @param folds number of folds, at least 2
     * @param repeats how often the folds are dealt, at least 1
     * @param seed seed of folds, weights and masks
     * @param standardize whether features are brought to one scale, by the examples of each training alone
     * @return folds · repeats trainings
     * @throws org.twinnet.data.InvalidDataException if the examples do not suffice for so many folds
     */
    public static Trainings of(Dataset training, int folds, int repeats, long seed, boolean standardize) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Part> parts = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            Folds dealt = Folds.of(training, folds, random.nextLong());
            for (int fold = 0; fold < folds; fold++) {
                Split examples = standardize ? dealt.fold(fold).standardized() : dealt.fold(fold);
                parts.add(new Part(fold, repeat, examples, random.nextLong(SEEDS), random.nextLong(SEEDS)));
            }
        }
        return new Trainings(training, parts);
    }
}
