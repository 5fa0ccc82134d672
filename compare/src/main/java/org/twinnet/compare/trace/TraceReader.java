package org.twinnet.compare.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;
import org.twinnet.scratch.linalg.Matrix;

/** Reads a trace strictly: whatever the format does not define is refused by name, never skipped, reshaped or guessed. */
public final class TraceReader {

    private static final Set<String> PLAIN =
            Set.of("X", "Y", "learning_rate", "lambd", "keep_prob", "cost_iterations", "costs");

    private final Path file;
    private final NpzArchive archive;

    private TraceReader(Path file) {
        this.file = file;
        this.archive = NpzArchive.read(file);
    }

    /**
     * Reads a trace.
     *
     * @param file the {@code .npz} file
     * @param data the training examples, for a trace without X and Y; a trace that has them keeps its own
     * @return the trace
     * @throws InvalidDataException if the file is damaged, holds an entry that the format does not define, or if a type, shape or value is
     *     wrong; the message is one line that names the file and the entry
     */
    public static Trace read(Path file, Optional<Dataset> data) {
        return new TraceReader(file).read(data);
    }

    private Trace read(Optional<Dataset> data) {
        SortedMap<TensorName, NpyArray> arrays = tensors();
        HyperParameters hyperParameters = hyperParameters();
        Matrix X = X(data);
        Matrix Y = Y(data);
        if (X.columns() != Y.columns()) {
            throw refuse("X", "has " + X.columns() + " examples, but Y has " + Y.columns() + "; both need the same");
        }
        TraceShapes shapes = TraceShapes.of(arrays, X.rows(), Y.rows(), X.columns(), file);
        SortedMap<TensorName, TraceTensor> tensors = shapes.tensors();
        List<ReportedCost> costs = costs();
        TracePrecision precision = TracePrecision.of(arrays.values(), archive.array("costs"));
        return new Trace(
                hyperParameters, X, Y, shapes.layerSizes(), tensors, costs, precision.precision(), precision.mixed());
    }

    private SortedMap<TensorName, NpyArray> tensors() {
        SortedMap<TensorName, NpyArray> arrays = new TreeMap<>();
        for (String name : archive.names()) {
            if (PLAIN.contains(name)) {
                continue;
            }
            TensorName tensor = TensorName.parse(name)
                    .orElseThrow(() -> refuse(
                            name,
                            "is not defined; allowed are X, Y, learning_rate, lambd, keep_prob, cost_iterations, costs"
                                    + " and W, b, Z, A, D, dZ, dW, db, dA with layer and iteration, such as dW2@0"));
            NpyArray array = archive.array(name).orElseThrow();
            boolean mask = tensor.quantity() == Quantity.D;
            if (mask ? array.dtype() != Dtype.BOOL : !array.dtype().isFloating()) {
                throw refuse(name, "is " + array + "; it must be " + (mask ? "bool" : "float64 or float32"));
            }
            arrays.put(tensor, array);
        }
        return arrays;
    }

    private HyperParameters hyperParameters() {
        HyperParameters defaults = HyperParameters.DEFAULTS;
        try {
            return new HyperParameters(
                    scalar("learning_rate", defaults.learningRate()),
                    scalar("lambd", defaults.lambda()),
                    keepProbabilities());
        } catch (InvalidDataException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(file + ": " + e.getMessage(), e);
        }
    }

    private List<Double> keepProbabilities() {
        Optional<NpyArray> array = archive.array("keep_prob");
        if (array.isEmpty() || array.get().rank() == 0) {
            return List.of(scalar("keep_prob", 1));
        }
        if (array.get().rank() != 1 || array.get().dtype() == Dtype.BOOL) {
            throw refuse(
                    "keep_prob", "is " + array.get() + "; it must be a single number, or one for each hidden layer");
        }
        return Arrays.stream(array.get().values()).boxed().toList();
    }

    private double scalar(String name, double absent) {
        Optional<NpyArray> array = archive.array(name);
        if (array.isEmpty()) {
            return absent;
        }
        if (array.get().rank() != 0 || array.get().dtype() == Dtype.BOOL) {
            throw refuse(name, "is " + array.get() + "; it must be a single number of shape ()");
        }
        return array.get().scalar();
    }

    private Matrix X(Optional<Dataset> data) {
        Optional<NpyArray> array = archive.array("X");
        if (array.isPresent()) {
            Matrix X = examples("X", array.get());
            requireEach("X", X, "a finite number", Double::isFinite);
            return X;
        }
        Dataset dataset = data.orElseThrow(() -> refuse("X", "is missing; write it, or give the data set"));
        Matrix X = Matrix.zeros(dataset.featureCount(), dataset.size());
        for (int k = 0; k < X.rows(); k++) {
            for (int j = 0; j < X.columns(); j++) {
                X.set(k, j, dataset.feature(j, k));
            }
        }
        return X;
    }

    private Matrix Y(Optional<Dataset> data) {
        Optional<NpyArray> array = archive.array("Y");
        if (array.isPresent()) {
            Matrix Y = examples("Y", array.get());
            requireEach("Y", Y, "0 or 1", y -> y == 0 || y == 1);
            return Y;
        }
        return Matrix.ofRow(data.orElseThrow(() -> refuse("Y", "is missing; write it, or give the data set"))
                .labels());
    }

    private Matrix examples(String name, NpyArray array) {
        if (!array.dtype().isFloating() && !"Y".equals(name)) {
            throw refuse(name, "is " + array + "; it must be float64 or float32");
        }
        if (array.rank() != 2 || array.size() == 0) {
            throw refuse(name, "is " + array + "; it must be a matrix with one example a column");
        }
        return Matrix.of(array.rows());
    }

    private void requireEach(String name, Matrix values, String allowed, DoublePredicate predicate) {
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                if (!predicate.test(values.get(i, j))) {
                    throw refuse(name + "[" + i + "," + j + "]", "is " + values.get(i, j) + "; it must be " + allowed);
                }
            }
        }
    }

    private List<ReportedCost> costs() {
        Optional<NpyArray> iterations = archive.array("cost_iterations");
        Optional<NpyArray> costs = archive.array("costs");
        if (iterations.isEmpty() && costs.isEmpty()) {
            return List.of();
        }
        NpyArray at = iterations.orElseThrow(() -> refuse("cost_iterations", "is missing, although costs is there"));
        NpyArray values = costs.orElseThrow(() -> refuse("costs", "is missing, although cost_iterations is there"));
        if (at.rank() != 1 || at.dtype().isFloating() || at.dtype() == Dtype.BOOL) {
            throw refuse("cost_iterations", "is " + at + "; it must be integers of shape (k,)");
        }
        if (values.rank() != 1 || !values.dtype().isFloating() || values.size() != at.size()) {
            throw refuse("costs", "is " + values + "; it must be float64 or float32 of shape " + at.shapeText());
        }
        List<ReportedCost> reported = new ArrayList<>();
        double previous = -1;
        for (int k = 0; k < at.size(); k++) {
            double iteration = at.at(k);
            if (!(iteration > previous && iteration <= Integer.MAX_VALUE)) {
                throw refuse("cost_iterations[" + k + "]", "is " + iteration + "; they must increase, from 0 on");
            }
            reported.add(new ReportedCost((int) iteration, values.at(k)));
            previous = iteration;
        }
        return reported;
    }

    private InvalidDataException refuse(String entry, String why) {
        return refusal(file, entry, why);
    }

    static InvalidDataException refusal(Path file, String entry, String why) {
        return new InvalidDataException(file + ": " + InvalidDataException.quote(entry) + " " + why);
    }
}
