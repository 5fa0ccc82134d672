package org.twinnet.compare.replay;

import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.dropout.DropoutTheory;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
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
    private final StepChapters chapters;
    private final SeenExamples seen;
    private final Rounding rounding;

    Masks(Trace trace, Recipe recipe, StepChapters chapters, SeenExamples seen) {
        this.rounding = Rounding.of(trace.precision());
        this.trace = trace;
        this.recipe = recipe;
        this.chapters = chapters;
        this.seen = seen;
    }

    /** Mask and scale of the forward pass; empty where dropout is used and the mask is not known. */
    Optional<Dropping> forward(int layer, int iteration) {
        return dropping(
                layer, iteration, !recipe.has(Variant.MASK_IGNORED_FORWARD, layer), chapters.forwardDropout(layer));
    }

    private double keep(int layer) {
        return trace.hyperParameters().keepProbability(layer);
    }

    /** What dA holds of mask and scale: all of it, unless a bookkeeping leaves mask or scale to dZ. */
    Optional<Dropping> inActivationGradient(int layer, int iteration) {
        return backward(
                layer,
                iteration,
                !recipe.has(Variant.DA_BEFORE_MASK, layer),
                !recipe.has(Variant.DA_BEFORE_SCALE, layer));
    }

    /** What of mask and scale is left to dZ; empty where the mask is and is not known. */
    Optional<Dropping> inPreActivationGradient(int layer, int iteration) {
        return backward(
                layer,
                iteration,
                recipe.has(Variant.DA_BEFORE_MASK, layer),
                recipe.has(Variant.DA_BEFORE_SCALE, layer));
    }

    private Optional<Dropping> backward(int layer, int iteration, boolean masked, boolean divided) {
        boolean byMask = masked && !recipe.has(Variant.MASK_IGNORED_BACKWARD, layer);
        return byMask || divided
                ? dropping(
                        layer,
                        iteration,
                        byMask,
                        divided ? chapters.backwardDropout(layer) : new InvertedDropoutTheory(1))
                : Optional.of(Dropping.NONE);
    }

    private Optional<Dropping> dropping(int layer, int iteration, boolean masked, DropoutTheory chapter) {
        if (!masked) {
            return Optional.of(Dropping.by(ones(layer, iteration), chapter));
        }
        Optional<Matrix> D = mask(layer, iteration);
        if (D.isEmpty() && keep(layer) == 1) {
            boolean plain = chapter instanceof InvertedDropoutTheory;
            return Optional.of(plain ? Dropping.NONE : Dropping.by(ones(layer, iteration), chapter));
        }
        return D.map(mask -> Dropping.by(mask.toArray(), chapter));
    }

    private double[][] ones(int layer, int iteration) {
        int examples = trace.X(iteration).orElse(trace.X()).columns();
        return Dropping.ones(trace.layerSizes().get(layer), examples);
    }

    private Optional<Matrix> mask(int layer, int iteration) {
        return trace.mask(layer, iteration).map(TraceTensor::values).map(D -> altered(D, layer));
    }

    private Matrix altered(Matrix D, int layer) {
        boolean perUnit = recipe.has(Variant.MASK_PER_UNIT, layer);
        boolean perExample = recipe.has(Variant.MASK_PER_EXAMPLE, layer);
        boolean turned = recipe.has(Variant.MASK_TRANSPOSED, layer);
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
    Optional<Dropping> redrawn(Bounded unmasked, int layer, int iteration) {
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
                boolean shows = unmasked.values(r)[c] != 0
                        && (dA.isPresent()
                                || trace.hyperParameters()
                                        .isActive(layer, Z.get().get(r, c)));
                D.set(r, c, gradient.get(r, c) == 0 ? 0 : 1);
                seen += shows ? 1 : 0;
                kept += shows && gradient.get(r, c) != 0 ? 1 : 0;
            }
        }
        double f = seen == 0 ? 0 : (double) kept / seen;
        double information = KeptFraction.information(f, keep(layer));
        return kept > 0 && seen * information < MOST_UNLIKELY
                ? Optional.of(Dropping.by(D.toArray(), chapters.backwardDropout(layer)))
                : Optional.empty();
    }

    /** X as layer 1 is meant to see it, behind its mask where it has one. */
    Optional<Bounded> dropped(int iteration) {
        Optional<Bounded> X = seen.X(iteration).map(Tensors::exact);
        boolean drops = keep(0) < 1 || trace.mask(0, iteration).isPresent();
        return X.flatMap(of -> drops ? forward(0, iteration).map(mask -> stored(mask.of(of, rounding))) : X);
    }

    private Bounded stored(Bounded dropped) {
        Bounded once = dropped.isExact() ? dropped.copy() : dropped;
        Elementwise.widen(rounding.u(), rounding.tiny(), once);
        return once;
    }

    /** X as layer 1 sees it. */
    Optional<Bounded> input(int iteration) {
        Optional<Matrix> X = seen.X(iteration);
        if (!recipe.has(Variant.INPUT_DROPPED, 0)) {
            return dropped(iteration);
        }
        Optional<Matrix> Z = trace.tensor(Quantity.Z, 1, iteration).map(TraceTensor::values);
        Optional<Matrix> W = trace.tensor(Quantity.W, 1, iteration).map(TraceTensor::values);
        Optional<Matrix> b = trace.tensor(Quantity.b, 1, iteration).map(TraceTensor::values);
        return X.isEmpty()
                        || Z.isEmpty()
                        || W.isEmpty()
                        || b.isEmpty()
                        || trace.X().rows() > MOST_FEATURES
                ? Optional.empty()
                : Optional.of(dropped(X.get(), Z.get(), W.get(), b.get()));
    }

    /** Of all masks of an example's features, the one that comes closest to the Z that the trace holds. */
    private Bounded dropped(Matrix X, Matrix Z, Matrix W, Matrix b) {
        double scale = inputScale();
        Matrix dropped = Matrix.zeros(X.rows(), X.columns());
        for (int j = 0; j < X.columns(); j++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int mask = 0; mask < 1 << X.rows(); mask++) {
                double distance = distance(X, Z, W, b, j, mask, scale);
                if (distance < least) {
                    least = distance;
                    best = mask;
                }
            }
            for (int k = 0; k < X.rows(); k++) {
                dropped.set(k, j, (best >> k & 1) * scale * X.get(k, j));
            }
        }
        Bounded inputs = Tensors.exact(dropped).copy();
        Elementwise.widen(2 * trace.precision().unitRoundoff(), 0, inputs);
        return inputs;
    }

    /** What the chapter makes of 1, by mistake of the input too. */
    private double inputScale() {
        Bounded one = Tensors.exact(Matrix.ofRow(1));
        Bounded scaled =
                Dropping.by(Dropping.ones(1, 1), chapters.forwardDropout(0)).of(one, Rounding.FLOAT64);
        return scaled.values(0)[0];
    }

    private static double distance(Matrix X, Matrix Z, Matrix W, Matrix b, int j, int mask, double scale) {
        double distance = 0;
        for (int r = 0; r < W.rows(); r++) {
            double z = b.get(r, 0);
            for (int k = 0; k < W.columns(); k++) {
                z += (mask >> k & 1) * scale * W.get(r, k) * X.get(k, j);
            }
            distance += Math.abs(z - Z.get(r, j));
        }
        return distance;
    }
}
