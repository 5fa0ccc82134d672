package org.twinnet.compare.tuning.findings;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/**
 * The searched dimensions of a space as the sides of a cube, each from 0 to 1: a range by its share of the way, in logarithms where it is
 * logarithmic; a choice of n values cut into n equal parts, its k-th value in the middle of the k-th.
 */
final class UnitCube {

    /** λ as users write it. */
    static final String LAMBDA = "l2";

    /** Keep probability as users write it. */
    static final String KEEP_PROBABILITY = "keep-prob";

    private static final List<String> NAMES = List.of(LAMBDA, KEEP_PROBABILITY, "learning-rate", "layers");

    /** One side: which of the four hyper-parameters, and what it may be. */
    private record Side(int parameter, Dimension<?> dimension) {

        double at(Setting setting) {
            Object value = switch (parameter) {
                case 0 -> setting.lambda();
                case 1 -> setting.keepProbability();
                case 2 -> setting.learningRate();
                default -> setting.layers();
            };
            if (dimension instanceof Dimension.Range range) {
                return share(range, (Double) value);
            }
            int index = dimension.values().indexOf(value);
            if (index < 0) {
                throw new IllegalArgumentException(
                        NAMES.get(parameter) + " " + value + " is none of " + dimension.values());
            }
            return middle(index, dimension.values().size());
        }
    }

    private final List<Side> sides = new ArrayList<>();

    UnitCube(SearchSpace space) {
        List<Dimension<?>> dimensions = space.dimensions();
        for (int p = 0; p < dimensions.size(); p++) {
            if (dimensions.get(p).searched()) {
                sides.add(new Side(p, dimensions.get(p)));
            }
        }
    }

    /** Names of the sides. */
    List<String> names() {
        return sides.stream().map(side -> NAMES.get(side.parameter())).toList();
    }

    /** Number of values of each side, 0 for a range. */
    int[] choices() {
        return sides.stream().mapToInt(side -> side.dimension().values().size()).toArray();
    }

    /** Where a setting lies. */
    double[] position(Setting setting) {
        return sides.stream().mapToDouble(side -> side.at(setting)).toArray();
    }

    /** The same point with each coordinate of a choice in the middle of its part. */
    double[] snapped(double[] point) {
        double[] snapped = point.clone();
        int[] choices = choices();
        for (int i = 0; i < snapped.length; i++) {
            if (choices[i] > 0) {
                snapped[i] = middle(Math.min(choices[i] - 1, (int) (snapped[i] * choices[i])), choices[i]);
            }
        }
        return snapped;
    }

    private static double middle(int index, int values) {
        return (index + 0.5) / values;
    }

    private static double share(Dimension.Range range, double value) {
        double share = range.logarithmic()
                ? StrictMath.log(value / range.from()) / StrictMath.log(range.to() / range.from())
                : (value - range.from()) / (range.to() - range.from());
        return Math.max(0, Math.min(1, share));
    }
}
