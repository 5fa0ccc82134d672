package org.twinnet.compare.tuning.findings;

import java.util.List;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/**
 * The searched dimensions of a space as the sides of a cube, each from 0 to 1: a range by its share of the way, in
 * logarithms where it is logarithmic; a choice of n values cut into n equal parts, its k-th value in the middle of the
 * k-th. What has no place in a setting lies in the middle.
 */
final class UnitCube {

    private final List<SearchSpace.Axis> sides;

    UnitCube(SearchSpace space) {
        sides = space.searched();
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
        return sides.stream()
                .mapToDouble(side -> side.dimension().share(setting.values().get(side.key())))
                .toArray();
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
}
