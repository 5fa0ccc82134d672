package org.twinnet.compare.tuning.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.arbiter.optimize.api.AbstractParameterSpace;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.distribution.LogUniformDistribution;
import org.deeplearning4j.arbiter.optimize.parameter.FixedValue;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;
import org.deeplearning4j.arbiter.util.LeafUtils;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/**
 * Our space as Arbiter's. A dimension of one value becomes a {@link FixedValue}: a {@code DiscreteParameterSpace} of
 * one value makes Arbiter's grid miscount.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // Arbiter's own signatures
final class SettingSpace extends AbstractParameterSpace<Setting> {

    private final SearchSpace space;
    private final Map<String, ParameterSpace> leaves = new LinkedHashMap<>();

    SettingSpace(SearchSpace space) {
        this.space = space;
        space.axes().forEach(axis -> leaves.put(axis.key(), leaf(axis.dimension())));
    }

    /** A range of its numbers; else the values by their indices, because Arbiter writes no others as bytes. */
    private static ParameterSpace<?> leaf(Dimension<?> dimension) {
        if (dimension instanceof Dimension.Range range) {
            return range.logarithmic()
                    ? new ContinuousParameterSpace(new LogUniformDistribution(range.low(), range.high()))
                    : new ContinuousParameterSpace(range.low(), range.high());
        }
        List<String> indices = IntStream.range(0, dimension.values().size())
                .mapToObj(String::valueOf)
                .toList();
        return dimension.searched() ? new DiscreteParameterSpace<>(indices) : new FixedValue<>(indices.get(0));
    }

    /** The number of values of each coordinate of a position; 0 for a range. */
    List<Integer> valueCounts() {
        return space.searched().stream()
                .map(axis -> axis.dimension().values().size())
                .toList();
    }

    /** Where a setting lies; in the middle of each coordinate that has no place in it. */
    double[] position(Setting setting) {
        return space.searched().stream()
                .mapToDouble(axis -> axis.dimension().share(setting.values().get(axis.key())))
                .toArray();
    }

    @Override
    public Setting getValue(double[] position) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SearchSpace.Axis axis : space.axes()) {
            // the inverse distribution rounds: an end may come out one unit in the last place beyond the range
            Object at = leaves.get(axis.key()).getValue(position);
            values.put(
                    axis.key(),
                    axis.dimension() instanceof Dimension.Range range
                            ? range.nearest((Double) at)
                            : axis.dimension().values().get(Integer.parseInt((String) at)));
        }
        return space.setting(values);
    }

    @Override
    public Map<String, ParameterSpace> getNestedSpaces() {
        return leaves;
    }

    @Override
    public List<ParameterSpace> collectLeaves() {
        return List.copyOf(leaves.values());
    }

    @Override
    public int numParameters() {
        return LeafUtils.countUniqueParameters(collectLeaves());
    }

    @Override
    public boolean isLeaf() {
        return false;
    }

    @Override
    public void setIndices(int... indices) {
        throw new UnsupportedOperationException("only leaves have indices");
    }
}
