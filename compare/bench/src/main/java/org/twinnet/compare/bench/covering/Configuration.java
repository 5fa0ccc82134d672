package org.twinnet.compare.bench.covering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.bench.covering.Factor.Level;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.source.ShippedData;

/**
 * One training of the covering set.
 *
 * @param experiment what is trained, named by its number and all that is not the first level of its factor
 * @param data the examples
 */
public record Configuration(Experiment experiment, Dataset data) {

    private static final String UNITS = "layers[].units";

    /** So many trainings, all pairs of choices among them. */
    public static final int COUNT = 320;

    /**
     * All configurations, each with features at its own scale.
     *
     * @param iterations of each
     * @param precision of both networks
     * @return {@link #COUNT}, the same each time
     */
    public static List<Configuration> all(int iterations, Precision precision) {
        return all(iterations, precision, Optional.empty());
    }

    /**
     * All configurations.
     *
     * @param iterations of each
     * @param precision of both networks
     * @param scale what all features are multiplied by; each configuration has its own where it is empty
     * @return {@link #COUNT}, the same each time
     */
    public static List<Configuration> all(int iterations, Precision precision, Optional<Double> scale) {
        List<Factor> factors = Stream.concat(
                        Stream.of(Factors.TASK, Factors.SCALE, Factors.HIDDEN), Factors.OTHERS.stream())
                .toList();
        List<List<Level>> rows = CoveringSet.of(factors, COUNT, 1);
        List<Configuration> all = new ArrayList<>();
        for (List<Level> row : rows) {
            all.add(of(all.size() + 1, factors, row, iterations, precision, scale));
        }
        return all;
    }

    private static Configuration of(
            int number,
            List<Factor> factors,
            List<Level> row,
            int iterations,
            Precision precision,
            Optional<Double> scale) {
        List<String> words = new ArrayList<>();
        Map<String, Object> changes = new LinkedHashMap<>();
        for (int f = 0; f < row.size(); f++) {
            changes.putAll(row.get(f).changes());
            boolean other = scale.isPresent() && factors.get(f).equals(Factors.SCALE);
            if (!other && !factors.get(f).levels().get(0).equals(row.get(f))) {
                words.add(row.get(f).name());
            }
        }
        Dataset data = scaled(
                task(row.get(0).name()),
                scale.orElseGet(() -> Double.valueOf(row.get(1).name())));
        List<Object> units = new ArrayList<>((List<?>) changes.get(UNITS));
        units.add(data.targets().outputs());
        changes.put(UNITS, units);
        if (changes.containsKey("layers[].batch_norm") && "norm-per-layer".equals(changes.get("clip.kind"))) {
            // DL4J has no norm over all of a layer before the penalty
            changes.put("clip.after_penalty", true);
        }
        Experiment experiment = ExperimentTree.with(
                Experiment.published(data.featureCount())
                        .named(Stream.concat(Stream.of(String.valueOf(number)), words.stream())
                                .collect(Collectors.joining(" ")))
                        .with(precision)
                        .iterations(iterations),
                changes);
        return new Configuration(experiment, data);
    }

    private static Dataset task(String name) {
        return switch (name) {
            case "label" -> ShippedData.pitch().train();
            case "labels" -> {
                Dataset arms = ShippedData.arms().train();
                yield Dataset.of(
                        arms.name(),
                        arms.featureNames(),
                        arms.featureRows(),
                        arms.targetRows(),
                        new Targets(Targets.Kind.BINARY, arms.targets().outputs()));
            }
            case "classes" -> ShippedData.arms().train();
            default -> ShippedData.waves().train();
        };
    }

    private static Dataset scaled(Dataset data, double scale) {
        double[][] rows = data.featureRows();
        for (double[] row : rows) {
            for (int f = 0; f < row.length; f++) {
                row[f] *= scale;
            }
        }
        return Dataset.of(data.name(), data.featureNames(), rows, data.targetRows(), data.targets());
    }
}
