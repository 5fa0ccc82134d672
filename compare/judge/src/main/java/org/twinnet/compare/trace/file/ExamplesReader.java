package org.twinnet.compare.trace.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.scratch.linalg.Matrix;

/** Reads X and Y, one example a column or a row, or takes them from a data set. */
final class ExamplesReader {

    private static final String PREDICTIONS = "predictions";

    private final EntryFile file;
    private final boolean rows;
    private final Optional<Dataset> data;

    ExamplesReader(EntryFile file, boolean rows, Optional<Dataset> data) {
        this.file = file;
        this.rows = rows;
        this.data = data;
    }

    Matrix X() {
        Optional<NpyArray> array = file.array("X");
        if (array.isPresent()) {
            if (!array.get().dtype().isFloating()) {
                throw file.refusal("X", "is " + array.get() + "; it must be float64 or float32");
            }
            Matrix X = examples("X", array.get());
            requireEach("X", X, "a finite number", Double::isFinite);
            return X;
        }
        Dataset dataset = data.orElseThrow(() -> file.refusal("X", "is missing; write it, or give the data set"));
        Matrix X = Matrix.zeros(dataset.featureCount(), dataset.size());
        for (int k = 0; k < X.rows(); k++) {
            for (int j = 0; j < X.columns(); j++) {
                X.set(k, j, dataset.feature(j, k));
            }
        }
        return X;
    }

    /** As it stands; a list of labels needs no second axis. */
    Matrix Y() {
        Optional<NpyArray> array = file.array("Y");
        if (array.isPresent()) {
            boolean list = array.get().rank() == 1 && array.get().size() > 0;
            return list ? Matrix.ofRow(array.get().values()) : examples("Y", array.get());
        }
        return Matrix.ofRow(data.orElseThrow(() -> file.refusal("Y", "is missing; write it, or give the data set"))
                .labels());
    }

    /**
     * What the network answers for X after training; a list will do for one output.
     *
     * @param outputs units of the output
     * @return (outputs, m); empty where the file does not say
     */
    Optional<Matrix> predictions(int outputs) {
        Optional<NpyArray> array = file.array(PREDICTIONS);
        if (array.isEmpty()) {
            return Optional.empty();
        }
        Matrix given = array.get().rank() == 1 && array.get().size() > 0
                ? Matrix.ofRow(array.get().values())
                : examples(PREDICTIONS, array.get());
        int m = X().columns();
        if (given.rows() != outputs || given.columns() != m) {
            throw file.refusal(
                    PREDICTIONS,
                    "is " + array.get() + "; it must be " + outputs + " outputs of each of the " + m
                            + " examples of X");
        }
        return Optional.of(given);
    }

    /**
     * Y as a loss reads it.
     *
     * @param Y as it stands
     * @param kind what its numbers stand for
     * @param outputs units of the output, which a list of classes does not tell
     * @return one row an output; classes one-hot
     */
    Matrix targets(Matrix Y, Targets.Kind kind, int outputs) {
        return switch (kind) {
            case BINARY -> {
                requireEach("Y", Y, "0 or 1", y -> y == 0 || y == 1);
                yield Y;
            }
            case NUMBERS -> {
                requireEach("Y", Y, "a finite number", Double::isFinite);
                yield Y;
            }
            case CLASSES -> Y.rows() == 1 ? oneHot(Y, outputs) : requireOneHot(Y);
        };
    }

    /** Whether one row holds what may be the classes of several outputs. */
    boolean areClasses(Matrix Y) {
        return Y.rows() == 1 && all(Y, y -> y == Math.rint(y) && y >= 0);
    }

    /**
     * What Y itself shows, where nothing states it.
     *
     * @param Y as it stands
     * @param outputs units of the output
     * @return classes where there are more outputs than rows; otherwise 0 and 1, or numbers
     */
    Targets.Kind shown(Matrix Y, int outputs) {
        return outputs > Y.rows() && areClasses(Y)
                ? Targets.Kind.CLASSES
                : all(Y, y -> y == 0 || y == 1) ? Targets.Kind.BINARY : Targets.Kind.NUMBERS;
    }

    private static boolean all(Matrix values, DoublePredicate predicate) {
        return Arrays.stream(values.toArray()).flatMapToDouble(Arrays::stream).allMatch(predicate);
    }

    private Matrix oneHot(Matrix labels, int classes) {
        String allowed = "a class from 0 to " + (classes - 1);
        requireEach("Y", labels, allowed, y -> y == Math.rint(y) && y >= 0 && y < classes);
        Matrix Y = Matrix.zeros(classes, labels.columns());
        for (int j = 0; j < labels.columns(); j++) {
            Y.set((int) labels.get(0, j), j, 1);
        }
        return Y;
    }

    private Matrix requireOneHot(Matrix Y) {
        requireEach("Y", Y, "0 or 1", y -> y == 0 || y == 1);
        for (int j = 0; j < Y.columns(); j++) {
            double sum = 0;
            for (int k = 0; k < Y.rows(); k++) {
                sum += Y.get(k, j);
            }
            if (sum != 1) {
                throw file.refusal(
                        "Y", "has example " + j + " in " + (int) sum + " classes; each example is in one of them");
            }
        }
        return Y;
    }

    void requireSameCount(Matrix X, Matrix Y) {
        if (X.columns() == Y.columns()) {
            return;
        }
        // X and Y that lie as rows have their other sides in common
        String hint = !rows && X.rows() == Y.rows() ? "; if examples are rows, write examples_as = 'rows'" : "";
        throw file.refusal(
                "X", "has " + X.columns() + " examples, but Y has " + Y.columns() + "; both need the same" + hint);
    }

    private Matrix examples(String name, NpyArray array) {
        if (array.rank() != 2 || array.size() == 0) {
            throw file.refusal(
                    name, "is " + array + "; it must be a matrix with one example a " + (rows ? "row" : "column"));
        }
        Matrix stored = Matrix.of(array.rows());
        return rows ? StoredArray.transposed(stored) : stored;
    }

    private void requireEach(String name, Matrix values, String allowed, DoublePredicate predicate) {
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                if (!predicate.test(values.get(i, j))) {
                    String entry = name + "[" + (rows ? j + "," + i : i + "," + j) + "]";
                    throw file.refusal(entry, "is " + values.get(i, j) + "; it must be " + allowed);
                }
            }
        }
    }
}
