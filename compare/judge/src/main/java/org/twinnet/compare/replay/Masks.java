package org.twinnet.compare.replay;

import java.util.Arrays;
import java.util.Optional;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What activations and their gradients are multiplied with: the mask of the iteration, divided by the keep probability.
 */
final class Masks {

    /** With more features, the masks of X that would have to be tried are too many. */
    private static final int MOST_FEATURES = 10;

    /** ln 10⁶ and a little: n·KL(f‖p) of a kept fraction f that chance does not explain. */
    private static final double MOST_UNLIKELY = 14;

    private final Trace trace;
    private final Recipe recipe;
    private final int m;

    Masks(Trace trace, Recipe recipe) {
        this.trace = trace;
        this.recipe = recipe;
        this.m = trace.exampleCount();
    }

    /**
     * D/keep_prob in the forward pass; all ones without dropout; empty where dropout is used and the mask is not known.
     */
    Optional<Matrix> forward(int layer, int iteration) {
        double scale = recipe.factor(Factor.FORWARD_SCALE, layer) / keep(layer);
        return recipe.has(Alteration.MASK_IGNORED_FORWARD, layer)
                ? Optional.of(scaled(ones(layer), scale))
                : mask(layer, iteration).map(D -> scaled(D, scale));
    }

    private double keep(int layer) {
        return trace.hyperParameters().keepProbability(layer);
    }

    /** What dA holds of D/keep_prob: all of it, unless a bookkeeping leaves mask or scale to dZ. */
    Optional<Matrix> inActivationGradient(int layer, int iteration) {
        return backward(
                layer,
                iteration,
                !recipe.has(Alteration.DA_BEFORE_MASK, layer),
                !recipe.has(Alteration.DA_BEFORE_SCALE, layer));
    }

    /** What of D/keep_prob is left to dZ; empty where the mask is and is not known. */
    Optional<Matrix> inPreActivationGradient(int layer, int iteration) {
        return backward(
                layer,
                iteration,
                recipe.has(Alteration.DA_BEFORE_MASK, layer),
                recipe.has(Alteration.DA_BEFORE_SCALE, layer));
    }

    private Optional<Matrix> backward(int layer, int iteration, boolean masked, boolean divided) {
        double scale = divided ? recipe.factor(Factor.BACKWARD_SCALE, layer) / keep(layer) : 1;
        return !masked || recipe.has(Alteration.MASK_IGNORED_BACKWARD, layer)
                ? Optional.of(scaled(ones(layer), scale))
                : mask(layer, iteration).map(D -> scaled(D, scale));
    }

    Matrix ones(int layer) {
        int units = trace.layerSizes().get(layer);
        Matrix ones = Matrix.zeros(units, m);
        for (int r = 0; r < units; r++) {
            Arrays.fill(ones.row(r), 1);
        }
        return ones;
    }

    private Optional<Matrix> mask(int layer, int iteration) {
        Optional<Matrix> D = trace.mask(layer, iteration).map(TraceTensor::values);
        return D.isEmpty() && keep(layer) == 1 ? Optional.of(ones(layer)) : D.map(mask -> altered(mask, layer));
    }

    private Matrix altered(Matrix D, int layer) {
        boolean perUnit = recipe.has(Alteration.MASK_PER_UNIT, layer);
        boolean perExample = recipe.has(Alteration.MASK_PER_EXAMPLE, layer);
        boolean turned = recipe.has(Alteration.MASK_TRANSPOSED, layer);
        if (!perUnit && !perExample && !turned) {
            return D;
        }
        Matrix other = Matrix.zeros(D.rows(), D.columns());
        for (int r = 0; r < D.rows(); r++) {
            for (int c = 0; c < D.columns(); c++) {
                int flat = c * D.rows() + r;
                other.set(
                        r,
                        c,
                        turned
                                ? D.get(flat / D.columns(), flat % D.columns())
                                : D.get(perExample ? 0 : r, perUnit ? 0 : c));
            }
        }
        return other;
    }

