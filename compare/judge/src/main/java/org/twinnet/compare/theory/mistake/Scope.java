package org.twinnet.compare.theory.mistake;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which layers a mistake can be made in. */
public enum Scope {
    /** The cost or the input, which belong to no layer. */
    NETWORK,
    /** The output layer. */
    OUTPUT,
    /** All layers together. */
    ALL_LAYERS,
    /** All layers or some. */
    LAYERS,
    /** Some layers, but not all. */
    NOT_ALL_LAYERS,
    /** All hidden layers or some. */
    HIDDEN_LAYERS,
    /** All layers but the first, or some of them. */
    LATER_LAYERS;

    /** With more layers, only all, each alone, and all but one are tried. */
    private static final int MOST_SUBSETS = 5;

    /**
     * The sets of layers to try.
     *
     * @param depth number of layers
     * @return the most telling first: all, then single ones, then others
     */
    public List<List<Integer>> layers(int depth) {
        return switch (this) {
            case NETWORK -> List.of(List.of(0));
            case OUTPUT -> List.of(List.of(depth));
            case ALL_LAYERS -> List.of(range(1, depth));
            case LAYERS -> subsets(range(1, depth));
            case NOT_ALL_LAYERS -> subsets(range(1, depth)).stream().skip(1).toList();
            case HIDDEN_LAYERS -> subsets(range(1, depth - 1));
            case LATER_LAYERS -> subsets(range(2, depth));
        };
    }

    /**
     * Whether a set is all that the scope has, so that no layer needs to be named.
     *
     * @param layers a set of layers
     * @param depth number of layers
     * @return true if so
     */
    public boolean isWhole(List<Integer> layers, int depth) {
        return switch (this) {
            case NETWORK, ALL_LAYERS -> true;
            case OUTPUT, NOT_ALL_LAYERS -> false;
            case LAYERS -> layers.size() == depth && depth > 1;
            case HIDDEN_LAYERS, LATER_LAYERS -> layers.size() == depth - 1 && depth > 2;
        };
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<List<Integer>> subsets(List<Integer> layers) {
        int n = layers.size();
        if (n == 0) {
            return List.of();
        }
        IntStream sizes = n <= MOST_SUBSETS ? IntStream.range(1, n) : IntStream.of(1, n - 1);
        return Stream.concat(Stream.of(layers), sizes.boxed().flatMap(size -> combinations(layers, size)))
                .toList();
    }

    /** The sets of so many of the layers. */
    private static Stream<List<Integer>> combinations(List<Integer> layers, int size) {
        if (size == 0) {
            return Stream.of(List.of());
        }
        return IntStream.rangeClosed(0, layers.size() - size)
                .boxed()
                .flatMap(k -> combinations(layers.subList(k + 1, layers.size()), size - 1)
                        .map(others -> Stream.concat(Stream.of(layers.get(k)), others.stream())
                                .toList()));
    }
}
