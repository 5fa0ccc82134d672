package org.twinnet.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.NpzWriter;

/**
 * Writes what a running network computes as a trace, which {@code twinnet check} judges.
 *
 * <pre>{@code
 * TraceWriter trace = TraceWriter.rows(x, y, "{\"optimizer\": {\"learning_rate\": 0.1}}");
 * for (int i = 0; i < iterations; i++) {
 *     if (i < 3) {
 *         trace.record(i, "W1", network.w1).record(i, "b1", network.b1).record(i, "dW1", gradient.w1);
 *     }
 *     trace.cost(i, network.cost());
 *     network.step();
 * }
 * trace.save(Path.of("mine.npz"));
 * }</pre>
 *
 * <p>Arrays are copied when they are recorded. Names are those of the trace format: W, b, Z, A, D, dZ, dW, db, dA with
 * the number of the layer, from 1. Parameters are those before the update of their iteration.
 */
public final class TraceWriter {

    private final NpzWriter npz = new NpzWriter();
    private final TreeMap<Integer, Double> costs = new TreeMap<>();
    private final List<String> names = new ArrayList<>();

    private TraceWriter(double[][] X, double[][] Y, String examplesAs, String experiment) {
        try {
            ExperimentFile.stated("experiment", experiment);
        } catch (InvalidDataException e) {
            throw new IllegalArgumentException("The trace cannot be: " + e.getMessage(), e);
        }
        npz.put("examples_as", examplesAs).put("experiment", experiment);
        put("X", X);
        put("Y", Y);
    }

    /**
     * Begins the trace of a network whose examples are rows: X, Y, Z, A, D, dZ and dA hold one a row.
     *
     * @param X examples × features
     * @param Y targets, one row each: 0 or 1, the number of a class or one-hot, or numbers, as the loss reads them
     * @param experiment the JSON of an experiment, as much of it as there is to say; {@code {}} for none of it
     * @return a trace without tensors and costs
     * @throws IllegalArgumentException if there are no examples, or the text is no experiment
     */
    public static TraceWriter rows(double[][] X, double[][] Y, String experiment) {
        return new TraceWriter(X, Y, "rows", experiment);
    }

    /**
     * Begins the trace of a network whose examples are columns: X, Y, Z, A, D, dZ and dA hold one a column.
     *
     * @param X features × examples
     * @param Y targets, one column each
     * @param experiment the JSON of an experiment, as much of it as there is to say; {@code {}} for none of it
     * @return a trace without tensors and costs
     * @throws IllegalArgumentException if there are no examples, or the text is no experiment
     */
    public static TraceWriter columns(double[][] X, double[][] Y, String experiment) {
        return new TraceWriter(X, Y, "columns", experiment);
    }

    /**
     * Says how weights lie, which need be said only where all layers are square.
     *
     * @param inputsByUnits true for (inputs, units), false for (units, inputs)
     * @return this
     */
    public TraceWriter weights(boolean inputsByUnits) {
        npz.put("weights_as", inputsByUnits ? "inputs-by-units" : "units-by-inputs");
        return this;
    }

    /**
     * Records a matrix of an iteration.
     *
     * @param iteration iteration, from 0
     * @param name what it is and its layer, such as {@code dW2}
     * @param values its rows
     * @return this
     * @throws IllegalArgumentException if the format has no such name, the name is there already, or rows are not alike
     */
    public TraceWriter record(int iteration, String name, double[][] values) {
        put(tensor(iteration, name).toString(), values);
        return this;
    }

    /**
     * Records a vector of an iteration, such as biases.
     *
     * @param iteration iteration, from 0
     * @param name what it is and its layer, such as {@code b2}
     * @param values its numbers
     * @return this
     * @throws IllegalArgumentException if the format has no such name, the name is there already, or there is no number
     */
    public TraceWriter record(int iteration, String name, double... values) {
        TensorName tensor = tensor(iteration, name);
        if (tensor.quantity().isLikeBiases()) {
            put(tensor.toString(), values, values.length);
        } else {
            put(tensor.toString(), new double[][] {values});
        }
        return this;
    }

    /**
     * Records several matrices of an iteration.
     *
     * @param iteration iteration, from 0
     * @param tensors their rows by their names
     * @return this
     * @throws IllegalArgumentException if one cannot be recorded
     */
    public TraceWriter record(int iteration, Map<String, double[][]> tensors) {
        new TreeMap<>(tensors).forEach((name, values) -> record(iteration, name, values));
        return this;
    }

    /**
     * Records the examples that an iteration saw, where the experiment does not draw them.
     *
     * @param iteration iteration, from 0
     * @param examples their indices from 0, in order
     * @return this
     * @throws IllegalArgumentException if it was recorded already, or there is no example
     */
    public TraceWriter batch(int iteration, int... examples) {
        require(iteration >= 0, "iteration " + iteration + " is none; they are counted from 0");
        require(examples.length > 0, "batch@" + iteration + " has no example");
        once("batch@" + iteration);
        npz.put("batch@" + iteration, examples);
        return this;
    }

    /**
     * Records the cost of an iteration.
     *
     * @param iteration iteration, from 0
     * @param cost the cost of its parameters before the update, penalty included
     * @return this
     * @throws IllegalArgumentException if the iteration has a cost already, or is below 0
     */
    public TraceWriter cost(int iteration, double cost) {
        require(iteration >= 0, "iteration " + iteration + " is none; they are counted from 0");
        require(costs.putIfAbsent(iteration, cost) == null, "iteration " + iteration + " has a cost already");
        return this;
    }

    /**
     * Writes the file, in place of an older one, after it was read back as {@code twinnet check} reads it.
     *
     * @param file the {@code .npz}
     * @throws InvalidDataException if the trace is none, such as where shapes do not fit each other; the message names
     *     the entry, and there is no file then
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        if (!costs.isEmpty()) {
            npz.put(
                    "cost_iterations",
                    costs.keySet().stream().mapToInt(Integer::intValue).toArray());
            npz.put(
                    "costs",
                    costs.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    costs.size());
        }
        Path place = file.toAbsolutePath();
        Path written =
                Files.createTempFile(place.getParent(), place.getFileName().toString(), ".npz");
        try {
            Files.write(written, npz.write());
            TraceReader.read(written, Optional.empty());
            Files.move(written, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private TensorName tensor(int iteration, String name) {
        return TensorName.parse(name + "@" + iteration)
                .orElseThrow(() -> new IllegalArgumentException("The trace cannot be: " + name + " of iteration "
                        + iteration + " is no name of the format; it is one of "
                        + Arrays.stream(Quantity.values()).map(Quantity::name).toList()
                        + " with the number of the layer, from 1, and iterations are counted from 0."));
    }

    private void put(String name, double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        require(width > 0, name + " holds no number");
        for (int r = 0; r < rows.length; r++) {
            require(
                    rows[r].length == width,
                    "row " + r + " of " + name + " holds " + rows[r].length + " numbers, row 0 holds " + width);
        }
        put(name, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), rows.length, width);
    }

    private void put(String name, double[] values, int... shape) {
        require(values.length > 0, name + " holds no number");
        once(name);
        npz.put(name, values, shape);
    }

    private void once(String name) {
        require(!names.contains(name), name + " was recorded already");
        names.add(name);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The trace cannot be: " + otherwise + ".");
        }
    }
}
