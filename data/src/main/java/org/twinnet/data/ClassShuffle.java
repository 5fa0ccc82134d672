package org.twinnet.data;

import java.util.Random;
import java.util.stream.IntStream;

/** The examples of each class in a random order: what a stratified split and stratified folds deal from. */
final class ClassShuffle {

    private ClassShuffle() {}

    /**
     * Indices of the examples, apart by class and shuffled within it: class 0 first, with the same random stream.
     *
     * <p>The stream is {@link Random}, whose Javadoc fixes the algorithm, and the shuffle is Fisher and Yates's from
     * the end, so a seed means the same order on every Java platform.
     *
     * @return two arrays: the examples with label 0, and those with label 1; one for each of several classes, and one
     *     with all where examples have no label
     */
    static int[][] byClass(Dataset dataset, long seed) {
        Random random = new Random(seed);
        boolean labelled = dataset.targets().areLabels();
        int[][] classes = new int[dataset.targets().classes()][];
        for (int label = 0; label < classes.length; label++) {
            int wanted = label;
            classes[label] = IntStream.range(0, dataset.size())
                    .filter(i -> !labelled || dataset.label(i) == wanted)
                    .toArray();
            shuffle(classes[label], random);
        }
        return classes;
    }

    private static void shuffle(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
