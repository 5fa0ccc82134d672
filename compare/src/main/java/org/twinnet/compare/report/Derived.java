package org.twinnet.compare.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.Spread;

/** The numbers of a scenario that follow from others of it. They stand in the model so that no writer computes them for itself. */
final class Derived {

    private Derived() {}

    static Report.CostDifferences costDifferences(Report.Twins twins, Report.Spread spread) {
        Map<Integer, Double> spreads = new HashMap<>();
        spread.points().forEach(point -> spreads.put(point.iteration(), point.spread()));
        List<Report.CostDifference> points =
                differences(twins.scratch().costs(), twins.dl4j().costs(), spreads);
        return new Report.CostDifferences(
                (int) points.stream()
                        .filter(point -> point.difference() != null)
                        .count(),
                (int) points.stream()
                        .filter(point -> point.difference() != null && point.difference() == 0)
                        .count(),
                points);
    }

    /** Iterations whose spread is not known have no limit. */
    static List<Report.CostDifference> differences(
            List<Report.Cost> scratch, List<Report.Cost> dl4j, Map<Integer, Double> spreads) {
        return IntStream.range(0, Math.min(scratch.size(), dl4j.size()))
                .mapToObj(i -> {
                    int iteration = scratch.get(i).iteration();
                    Double of = spreads.get(iteration);
                    return new Report.CostDifference(
                            iteration,
                            relative(scratch.get(i).cost(), dl4j.get(i).cost()),
                            of == null ? null : Double.valueOf(Spread.ALLOWANCE * of));
                })
                .toList();
    }

    static Report.Effect effect(Report.Twins twins, Report.Settings settings, Picture picture) {
        Report.Accuracies accuracy = twins.scratch().accuracy();
        Double gap = accuracy.test() == null
                ? null
                : Double.valueOf(100 * (share(accuracy.train()) - share(accuracy.test())));
        return picture == null
                ? new Report.Effect(gap, null, null)
                : new Report.Effect(gap, norm(picture.layers()), sparsity(picture.layers(), settings.layers()));
    }

    static double share(Report.Count count) {
        return (double) count.correct() / count.total();
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
