package org.twinnet.compare.move;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.NpzWriter;

/** Somebody's network, drawn from a seed, as they save it: names, layouts and files of every kind. */
final class RandomSource {

    private static final int EXAMPLES = 24;

    final Experiment experiment;
    final Dataset data;
    final double[] parameters;
    final double[] statistics;
    final WeightsAs as;

    /** The way in which arrays are called, one of six. */
    final int names;

    private final int file;
    private final SplittableRandom random;

    RandomSource(long seed, boolean square) {
        random = new SplittableRandom(seed);
        experiment = RandomExperiment.of(random, square);
        data = examples();
        parameters = vector(ParameterIndex.of(experiment));
        statistics = vector(ParameterIndex.ofStatistics(experiment));
        as = random.nextBoolean() ? WeightsAs.UNITS_BY_INPUTS : WeightsAs.INPUTS_BY_UNITS;
        names = random.nextInt(statistics.length > 0 ? 4 : 6);
        file = random.nextInt(List.of(0, 4, 5).contains(names) ? 3 : 2);
    }

    /** The kind of the file. */
    String kind() {
        return List.of("npz", "json", "csv").get(file);
    }

    /** Whether shapes fit both ways. */
    boolean isSquare() {
        return experiment.layerSizes().stream().distinct().count() == 1;
    }

    private Dataset examples() {
        Targets targets = experiment.targets();
        double[][] features = new double[EXAMPLES][experiment.inputs()];
        double[][] outputs = new double[EXAMPLES][targets.kind() == Targets.Kind.CLASSES ? 1 : targets.outputs()];
        for (int j = 0; j < EXAMPLES; j++) {
            Arrays.setAll(features[j], i -> 2 * random.nextDouble() - 1);
            Arrays.setAll(outputs[j], k -> switch (targets.kind()) {
                case BINARY -> random.nextInt(2);
                case CLASSES -> random.nextInt(targets.outputs());
                case NUMBERS -> 2 * random.nextDouble() - 1;
            });
        }
        List<String> names =
                IntStream.range(0, experiment.inputs()).mapToObj(i -> "x" + i).toList();
        return Dataset.of("drawn", names, features, outputs, targets);
    }

    private double[] vector(ParameterIndex index) {
        double[] vector = new double[index.length()];
        for (ParameterIndex.Slice slice : index.tensors()) {
            for (int k = slice.offset(); k < slice.offset() + slice.length(); k++) {
                double drawn = random.nextDouble();
                boolean positive = List.of("gamma", "variance").contains(slice.symbol());
                vector[k] = experiment.precision().round(positive ? 0.5 + drawn : 2 * drawn - 1);
            }
        }
        return vector;
    }

    /** Saves it under names and in a file of a kind that are drawn. */
    Path save(Path folder) throws IOException {
        Map<String, double[][]> arrays = new LinkedHashMap<>();
        int at = 0;
        for (int l = 1; l <= experiment.layers().size(); l++) {
            int layer = l;
            List<ParameterIndex.Slice> slices =
                    new ArrayList<>(ParameterIndex.of(experiment).tensors());
            slices.removeIf(slice -> slice.layer() != layer);
            for (ParameterIndex.Slice slice : slices) {
                arrays.put(name(names, slice.symbol(), l, at++), matrix(slice, parameters));
            }
            for (ParameterIndex.Slice slice :
                    ParameterIndex.ofStatistics(experiment).tensors()) {
                if (slice.layer() == l) {
                    arrays.put(name(names, slice.symbol(), l, at++), matrix(slice, statistics));
                }
            }
        }
        return switch (file) {
            case 0 -> npz(folder.resolve("w.npz"), arrays);
            case 1 -> json(folder.resolve("w.json"), arrays);
            default -> csv(folder.resolve("w"), arrays);
        };
    }

