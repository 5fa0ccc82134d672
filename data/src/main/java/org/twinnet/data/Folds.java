package org.twinnet.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The k parts of k-fold cross-validation, stratified by class: each fold validates on its own part and trains on the
 * rest, and every example is in exactly one validation part.
 *
 * <p>The examples of each class are shuffled with {@link java.util.Random} and dealt to the folds in turn, class 1
 * going on where class 0 stopped. The sizes of two validation parts differ by at most one, and so do their numbers of
 * examples of each class. The same seed deals the same folds on every platform.
 */
public final class Folds {

    private final Dataset dataset;
    private final int count;
    private final int[] foldOfExample;

    private Folds(Dataset dataset, int count, int[] foldOfExample) {
        this.dataset = dataset;
        this.count = count;
        this.foldOfExample = foldOfExample;
    }

    /**
     * Deals a data set into folds.
     *
     * @param dataset the examples, at least two of each of two classes, so that each training part holds both; of more
     *     classes others may be rare, and missing in a training part
     * @param count the number of folds, k: at least 2, at most one for each example
     * @param seed the seed of the random order
     * @return the folds
     * @throws InvalidDataException if there are too few examples of a class, or if k is out of range
     */
    public static Folds of(Dataset dataset, int count, long seed) {
        if (count < 2 || count > dataset.size()) {
            throw new InvalidDataException(dataset.name() + ": " + count + " folds of " + dataset.size()
                    + " examples; the number of folds is 2 to the number of examples");
        }
        int[][] classes = ClassShuffle.byClass(dataset, seed);
        int[] foldOfExample = new int[dataset.size()];
        requireClasses(dataset, classes);
        int dealt = 0;
        for (int[] examples : classes) {
            for (int example : examples) {
                foldOfExample[example] = dealt++ % count;
            }
        }
        return new Folds(dataset, count, foldOfExample);
    }

    private static void requireClasses(Dataset dataset, int[][] classes) {
        int needed = Math.min(2, classes.length);
        long enough =
                Arrays.stream(classes).filter(examples -> examples.length >= 2).count();
        for (int label = 0; enough < needed && label < classes.length; label++) {
            if (classes[label].length < 2) {
                throw new InvalidDataException(dataset.name() + ": " + classes[label].length + " examples of class "
                        + label + "; cross-validation needs at least 2 of "
                        + (classes.length > 2 ? "two classes" : "each class") + ", to train on both in every fold");
            }
        }
    }

    /**
     * The number of folds, k.
     *
     * @return at least 2
     */
    public int count() {
        return count;
    }

    /**
     * One fold as a split: its validation part is the {@link Split#test() test} part, and all other examples train.
     *
     * @param fold index of the fold, from 0
     * @return the split; the examples of each part are in the order of the data set
     * @throws IndexOutOfBoundsException if there is no such fold
     */
    public Split fold(int fold) {
        boolean[] validates = new boolean[foldOfExample.length];
        for (int example : validationExamples(fold)) {
            validates[example] = true;
        }
        return Split.of(dataset, validates);
    }

    /**
     * The examples that one fold validates on.
     *
     * @param fold index of the fold, from 0
     * @return their indices in the data set, ascending
     * @throws IndexOutOfBoundsException if there is no such fold
     */
    public int[] validationExamples(int fold) {
        Objects.checkIndex(fold, count);
        return IntStream.range(0, foldOfExample.length)
                .filter(i -> foldOfExample[i] == fold)
                .toArray();
    }
}
