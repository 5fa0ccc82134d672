package org.twinnet.compare.move;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.io.BoundedFile;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's weights as they lie in files: an {@code .npz}, a JSON object of arrays, or a folder with a {@code .csv}
 * for each array.
 *
 * @param file what messages call it
 * @param arrays the arrays, in the order of the file
 * @param ordered whether that order is the writer's; that of a folder is nobody's
 */
record WeightFile(String file, List<WeightArray> arrays, boolean ordered) {

    private static final int LARGEST = 256 * 1024 * 1024;
    private static final int MOST_ARRAYS = 10_000;

    static WeightFile read(Path path) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            return new WeightFile(file, folder(path), false);
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return new WeightFile(file, json(file, BoundedFile.read(path, LARGEST)), true);
        }
        if (name.endsWith(".npz")) {
            return new WeightFile(file, npz(path), true);
        }
        throw new InvalidDataException(
                file + ": weights are read from .npz, .json, or a folder of .csv files; for PyTorch write "
                        + "numpy.savez(\"weights.npz\", **{k: v.numpy() for k, v in model.state_dict().items()})");
    }

    /** The only array of a file, which may be a {@code .csv} as well. */
    static WeightArray single(Path path) {
        boolean table = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv") && !Files.isDirectory(path);
        List<WeightArray> arrays = table ? List.of(csv(path)) : read(path).arrays();
        if (arrays.size() != 1) {
            throw new InvalidDataException(path + ": holds " + arrays.size() + " arrays; needed: one");
        }
        return arrays.get(0);
    }

    private static List<WeightArray> npz(Path path) {
        NpzArchive archive = NpzArchive.read(path);
        List<WeightArray> arrays = new ArrayList<>();
        for (String name : archive.names()) {
            NpyArray array = archive.array(name)
                    .orElseThrow(
                            () -> new InvalidDataException(path + ", array " + name + ": is a text; needed: numbers"));
            arrays.add(new WeightArray(name, array.shape(), array.values()).requireFinite(path.toString()));
        }
        return arrays;
    }

    private static List<WeightArray> json(String file, byte[] bytes) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(bytes);
        } catch (JacksonException e) {
            throw new InvalidDataException(file + ": is no JSON: " + JsonDamage.met(e), e);
        }
        if (!root.isObject()) {
            throw new InvalidDataException(file + ": needed: an object of arrays, such as {\"W1\": [[0.1, 0.2]]}");
        }
        List<WeightArray> arrays = new ArrayList<>();
        root.properties().forEach(entry -> arrays.add(array(file, entry.getKey(), entry.getValue())));
        return arrays;
    }

    /** A list of numbers, or of lists of equal length. */
    private static WeightArray array(String file, String name, JsonNode node) {
        boolean matrix = node.isArray() && !node.isEmpty() && node.get(0).isArray();
        List<double[]> rows = new ArrayList<>();
        for (JsonNode row : matrix ? node : List.of(node)) {
            rows.add(numbers(file, name, row));
        }
        return matrix(file, name, rows, matrix);
    }

    private static double[] numbers(String file, String name, JsonNode row) {
        double[] values = new double[row.size()];
        for (int i = 0; i < values.length; i++) {
            if (!row.get(i).isNumber()) {
                throw notNumbers(file, name);
            }
            values[i] = row.get(i).doubleValue();
        }
        if (!row.isArray() || values.length == 0) {
            throw notNumbers(file, name);
        }
        return values;
    }

    private static InvalidDataException notNumbers(String file, String name) {
        return new InvalidDataException(
                file + ", array " + name + ": needed: a list of numbers, or a list of such lists, one a row");
    }

    private static WeightArray matrix(String file, String name, List<double[]> rows, boolean matrix) {
        int columns = rows.get(0).length;
        double[] values = new double[rows.size() * columns];
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).length != columns) {
                throw new InvalidDataException(file + ", array " + name + ": row " + (r + 1) + " has "
                        + rows.get(r).length + " numbers, the first has " + columns + "; needed: as many in each");
            }
            System.arraycopy(rows.get(r), 0, values, r * columns, columns);
        }
        int[] shape = matrix ? new int[] {rows.size(), columns} : new int[] {columns};
        return new WeightArray(name, shape, values).requireFinite(file);
    }

    private static List<WeightArray> folder(Path path) {
        List<Path> files;
        try (Stream<Path> found = Files.list(path)) {
            files = found.filter(it -> it.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted()
                    .limit(MOST_ARRAYS)
                    .toList();
        } catch (IOException e) {
            throw new InvalidDataException(path + ": cannot be listed: " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new InvalidDataException(path + ": holds no .csv file; needed: one for each array, such as W1.csv");
        }
        return files.stream().map(WeightFile::csv).toList();
    }

    /** Numbers only, a row a line. */
    private static WeightArray csv(Path path) {
        String name = path.getFileName().toString();
        List<double[]> rows = new ArrayList<>();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(BoundedFile.read(path, LARGEST)))
                    .toString();
            text.lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(row(path, line)));
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(path + ": is not UTF-8 text", e);
        }
        if (rows.isEmpty()) {
            throw new InvalidDataException(path + ": holds no number");
        }
        return matrix(path.toString(), name.substring(0, name.length() - ".csv".length()), rows, true);
    }

    private static double[] row(Path path, String line) {
        String[] fields = line.split(",", -1);
        double[] values = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].strip();
            values[i] = DecimalNumber.parse(field)
                    .map(number -> Double.parseDouble(field))
                    .orElseThrow(
                            () -> new InvalidDataException(path + ": '" + field + "' is no number; needed: numbers "
                                    + "alone, without a heading, one row of the array a line"));
        }
        return values;
    }
}