    /** A row a unit for W, turned where the layout is the other one; a single row for what is no matrix. */
    private double[][] matrix(ParameterIndex.Slice slice, double[] vector) {
        boolean isW = slice.symbol().equals("W");
        boolean turned = isW && as == WeightsAs.INPUTS_BY_UNITS;
        int rows = isW ? turned ? slice.columns() : slice.rows() : 1;
        int columns = slice.length() / rows;
        double[][] matrix = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                matrix[r][c] = vector[slice.offset() + (turned ? c * rows + r : r * columns + c)];
            }
        }
        return matrix;
    }

    private static String name(int kind, String symbol, int layer, int at) {
        boolean dense = symbol.equals("W") || symbol.equals("b");
        return switch (kind) {
            case 0 ->
                switch (symbol) {
                    case "mean" -> "running_mean" + layer;
                    case "variance" -> "running_var" + layer;
                    default -> symbol + layer;
                };
            case 1 -> "arr_" + at;
            case 2 ->
                2 * layer + (dense ? "" : ".bn") + "."
                        + switch (symbol) {
                            case "W", "gamma" -> "weight";
                            case "b", "beta" -> "bias";
                            case "mean" -> "running_mean";
                            default -> "running_var";
                        };
            case 3 ->
                (dense ? "dense" : "batch_normalization") + (layer == 1 ? "" : "_" + (layer - 1)) + "/"
                        + switch (symbol) {
                            case "W" -> "kernel:0";
                            case "b" -> "bias:0";
                            case "mean" -> "moving_mean:0";
                            case "variance" -> "moving_variance:0";
                            default -> symbol + ":0";
                        };
            case 4 -> (symbol.equals("W") ? "coefs_" : "intercepts_") + (layer - 1);
            default -> (symbol.equals("W") ? "weights_" : "biases_") + layer;
        };
    }

    private static boolean isMatrix(String name, double[][] matrix) {
        return matrix.length > 1
                || (name.matches("(?i)(W\\d+|.*(weights|kernel|coefs).*|.*\\.weight)") && !name.contains(".bn"));
    }

    private Path npz(Path file, Map<String, double[][]> arrays) throws IOException {
        NpzWriter npz = new NpzWriter();
        int[] at = {0};
        arrays.forEach((name, matrix) -> {
            double[] values =
                    Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
            boolean two = name.startsWith("arr_") ? isW(at[0]) : isMatrix(name, matrix);
            at[0]++;
            if (two) {
                npz.put(name, values, matrix.length, values.length / matrix.length);
            } else {
                npz.put(name, values, values.length);
            }
        });
        return Files.write(file, npz.write());
    }

    /** Whether the n-th array in turn is a matrix of weights. */
    private boolean isW(int n) {
        int at = 0;
        for (var layer : experiment.layers()) {
            if (at == n) {
                return true;
            }
            at += layer.batchNorm() instanceof org.twinnet.compare.experiment.choice.Normalization.BatchNorm ? 6 : 2;
        }
        return false;
    }

    private Path json(Path file, Map<String, double[][]> arrays) throws IOException {
        List<String> entries = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, double[][]> array : arrays.entrySet()) {
            boolean two = array.getKey().startsWith("arr_") ? isW(at) : isMatrix(array.getKey(), array.getValue());
            at++;
            String text = Arrays.deepToString(array.getValue());
            entries.add("\"" + array.getKey() + "\": " + (two ? text : text.substring(1, text.length() - 1)));
        }
        return Files.writeString(file, "{" + String.join(",\n", entries) + "}", StandardCharsets.UTF_8);
    }

    private static Path csv(Path folder, Map<String, double[][]> arrays) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, double[][]> array : arrays.entrySet()) {
            StringBuilder text = new StringBuilder();
            for (double[] row : array.getValue()) {
                String line = Arrays.toString(row);
                text.append(line, 1, line.length() - 1).append('\n');
            }
            Files.writeString(folder.resolve(array.getKey() + ".csv"), text);
        }
        return folder;
    }

    /** The network as it is converted, without a file. */
    MovedNetwork moved() {
        return new MovedNetwork(
                experiment, data, true, WeightsAs.UNITS_BY_INPUTS, parameters, statistics, OptionalDouble.empty());
    }

    /** Answers of the network itself, as a file. */
    Predictions predictions(Path folder, double[] outputs) throws IOException {
        int K = experiment.output().units();
        Path file = Files.write(
                folder.resolve("p.npz"),
                new NpzWriter()
                        .put("predictions", outputs, K, outputs.length / K)
                        .write());
        return Predictions.read(file);
    }
}
