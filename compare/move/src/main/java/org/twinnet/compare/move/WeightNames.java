package org.twinnet.compare.move;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinnet.compare.move.SourceLayer.Role;
import org.twinnet.data.InvalidDataException;

/**
 * The layers behind the names that people give to their arrays: {@code W1} and {@code b1}, {@code weights_1},
 * {@code layer1.weight}, {@code dense/kernel:0}, {@code coefs_0} and {@code intercepts_0}, or {@code arr_0},
 * {@code arr_1}, … in turn.
 *
 * @param layers the dense layers in order, each with its batch normalization if it has one
 * @param mean what the features were moved by, where an array of that name is there
 * @param deviation what they were divided by
 */
record WeightNames(List<SourceLayer> layers, Optional<WeightArray> mean, Optional<WeightArray> deviation) {

    private static final Pattern ROLE = Pattern.compile(
            "(?i)(?<![a-z])(running_mean|moving_mean|running_var|moving_variance|num_batches_tracked|weights?|kernels?"
                    + "|coefs?|intercepts?|biases|bias|gamma|beta|w|b)(?![a-z])");

    private static final int MOST_UNITS = 100_000;
    private static final Pattern IN_TURN = Pattern.compile("arr_(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("running_mean", Role.MEAN),
            Map.entry("moving_mean", Role.MEAN),
            Map.entry("running_var", Role.VARIANCE),
            Map.entry("moving_variance", Role.VARIANCE),
            Map.entry("gamma", Role.GAMMA),
            Map.entry("beta", Role.BETA),
            Map.entry("bias", Role.B),
            Map.entry("biases", Role.B),
            Map.entry("b", Role.B),
            Map.entry("intercept", Role.B),
            Map.entry("intercepts", Role.B));

    static WeightNames of(WeightFile file) {
        List<WeightArray> arrays = new ArrayList<>(file.arrays());
        Optional<WeightArray> mean = take(arrays, "mean");
        Optional<WeightArray> deviation = take(arrays, "std");
        if (mean.isPresent() != deviation.isPresent()) {
            throw new InvalidDataException(file.file() + ": holds only one of mean and std; needed: both or none");
        }
        boolean inTurn = !arrays.isEmpty()
                && arrays.stream().allMatch(it -> IN_TURN.matcher(it.name()).matches());
        List<SourceLayer> groups = inTurn ? inTurn(file.file(), arrays) : named(file, arrays);
        List<SourceLayer> layers = joined(file.file(), groups);
        if (layers.isEmpty()) {
            throw new InvalidDataException(file.file() + ": holds no weights; needed: arrays such as W1 and b1");
        }
        return new WeightNames(layers, mean, deviation);
    }

    private static Optional<WeightArray> take(List<WeightArray> arrays, String name) {
        Optional<WeightArray> found =
                arrays.stream().filter(it -> it.name().equals(name)).findFirst();
        found.ifPresent(arrays::remove);
        return found;
    }

    private static List<SourceLayer> named(WeightFile file, List<WeightArray> arrays) {
        Map<String, SourceLayer> groups = new LinkedHashMap<>();
        for (WeightArray array : arrays) {
            Matcher role = ROLE.matcher(array.name());
            int start = -1;
            int end = -1;
            while (role.find()) {
                start = role.start();
                end = role.end();
            }
            if (start < 0) {
                throw new InvalidDataException(
                        file.file() + ": " + array.name() + " is the name of no array of a network;"
                                + " known are names such as W1 and b1, layer1.weight, dense/kernel:0, coefs_0, arr_0");
            }
            String word = array.name().substring(start, end).toLowerCase(Locale.ROOT);
            String key =
                    key(array.name().substring(0, start) + "/" + array.name().substring(end));
            if (!word.equals("num_batches_tracked")) {
                SourceLayer group = groups.computeIfAbsent(key, SourceLayer::new);
                Role is = ROLES.getOrDefault(word, Role.W);
                if (group.arrays().putIfAbsent(is, array) != null) {
                    throw new InvalidDataException(
                            file.file() + ": " + group.arrays().get(is).name() + " and "
                                    + array.name() + " are both " + (is == Role.W ? "the weights" : "the " + word)
                                    + " of one layer; remove one");
                }
            }
        }
        return sorted(file, new ArrayList<>(groups.values()));
    }

    /** What is left of a name without the word, its number of a Keras tensor and what separates. */
    private static String key(String rest) {
        return rest.replaceFirst(":0$", "")
                .replaceAll("^[^\\p{Alnum}]+|[^\\p{Alnum}]+$", "")
                .replaceAll("/+", "/");
    }

