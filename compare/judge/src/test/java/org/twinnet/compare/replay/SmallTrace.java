package org.twinnet.compare.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** Two iterations of a small network whose every number is what the replay makes of the numbers before it. */
final class SmallTrace {

    private static final int SEED = 5;

    private SmallTrace() {}

    static Trace of(List<Integer> sizes, int m, HyperParameters hyper, Precision precision) {
        Random random = new Random(SEED);
        Matrix Y = Matrix.zeros(sizes.get(sizes.size() - 1), m);
        for (int j = 0; j < m; j++) {
            Y.set(0, j, random.nextInt(2));
        }
        Matrix X = gaussian(sizes.get(0), m, 1, random);
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>();
        for (int l = 1; l < sizes.size(); l++) {
            int inputs = sizes.get(l - 1);
            put(given, Quantity.W, l, gaussian(sizes.get(l), inputs, 1 / Math.sqrt(inputs), random));
            put(given, Quantity.b, l, gaussian(sizes.get(l), 1, 0.1, random));
            if (l < sizes.size() - 1 && hyper.dropsHiddenUnits()) {
                Matrix D = Matrix.zeros(sizes.get(l), m);
                for (int r = 0; r < D.rows(); r++) {
                    for (int c = 0; c < m; c++) {
                        D.set(r, c, random.nextDouble() < hyper.keepProbability(l) ? 1 : 0);
                    }
                }
                put(given, Quantity.D, l, D);
            }
        }
        Trace parameters = new Trace(hyper, X, Y, sizes, given, List.of(), precision, false);
        Replay replay = new Replay(parameters, Recipe.RIGHT);
        TreeMap<TensorName, TraceTensor> all = new TreeMap<>(given);
        for (int l = 1; l < sizes.size(); l++) {
            for (Quantity quantity : Quantity.values()) {
                int iteration = quantity == Quantity.W || quantity == Quantity.b ? 1 : 0;
                TensorName name = new TensorName(quantity, l, iteration);
                replay.expected(name).ifPresent(tensor -> {
                    double[][] rows = new double[tensor.rows()][];
                    Arrays.setAll(rows, tensor::values);
                    all.put(name, TraceTensor.of(Matrix.of(rows), Dtype.FLOAT64));
                });
            }
        }
        return parameters.withTensors(all);
    }

    /** The same trace with nothing but parameters and masks. */
    static Trace parametersOf(Trace trace) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>(trace.tensors());
        given.keySet()
                .removeIf(name -> name.iteration() > 0
                        || (name.quantity() != Quantity.W
                                && name.quantity() != Quantity.b
                                && name.quantity() != Quantity.D));
        return trace.withTensors(given);
    }

    private static void put(Map<TensorName, TraceTensor> tensors, Quantity quantity, int l, Matrix values) {
        tensors.put(new TensorName(quantity, l, 0), TraceTensor.of(values, Dtype.FLOAT64));
    }

    private static Matrix gaussian(int rows, int columns, double scale, Random random) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                matrix.set(r, c, scale * random.nextGaussian());
            }
        }
        return matrix;
    }
}
