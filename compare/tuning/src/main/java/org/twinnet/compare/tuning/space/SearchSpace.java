package org.twinnet.compare.tuning.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.data.DecimalNumber;

/**
 * The settings that a search may try: every combination of the values of four hyper-parameters.
 *
 * @param lambda strength of the L2 penalty
 * @param keepProbability probability to keep a hidden unit
 * @param learningRate step of gradient descent
 * @param layers units of each layer after the inputs
 */
public record SearchSpace(
        Dimension<Double> lambda,
        Dimension<Double> keepProbability,
        Dimension<Double> learningRate,
        Dimension<List<Integer>> layers) {

    /**
     * Reads what {@link #texts} wrote.
     *
     * @param texts values of λ, keep probability, learning rate and layers
     * @return the space
     * @throws IllegalArgumentException if a text cannot be read
     */
    public static SearchSpace of(List<String> texts) {
        return new SearchSpace(
                Dimension.ofNumbers(texts.get(0), SearchSpace::number),
                Dimension.ofNumbers(texts.get(1), SearchSpace::number),
                Dimension.ofNumbers(texts.get(2), SearchSpace::number),
                Dimension.ofValues(texts.get(3), Setting::layersOf));
    }

    private static double number(String text) {
        return DecimalNumber.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a number in plain decimal"))
                .value();
    }

    /**
     * The space as texts; equal spaces have equal texts.
     *
     * @return values of λ, keep probability, learning rate and layers
     */
    public List<String> texts() {
        return List.of(
                lambda.text(String::valueOf),
                keepProbability.text(String::valueOf),
                learningRate.text(String::valueOf),
                layers.text(Setting::layerText));
    }

    /**
     * All settings of a space without ranges.
     *
     * @return every combination once; empty when there is a range
     */
    public Optional<List<Setting>> settings() {
        if (dimensions().stream().anyMatch(dimension -> dimension.values().isEmpty())) {
            return Optional.empty();
        }
        List<Setting> settings = new ArrayList<>();
        for (double l2 : lambda.values()) {
            for (double keep : keepProbability.values()) {
                for (double rate : learningRate.values()) {
                    for (List<Integer> units : layers.values()) {
                        settings.add(new Setting(l2, keep, rate, units));
                    }
                }
            }
        }
        return Optional.of(settings);
    }

    /**
     * The dimensions in the order of this record.
     *
     * @return all four
     */
    public List<Dimension<?>> dimensions() {
        return List.of(lambda, keepProbability, learningRate, layers);
    }

    /**
     * Where the ranges can be cut into so many points each that the grid has at most a number of points.
     *
     * @param candidates the most points of the grid
     * @return points of each range, at least 2; empty when even 2 are too many
     */
    public Optional<Integer> gridPoints(int candidates) {
        long ranges =
                dimensions().stream().filter(Dimension.Range.class::isInstance).count();
        double choices = dimensions().stream()
                .mapToDouble(dimension -> Math.max(1, dimension.values().size()))
                .reduce(1, (a, b) -> a * b);
        if (ranges == 0) {
            return choices <= candidates ? Optional.of(2) : Optional.empty();
        }
        int points = 1;
        while (choices * Math.pow(points + 1.0, (double) ranges) <= candidates) {
            points++;
        }
        return points < 2 ? Optional.empty() : Optional.of(points);
    }
}
