package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.replay.FormerFormulas.Allowed;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/** A right step recomputed from a trace's own numbers, or from its parameters alone, with the former formulas. */
final class FormerReplay {

    private final Trace trace;
    private final int depth;
    private final FormerFormulas formulas;
    private final Map<TensorName, Allowed> known = new HashMap<>();

    FormerReplay(Trace trace) {
        this.trace = trace;
        this.depth = trace.depth();
        double tiny = trace.precision() == Precision.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        this.formulas = new FormerFormulas(trace.precision().unitRoundoff(), tiny, trace.hyperParameters(), trace.Y());
    }

    Allowed expected(TensorName name) {
        Allowed expected = known.get(name);
        if (expected == null) {
            expected = compute(name.quantity(), name.layer(), name.iteration());
            known.put(name, expected);
        }
        return expected;
    }

    double[] cost(int iteration) {
        List<Allowed> weights = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            weights.add(input(Quantity.W, l, iteration));
        }
        return formulas.cost(input(Quantity.Z, depth, iteration), weights);
    }

    private Allowed input(Quantity quantity, int l, int i) {
        return l == 0
                ? Allowed.exact(trace.X())
                : trace.tensor(quantity, l, i)
                        .map(TraceTensor::values)
                        .map(Allowed::exact)
                        .orElseGet(() -> expected(new TensorName(quantity, l, i)));
    }

    private Allowed compute(Quantity quantity, int l, int i) {
        return switch (quantity) {
            case W -> formulas.update(input(Quantity.W, l, i - 1), input(Quantity.dW, l, i - 1));
            case b -> formulas.update(input(Quantity.b, l, i - 1), input(Quantity.db, l, i - 1));
            case D -> throw new IllegalArgumentException("a mask is drawn");
            case Z -> formulas.Z(input(Quantity.W, l, i), input(Quantity.A, l - 1, i), input(Quantity.b, l, i));
            case A ->
                l == depth
                        ? formulas.output(input(Quantity.Z, l, i))
                        : formulas.hidden(input(Quantity.Z, l, i), scale(l, i));
            case dA -> formulas.throughWeights(input(Quantity.W, l + 1, i), input(Quantity.dZ, l + 1, i), scale(l, i));
            case dZ ->
                l == depth
                        ? formulas.residual(input(Quantity.A, l, i))
                        : formulas.gate(input(Quantity.dA, l, i), input(Quantity.Z, l, i));
            case dW ->
                formulas.weightGradient(input(Quantity.dZ, l, i), input(Quantity.A, l - 1, i), input(Quantity.W, l, i));
            case db -> formulas.biasGradient(input(Quantity.dZ, l, i));
            default -> throw new IllegalArgumentException("no such thing was replayed: " + quantity);
        };
    }

    /** D/keep_prob; all ones without dropout. */
    private Matrix scale(int l, int i) {
        Matrix scale = Matrix.zeros(trace.layerSizes().get(l), trace.exampleCount());
        double keep = trace.hyperParameters().keepProbability(l);
        for (int r = 0; r < scale.rows(); r++) {
            if (trace.mask(l, i).isEmpty()) {
                Arrays.fill(scale.row(r), 1);
            } else {
                for (int c = 0; c < scale.columns(); c++) {
                    scale.set(r, c, trace.mask(l, i).get().values().get(r, c) / keep);
                }
            }
        }
        return scale;
    }
}
