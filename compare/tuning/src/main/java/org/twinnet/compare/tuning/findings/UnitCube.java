package org.twinnet.compare.tuning.findings;

import java.util.List;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/**
 * The searched dimensions of a space as the sides of a cube, each from 0 to 1: a range by its share of the way, in
 * logarithms where it is logarithmic; a choice of n values cut into n equal parts, its k-th value in the middle of the
 * k-th.
 */
final class UnitCube {

    private final List<SearchSpace.Axis> sides;

    UnitCube(SearchSpace space) {
        sides = space.searched();
    }

    private static double at(SearchSpace.Axis side, Setting setting) {
        Object value = setting.values().get(side.key());
        if (side.dimension() instanceof Dimension.Range range) {
            return share(range, (Double) value);
        }
        List<?> values = side.dimension().values();
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(side.key() + " " + value + " is none of " + values);
        }
        return middle(index, values.size());
    }

    /** Keys of the sides. */
    List<String> keys() {
        return sides.stream().map(SearchSpace.Axis::key).toList();
    }

    /** Number of values of each side, 0 for a range. */
    int[] choices() {
        return sides.stream().mapToInt(side -> side.dimension().values().size()).toArray();
    }

    /** Where a setting lies. */
    double[] position(Setting setting) {
        return sides.stream().mapToDouble(side -> at(side, setting)).toArray();
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
