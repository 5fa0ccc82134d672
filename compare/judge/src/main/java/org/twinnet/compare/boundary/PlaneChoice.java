package org.twinnet.compare.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which two features a {@link Plane} shows of data with more than two. */
public sealed interface PlaneChoice {

    /** So many names of features are told. */
    int MOST_NAMES = 8;

    /** The first two, whatever they are. */
    record FirstTwo() implements PlaneChoice {
        @Override
        public List<Integer> axes(double[] norms) {
            return List.of(0, Math.min(1, norms.length - 1));
        }
    }

    /**
     * The two that somebody asked for.
     *
     * @param x index of the feature along x
     * @param y index of the other
     */
    record Asked(int x, int y) implements PlaneChoice {

        /**
         * Refuses a single feature.
         *
         * @param x index of the feature along x
         * @param y index of the other
         * @throws IllegalArgumentException if both are the same, or one is negative
         */
        public Asked {
            if (x == y || x < 0 || y < 0) {
                throw new IllegalArgumentException("A plane needs two features, but got " + x + " and " + y + ".");
            }
        }

        @Override
        public List<Integer> axes(double[] norms) {
            return List.of(x, y);
        }
    }

    /** The two that the first layer listens to most: ‖W₁[·, f]‖ is largest, over the networks of all scenarios. */
    record LargestWeights() implements PlaneChoice {
        @Override
        public List<Integer> axes(double[] norms) {
            return norms.length <= 2
                    ? new FirstTwo().axes(norms)
                    : IntStream.range(0, norms.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer f) -> Double.isNaN(norms[f]) ? 0 : -norms[f]))
                            .limit(2)
                            .sorted()
                            .toList();
        }
    }

    /**
     * The features along x and y.
     *
     * @param norms of each feature the norm of its weights in the first layer
     * @return two different indices, or twice 0 where there is one feature; of equal norms, and of norms that are no
     *     number, those of the first features
     */
    List<Integer> axes(double[] norms);

    /**
     * The two features that somebody named.
     *
     * @param words two names of features, or their numbers from 1
     * @param features the names of all features
     * @return the choice
     * @throws IllegalArgumentException if these are not two different features
     */
    static PlaneChoice named(List<String> words, List<String> features) {
        List<Integer> axes =
                words.stream().map(word -> index(word, features)).distinct().toList();
        if (words.size() != 2 || axes.size() != 2) {
            throw new IllegalArgumentException("a plane needs two different features, not '" + String.join(",", words)
                    + "'; the data has " + shown(features));
        }
        return new Asked(axes.get(0), axes.get(1));
    }

    private static int index(String word, List<String> features) {
        int named = features.indexOf(word);
        if (named >= 0) {
            return named;
        }
        for (int f = 0; f < features.size(); f++) {
            if (word.equals(String.valueOf(f + 1))) {
                return f;
            }
        }
        throw new IllegalArgumentException("no feature is called '" + word + "'; the data has " + shown(features));
    }

    private static String shown(List<String> features) {
        String some = String.join(", ", features.subList(0, Math.min(MOST_NAMES, features.size())));
        int others = features.size() - MOST_NAMES;
        return others > 0 ? some + " and " + others + " more, also by number" : some;
    }
}
