package org.twinnet.compare.tuning.search;

import java.util.ArrayList;
import java.util.List;
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
 * Our space as Arbiter's. A dimension of one value becomes a {@link FixedValue}: a {@code DiscreteParameterSpace} of one value makes Arbiter's
 * grid miscount.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // Arbiter's own signatures
final class SettingSpace extends AbstractParameterSpace<Setting> {

    private final ParameterSpace<Double> lambda;
    private final ParameterSpace<Double> keepProbability;
    private final ParameterSpace<Double> learningRate;
    private final ParameterSpace<String> layers;
    private final SearchSpace space;

    SettingSpace(SearchSpace space) {
        this.space = space;
        lambda = numbers(space.lambda());
        keepProbability = numbers(space.keepProbability());
        learningRate = numbers(space.learningRate());
        List<String> indices = new ArrayList<>();
        for (int i = 0; i < space.layers().values().size(); i++) {
            indices.add(String.valueOf(i));
        }
        layers = values(indices);
    }

    private static ParameterSpace<Double> numbers(Dimension<Double> dimension) {
        if (dimension instanceof Dimension.Range range) {
            return range.logarithmic()
                    ? new ContinuousParameterSpace(new LogUniformDistribution(range.from(), range.to()))
                    : new ContinuousParameterSpace(range.from(), range.to());
        }
        return values(dimension.values());
    }

    private static <T> ParameterSpace<T> values(List<T> values) {
        return values.size() == 1 ? new FixedValue<>(values.get(0)) : new DiscreteParameterSpace<>(values);
    }

    /** The number of values of each coordinate of a position; 0 for a range. */
    List<Integer> valueCounts() {
        return space.dimensions().stream()
                .filter(Dimension::searched)
                .map(dimension -> dimension.values().size())
                .toList();
    }

    /** Where a setting of a space without ranges lies: in the middle of its part of each coordinate. */
    double[] position(Setting setting) {
        List<Object> chosen =
                List.of(setting.lambda(), setting.keepProbability(), setting.learningRate(), setting.layers());
        List<Double> position = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Dimension<?> dimension = space.dimensions().get(i);
            if (dimension.searched()) {
                int count = dimension.values().size();
                position.add((dimension.values().indexOf(chosen.get(i)) + 0.5) / count);
            }
        }
        return position.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Setting getValue(double[] position) {
        return new Setting(
                within(space.lambda(), lambda.getValue(position)),
                within(space.keepProbability(), keepProbability.getValue(position)),
                within(space.learningRate(), learningRate.getValue(position)),
                space.layers().values().get(Integer.parseInt(layers.getValue(position))));
    }

    /** The inverse distribution rounds: the end of a range may come out one unit in the last place beyond it. */
    private static double within(Dimension<Double> dimension, double value) {
        return dimension instanceof Dimension.Range range ? Math.max(range.from(), Math.min(range.to(), value)) : value;
    }

    @Override
    public List<ParameterSpace> collectLeaves() {
        List<ParameterSpace> leaves = new ArrayList<>();
        getNestedSpaces().values().forEach(nested -> leaves.addAll(nested.collectLeaves()));
        return leaves;
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
