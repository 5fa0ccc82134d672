package org.twinnet.compare.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.bench.result.BenchReport;
import org.twinnet.compare.bench.result.Comparison;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Spread;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.data.Dataset;

/** Turns measurements into the report's figures. */
final class Figures {

    private Figures() {}

    static BenchReport report(
            BenchSettings settings, Dataset training, String numpy, Results results, List<MemoryPoint> memory) {
        List<BenchReport.Speed> speeds = new ArrayList<>();
        List<BenchReport.Ratio> ratios = new ArrayList<>();
        List<BenchReport.SameWork> agreements = new ArrayList<>();
        for (Scenario scenario : settings.scenarios()) {
            for (Contestant contestant : settings.contestants()) {
                speed(contestant, scenario, results).ifPresent(speeds::add);
                if (contestant != Contestant.SCRATCH) {
                    sameWork(contestant, scenario, training, results).ifPresent(agreements::add);
                }
            }
            for (Comparison comparison : Comparison.values()) {
                ratio(comparison, scenario, results).ifPresent(ratios::add);
            }
        }
        return new BenchReport(
                training.name(),
                training.size(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Runtime.getRuntime().availableProcessors(),
                numpy,
                settings.rounds(),
                speeds,
                ratios,
                agreements,
                memory,
                results.failures());
    }

    private static Optional<BenchReport.Speed> speed(Contestant contestant, Scenario scenario, Results results) {
        var measurements = results.of(contestant, scenario).values();
        if (measurements.isEmpty()) {
            return Optional.empty();
        }
        Spread microseconds =
                Spread.of(measurements.stream().map(Measurement::microseconds).toList());
        List<Double> bytes = measurements.stream()
                .map(Measurement::bytes)
                .filter(Double::isFinite)
                .toList();
        return Optional.of(new BenchReport.Speed(
                contestant,
                scenario,
                microseconds,
                1e6 / microseconds.median(),
                bytes.isEmpty() ? null : Spread.of(bytes).median()));
    }

    /**
     * Within a round, because the two were measured a few seconds apart there, and from round to round the machine
     * changes.
     */
    private static Optional<BenchReport.Ratio> ratio(Comparison comparison, Scenario scenario, Results results) {
        Map<Integer, Measurement> faster = results.of(comparison.faster(), scenario);
        Map<Integer, Measurement> slower = results.of(comparison.slower(), scenario);
        List<Double> ratios = faster.keySet().stream()
                .filter(slower::containsKey)
                .map(round ->
                        slower.get(round).microseconds() / faster.get(round).microseconds())
                .toList();
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(new BenchReport.Ratio(comparison, scenario, Spread.of(ratios)));
    }

    private static Optional<BenchReport.SameWork> sameWork(
            Contestant contestant, Scenario scenario, Dataset training, Results results) {
        Optional<Measurement> other =
                results.of(contestant, scenario).values().stream().findFirst();
        Optional<Measurement> own =
                results.of(Contestant.SCRATCH, scenario).values().stream().findFirst();
        if (other.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        double second = relativeDifference(other.get().secondCost(), own.get().secondCost());
        return Optional.of(new BenchReport.SameWork(
                contestant,
                scenario,
                relativeDifference(other.get().firstCost(), own.get().firstCost()),
                limit(scenario, training),
                Double.isNaN(second) ? null : second));
    }

    /**
     * Additions on the longest way from a feature to the cost, each rounded once on either side by at most half a 2⁻⁵².
     */
    private static double limit(Scenario scenario, Dataset training) {
        int units = Task.experiment(scenario, training.featureCount()).layerSizes().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return (training.size() + units) * Math.ulp(1.0);
    }

    static double relativeDifference(double value, double reference) {
        return Math.abs(value - reference) / Math.abs(reference);
    }
}
