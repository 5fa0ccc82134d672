package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The second step of a small right network, recomputed with a mistake put in wherever it can be made: 5 examples,
 * layers of 2, 3, 3 and 1 units, keep_prob 0.8, λ = 0.5, α = 0.3.
 */
final class OneStep {

    static final int M = 5;
    static final double LAMBDA = 0.5;
    static final double ALPHA = 0.3;

    private static final int ITERATION = 1;
    private static final Trace RIGHT = new SchoolbookNetwork(
                    "clean", new SchoolbookNetwork.Task(List.of(2, 3, 3, 1), M, LAMBDA, 0.8, ALPHA, 2, 4), 1)
            .trace();

    /** One number of a tensor. */
    @FunctionalInterface
    interface Entry {
        double at(int row, int column);
    }

    private final Trace trace;
    private final Resolved resolved;
    private final List<Integer> layers;

    private OneStep(Trace trace, Mistake mistake, int way) {
        this.trace = trace;
        Setting setting = TraceSetting.of(trace);
        this.layers = mistake.scope().layers(setting.depth()).get(0);
        Fit none = new Fit(new ExplanationTest(new Planted(), Recipe.RIGHT));
        this.resolved =
                Resolved.of(mistake.ways().get(way), setting, layers, none).orElseThrow();
    }

    /**
     * Puts a mistake in.
     *
     * @param id its id
     * @param way index of one of its effects
     */
    static OneStep with(String id, int way) {
        return new OneStep(RIGHT, Catalogue.get(id), way);
    }

    /** The same mistake in a trace that holds another tensor. */
    static OneStep with(String id, int way, Quantity quantity, int layer, Entry entry) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(RIGHT.tensors());
        TensorName name = new TensorName(quantity, layer, ITERATION);
        Matrix values = Matrix.of(tensors.get(name).values().toArray());
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                values.set(r, c, entry.at(r, c));
            }
        }
        tensors.put(name, TraceTensor.of(values, Dtype.FLOAT64));
        return new OneStep(RIGHT.with(tensors, RIGHT.costs()), Catalogue.get(id), way);
    }

    /** What the trace holds. */
    Matrix of(Quantity quantity, int layer) {
        return (quantity == Quantity.D ? trace.mask(layer, ITERATION) : trace.tensor(quantity, layer, ITERATION))
                .orElseThrow()
                .values();
    }

    /** A of the layer below. */
    Matrix inputs(int layer) {
        return layer == 1 ? trace.X() : of(Quantity.A, layer - 1);
    }

    double y(int example) {
        return trace.Y().get(0, example);
    }

    boolean isMadeIn(int layer) {
        return layers.contains(layer);
    }

    /** The user is told this factor, or none; it is itself rounded a few times. */
    void assertTold(Double factor) {
        assertEquals(factor == null, resolved.factor().isEmpty());
        resolved.factor().ifPresent(told -> assertEquals(factor, told.value(), 1e-15 * Math.abs(factor)));
    }

    /** The mistake makes of a tensor what the formula says, entry by entry. */
    void assertMakes(Quantity quantity, int layer, Entry formula) {
        assertMakes(quantity, layer, ITERATION, formula);
    }

    /** The same of W or b after the update. */
    void assertUpdates(Quantity quantity, int layer, Entry formula) {
        assertMakes(quantity, layer, ITERATION + 1, formula);
    }

    private void assertMakes(Quantity quantity, int layer, int iteration, Entry formula) {
        TensorName name = new TensorName(quantity, layer, iteration);
        Bounded made = new Replay(trace, resolved.recipe()).expected(name).orElseThrow();
        for (int r = 0; r < made.rows(); r++) {
            for (int c = 0; c < made.columns(); c++) {
                assertEquals(formula.at(r, c), made.values(r)[c], 1e-13, name + "[" + r + "," + c + "]");
            }
        }
    }

    /** The mistake makes of the cost this. */
    void assertCosts(double cost) {
        assertEquals(
                cost,
                new Replay(trace, resolved.recipe())
                        .cost(ITERATION)
                        .orElseThrow()
                        .value(),
                1e-13);
    }

    /** The cross-entropy; where the labels are exchanged, of the others. */
    double crossEntropy(boolean exchanged) {
        Matrix A = of(Quantity.A, trace.depth());
        double sum = 0;
        for (int j = 0; j < M; j++) {
            boolean one = (y(j) == 1) != exchanged;
            sum -= Math.log(one ? A.get(0, j) : 1 - A.get(0, j));
        }
        return sum / M;
    }

    /** Σⱼ aⱼ² or, where they are not squared, Σⱼ |aⱼ| of a tensor. */
    double sumOf(Quantity quantity, int layer, boolean squared) {
        double sum = 0;
        for (double[] row : of(quantity, layer).toArray()) {
            for (double a : row) {
                sum += squared ? a * a : Math.abs(a);
            }
        }
        return sum;
    }

    /** Σₖ W(k, r)·dZ(k, j) of the layer above: the gradient before the mask. */
    double throughWeights(int layer, int r, int j) {
        Matrix W = of(Quantity.W, layer + 1);
        Matrix dZ = of(Quantity.dZ, layer + 1);
        double sum = 0;
        for (int k = 0; k < W.rows(); k++) {
            sum += W.get(k, r) * dZ.get(k, j);
        }
        return sum;
    }

    /** Σⱼ dZ(r, j)·A(k, j). */
    double product(Matrix dZ, Matrix A, int r, int k) {
        double sum = 0;
        for (int j = 0; j < M; j++) {
            sum += dZ.get(r, j) * A.get(k, j);
        }
        return sum;
    }

    /** Σⱼ dZ(r, j). */
    double sum(Matrix dZ, int r) {
        double sum = 0;
        for (int j = 0; j < M; j++) {
            sum += dZ.get(r, j);
        }
        return sum;
    }
}
