package org.twinnet.compare.trace.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Reads the tensors of a trace's file as far as each can be read alone: its type, its axes, and of masks the values.
 */
final class TensorReader {

    private static final Set<String> PLAIN = Set.of(
            "X",
            "Y",
            SettingsReader.EXPERIMENT,
            "learning_rate",
            "lambd",
            "keep_prob",
            "cost_iterations",
            "costs",
            "predictions",
            "examples_as",
            "weights_as");

    private static final String DEFINED = "is not defined; allowed are X, Y, experiment, learning_rate, lambd,"
            + " keep_prob, cost_iterations, costs, predictions, examples_as, weights_as, layers[].activation,"
            + " optimizer.kind, batch@i, and W, b, gamma, beta, Z, mu, var, N, A, D, running_mean, running_var,"
            + " dZ, dW, db, dA, dgamma, dbeta, and v, s, h before a parameter's name,"
            + " with layer and iteration, such as dW2@0";

    /** What course code keeps of the input as if it were a layer. */
    private static final Pattern OF_INPUT = Pattern.compile("[AD]0@(0|[1-9][0-9]{0,8})");

    /** A mask in single precision holds 1/keep_prob rounded once more. */
    private static final double MASK_ROUNDING = 0x1p-22;

    private final EntryFile file;
    private final boolean rows;
    private final Matrix X;
    private final TraceBatches batches;
    private final SettingsReader settings;

    TensorReader(EntryFile file, boolean rows, Matrix X, TraceBatches batches, SettingsReader settings) {
        this.file = file;
        this.rows = rows;
        this.X = X;
        this.batches = batches;
        this.settings = settings;
    }

    /** The arrays of the file by their names. */
    SortedMap<TensorName, NpyArray> arrays() {
        SortedMap<TensorName, NpyArray> arrays = new TreeMap<>();
        for (String name : file.names()) {
            if (PLAIN.contains(name) || SettingsReader.isChoice(name) || BatchReader.isBatch(name) || isOfInput(name)) {
                continue;
            }
            TensorName tensor = TensorName.parse(name)
                    .orElseThrow(
                            () -> file.refusal(name, SettingsReader.meant(name).orElse(DEFINED)));
            NpyArray array = file.array(name)
                    .orElseThrow(() -> file.refusal(name, "is a string; it must be float64 or float32"));
            boolean mask = tensor.quantity() == Quantity.D;
            if (!mask && !array.dtype().isFloating()) {
                throw file.refusal(name, "is " + array + "; it must be float64 or float32");
            }
            arrays.put(tensor, array);
        }
        return arrays;
    }

    /** The input kept as A0, or a mask of ones as D0, says nothing new; anything else under these names is refused. */
    private boolean isOfInput(String name) {
        if (!OF_INPUT.matcher(name).matches() || settings.keepProbability(0) < 1) {
            return false;
        }
        Optional<NpyArray> array = file.array(name);
        boolean fits = array.filter(it -> it.rank() == 2 && it.size() > 0)
                .map(it -> upright(it, Quantity.A))
                .filter(values -> name.startsWith("A") ? isX(values, name) : isOnes(values))
                .isPresent();
        if (!fits) {
            throw file.refusal(
                    name,
                    name.startsWith("A")
                            ? "is not X; leave it out, or write X"
                            : "is a mask of the input that drops features, and no experiment states an"
                                    + " input_keep_prob below 1");
        }
        return true;
    }

    /** Of an iteration whose batch is not known, nothing can be said. */
    private boolean isX(Matrix values, String name) {
        return batches.of(Integer.parseInt(name.substring(3)))
                .map(columns -> Arrays.deepEquals(
                        values.toArray(), Trace.columns(X, columns).toArray()))
                .orElse(true);
    }

    SortedMap<TensorName, StoredArray> tensors(SortedMap<TensorName, NpyArray> arrays) {
        SortedMap<TensorName, StoredArray> tensors = new TreeMap<>();
        arrays.forEach((name, array) -> tensors.put(name, StoredArray.of(values(name, array), array)));
        return tensors;
    }

    private Matrix values(TensorName name, NpyArray array) {
        if (name.quantity().isLikeBiases()) {
            return column(name, array);
        }
        if (array.rank() != 2 || array.size() == 0) {
            throw file.refusal(name.toString(), "is " + array + "; it must be a matrix that is not empty");
        }
        Matrix values = upright(array, name.quantity());
        return name.quantity() == Quantity.D ? mask(name, values) : values;
    }

    private Matrix upright(NpyArray array, Quantity quantity) {
        Matrix stored = Matrix.of(array.rows());
        return rows && quantity.isPerExample() ? StoredArray.transposed(stored) : stored;
    }

    /** Biases are a list, however many axes of length 1 it has. */
    private Matrix column(TensorName name, NpyArray array) {
        boolean list = array.rank() >= 1
                && array.rank() <= 2
                && Arrays.stream(array.shape()).filter(n -> n != 1).count() <= 1;
        if (!list || array.size() == 0) {
            throw file.refusal(name.toString(), "is " + array + "; it must be one number a unit, of shape (units, 1)");
        }
        return StoredArray.transposed(Matrix.ofRow(array.values()));
    }

    /** 0 and 1, or 0 and 1/keep_prob: a mask that is scaled already. */
    private Matrix mask(TensorName name, Matrix stored) {
        double keep = settings.keepProbability(name.layer());
        Matrix mask = Matrix.zeros(stored.rows(), stored.columns());
        for (int r = 0; r < mask.rows(); r++) {
            for (int c = 0; c < mask.columns(); c++) {
                double value = stored.get(r, c);
                if (value == 1 || Math.abs(value * keep - 1) <= MASK_ROUNDING) {
                    mask.set(r, c, 1);
                } else if (value != 0) {
                    String entry = name + "[" + (rows ? c + "," + r : r + "," + c) + "]";
                    throw file.refusal(
                            entry, "is " + value + "; a mask holds 0 and 1, or 0 and 1/keep_prob = " + 1 / keep);
                }
            }
        }
        return mask;
    }

    static boolean isOnes(Matrix values) {
        return Arrays.stream(values.toArray()).flatMapToDouble(Arrays::stream).allMatch(v -> v == 1);
    }
}
