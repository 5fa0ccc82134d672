package org.twinnet.compare.report.model;

import java.util.List;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.FreeRunCosts;

/**
 * The numbers of a scenario that follow from others of it. They stand in the model so that no writer computes them for
 * itself.
 */
public final class Derived {

    private Derived() {}

    static Report.CostDifferences costDifferences(FreeRunCosts costs) {
        List<Report.CostDifference> points = costs.points().stream()
                .map(point ->
                        new Report.CostDifference(point.iteration(), finite(point.difference()), finite(point.limit())))
                .toList();
        return new Report.CostDifferences(
                (int) points.stream()
                        .filter(point -> point.difference() != null)
                        .count(),
                (int) points.stream()
                        .filter(point -> point.difference() != null && point.difference() == 0)
                        .count(),
                points);
    }

    /**
     * The cost to draw and to tell.
     *
     * @param cost a cost of a run
     * @return the reported one, or the one from the logit; null where neither is finite
     */
    public static Double known(Report.Cost cost) {
        return cost.cost() == null ? cost.fromLogit() : cost.cost();
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    /**
     * The differences of two runs of which it is not known how far rounding can carry them apart.
     *
     * @param scratch costs of one run
     * @param dl4j costs of the other, at the same iterations
     * @return one an iteration, without a limit
     */
    public static List<Report.CostDifference> differences(List<Report.Cost> scratch, List<Report.Cost> dl4j) {
        return IntStream.range(0, Math.min(scratch.size(), dl4j.size()))
                .mapToObj(i -> new Report.CostDifference(
                        scratch.get(i).iteration(), relative(known(scratch.get(i)), known(dl4j.get(i))), null))
                .toList();
    }

    static Report.Effect effect(Report.Twins twins, List<Integer> layerSizes, Picture picture) {
        Report.Accuracies accuracy = twins.scratch().accuracy();
        Double gap = accuracy == null || accuracy.test() == null
                ? null
                : Double.valueOf(100 * (share(accuracy.train()) - share(accuracy.test())));
        return picture == null
                ? new Report.Effect(gap, null, null)
                : new Report.Effect(gap, norm(picture.layers()), sparsity(picture.layers(), layerSizes));
    }

    /**
     * The share of correct labels.
     *
     * @param count how many of how many
     * @return from 0 to 1
     */
    public static double share(Report.Count count) {
        return (double) count.correct() / count.total();
    }

    /**
     * Whether a scenario trained for numbers, so that it has neither classes nor a boundary.
     *
     * @param scenario the scenario
     * @return true where it has coefficients of determination in place of accuracies
     */
    public static boolean isRegression(Report.Scenario scenario) {
        return scenario.twins().scratch().rSquared() != null;
    }

    /**
     * Whether the data of a report are numbers.
     *
     * @param report the report
     * @return true where every scenario is a regression, and there is one
     */
    public static boolean isRegression(Report report) {
        return !report.scenarios().isEmpty() && report.scenarios().stream().allMatch(Derived::isRegression);
    }

    private static Double relative(Double a, Double b) {
        if (a == null || b == null) {
            return null;
        }
        return a.doubleValue() == b.doubleValue() ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }

    private static Double norm(List<Picture.Layer> layers) {
        double squares = 0;
        for (Picture.Layer layer : layers) {
            Double norm = layer.scratch().norm();
            squares += norm == null ? Double.NaN : norm * norm;
        }
        return Double.isNaN(squares) ? null : Double.valueOf(Math.sqrt(squares));
    }

    /** Over all hidden units, each layer as often as it has units. */
    private static Double sparsity(List<Picture.Layer> layers, List<Integer> sizes) {
        double zeros = 0;
        double units = 0;
        for (Picture.Layer layer : layers) {
            if (layer.scratch().sparsity() != null && layer.layer() < sizes.size()) {
                zeros += layer.scratch().sparsity() * sizes.get(layer.layer());
                units += sizes.get(layer.layer());
            }
        }
        return units == 0 ? null : Double.valueOf(zeros / units);
    }
}