    /**
     * D′/keep_prob of a mask of the backward pass that the trace's own gradient shows: 0 where it is 0 although it need
     * not be. All other entries are held to the formula, so that such a mask explains nothing that it should not; and
     * it must keep as many entries as a mask of the trace's keep probability would, up to a chance of 10⁻⁶.
     */
    Optional<Matrix> redrawn(Matrix unmasked, int layer, int iteration) {
        Optional<Matrix> dA = trace.tensor(Quantity.dA, layer, iteration).map(TraceTensor::values);
        Optional<Matrix> dZ = trace.tensor(Quantity.dZ, layer, iteration).map(TraceTensor::values);
        Optional<Matrix> Z = trace.tensor(Quantity.Z, layer, iteration).map(TraceTensor::values);
        if (dA.isEmpty() && (dZ.isEmpty() || Z.isEmpty())) {
            return Optional.empty();
        }
        Matrix gradient = dA.or(() -> dZ).orElseThrow();
        Matrix D = Matrix.zeros(gradient.rows(), gradient.columns());
        int seen = 0;
        int kept = 0;
        for (int r = 0; r < D.rows(); r++) {
            for (int c = 0; c < D.columns(); c++) {
                boolean shows =
                        unmasked.get(r, c) != 0 && (dA.isPresent() || Z.get().get(r, c) > 0);
                D.set(r, c, gradient.get(r, c) == 0 ? 0 : 1);
                seen += shows ? 1 : 0;
                kept += shows && gradient.get(r, c) != 0 ? 1 : 0;
            }
        }
        double f = seen == 0 ? 0 : (double) kept / seen;
        double information = KeptFraction.information(f, keep(layer));
        return kept > 0 && seen * information < MOST_UNLIKELY
                ? Optional.of(scaled(D, recipe.factor(Factor.BACKWARD_SCALE, layer) / keep(layer)))
                : Optional.empty();
    }

    /** X as layer 1 sees it. */
    Optional<Bounded> input(int iteration) {
        Bounded X = Bounded.exact(trace.X());
        if (!recipe.has(Alteration.INPUT_DROPPED, 0)) {
            return Optional.of(X);
        }
        Optional<Matrix> Z = trace.tensor(Quantity.Z, 1, iteration).map(TraceTensor::values);
        Optional<Matrix> W = trace.tensor(Quantity.W, 1, iteration).map(TraceTensor::values);
        Optional<Matrix> b = trace.tensor(Quantity.b, 1, iteration).map(TraceTensor::values);
        return Z.isEmpty() || W.isEmpty() || b.isEmpty() || trace.X().rows() > MOST_FEATURES
                ? Optional.empty()
                : Optional.of(dropped(Z.get(), W.get(), b.get()));
    }

    /** Of all masks of an example's features, the one that comes closest to the Z that the trace holds. */
    private Bounded dropped(Matrix Z, Matrix W, Matrix b) {
        double scale = recipe.factor(Factor.FORWARD_SCALE, 0) / keep(0);
        Matrix X = trace.X();
        Matrix dropped = Matrix.zeros(X.rows(), m);
        for (int j = 0; j < m; j++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int mask = 0; mask < 1 << X.rows(); mask++) {
                double distance = distance(Z, W, b, j, mask, scale);
                if (distance < least) {
                    least = distance;
                    best = mask;
                }
            }
            for (int k = 0; k < X.rows(); k++) {
                dropped.set(k, j, (best >> k & 1) * scale * X.get(k, j));
            }
        }
        double u = trace.precision().unitRoundoff();
        return Bounded.exact(dropped).each((r, c, x, e, target) -> target.set(r, c, x, 4 * u * Math.abs(x)));
    }

    private double distance(Matrix Z, Matrix W, Matrix b, int j, int mask, double scale) {
        double distance = 0;
        for (int r = 0; r < W.rows(); r++) {
            double z = b.get(r, 0);
            for (int k = 0; k < W.columns(); k++) {
                z += (mask >> k & 1) * scale * W.get(r, k) * trace.X().get(k, j);
            }
            distance += Math.abs(z - Z.get(r, j));
        }
        return distance;
    }

    private static Matrix scaled(Matrix D, double scale) {
        Matrix scaled = Matrix.zeros(D.rows(), D.columns());
        for (int r = 0; r < D.rows(); r++) {
            for (int c = 0; c < D.columns(); c++) {
                scaled.set(r, c, D.get(r, c) * scale);
            }
        }
        return scaled;
    }
}