    /** Numbers order names that differ in them alone; else the order of the file does, if it has one. */
    private static List<SourceLayer> sorted(WeightFile file, List<SourceLayer> groups) {
        Set<String> skeletons = new HashSet<>();
        groups.forEach(
                it -> skeletons.add(NUMBER.matcher(it.key()).replaceAll("").replaceAll("[^\\p{Alpha}]+$", "")));
        boolean numbered = skeletons.size() == 1
                && groups.stream()
                        .allMatch(it -> NUMBER.matcher(it.key()).results().count() <= 1);
        if (numbered) {
            groups.sort(Comparator.comparingLong(it -> NUMBER.matcher(it.key())
                    .results()
                    .mapToLong(number -> Long.parseLong(number.group()
                            .substring(0, Math.min(18, number.group().length()))))
                    .findFirst()
                    .orElse(-1)));
        } else if (!file.ordered() && groups.size() > 1) {
            throw new InvalidDataException(file.file() + ": a folder has no order, and the names "
                    + groups.get(0).key() + " and " + groups.get(1).key()
                    + " tell none; needed: numbers, such as W1.csv, b1.csv, W2.csv, b2.csv");
        }
        return groups;
    }

    /** Keras' {@code get_weights()}: matrix, bias, and perhaps gamma, beta, moving mean, moving variance. */
    private static List<SourceLayer> inTurn(String file, List<WeightArray> arrays) {
        arrays.sort(Comparator.comparingLong(it -> Long.parseLong(it.name().substring(4))));
        if (arrays.stream().allMatch(it -> it.shape().length == 2)) {
            throw new InvalidDataException(
                    file + ": " + arrays.get(arrays.size() - 1).name()
                            + " may be a bias or weights, since all arrays are matrices and their names say nothing;"
                            + " save them under names such as W1, b1, W2, b2");
        }
        List<Role> vectors = List.of(Role.B, Role.GAMMA, Role.BETA, Role.MEAN, Role.VARIANCE);
        List<SourceLayer> layers = new ArrayList<>();
        int next = 0;
        for (WeightArray array : arrays) {
            if (array.shape().length == 2) {
                layers.add(new SourceLayer(array.name()));
                layers.get(layers.size() - 1).arrays().put(Role.W, array);
                next = 0;
            } else if (!layers.isEmpty() && next < vectors.size() && array.shape().length == 1) {
                layers.get(layers.size() - 1).arrays().put(vectors.get(next), array);
                next++;
            } else {
                throw new InvalidDataException(file + ", array " + array.name() + " of shape " + array.shapeText()
                        + ": needed in turn: the matrix of a layer, its bias, and with batch normalization gamma, beta,"
                        + " moving mean and moving variance");
            }
        }
        return layers;
    }

    /** A group without a matrix is the batch normalization of the layer before it. */
    private static List<SourceLayer> joined(String file, List<SourceLayer> groups) {
        List<SourceLayer> layers = new ArrayList<>();
        for (SourceLayer group : groups) {
            boolean normalizes = !group.has(Role.W)
                    || (group.has(Role.MEAN) && group.weights().shape().length == 1);
            if (!normalizes) {
                layers.add(group);
                continue;
            }
            if (layers.isEmpty() || layers.get(layers.size() - 1).has(Role.GAMMA)) {
                throw new InvalidDataException(
                        file + ": " + group.arrays().values().iterator().next().name()
                                + " has no matrix of weights beside it; needed: one for each layer");
            }
            // PyTorch calls gamma weight and beta bias
            Map<Role, Role> renamed = new EnumMap<>(Map.of(Role.W, Role.GAMMA, Role.B, Role.BETA));
            SourceLayer dense = layers.get(layers.size() - 1);
            group.arrays().forEach((role, array) -> dense.arrays().put(renamed.getOrDefault(role, role), array));
        }
        for (SourceLayer layer : layers) {
            requireWhole(file, layer);
        }
        return layers;
    }

    private static void requireWhole(String file, SourceLayer layer) {
        if (layer.weights().shape().length != 2) {
            throw new InvalidDataException(file + ", array " + layer.weights().name() + ": its shape is "
                    + layer.weights().shapeText() + "; needed: a matrix, (units, inputs) or (inputs, units)");
        }
        for (int side : layer.weights().shape()) {
            if (side < 1 || side > MOST_UNITS) {
                throw new InvalidDataException(file + ", array "
                        + layer.weights().name() + ": its shape is "
                        + layer.weights().shapeText() + "; needed: from 1 to " + MOST_UNITS + " inputs and units");
            }
        }
        long normalization = layer.arrays().keySet().stream()
                .filter(role -> role != Role.W && role != Role.B)
                .count();
        if (normalization != 0 && normalization != 4) {
            throw new InvalidDataException(
                    file + ": the batch normalization behind " + layer.weights().name()
                            + " lacks something; needed: gamma, beta, running mean and running variance");
        }
    }
}
