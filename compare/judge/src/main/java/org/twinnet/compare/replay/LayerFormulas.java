package org.twinnet.compare.replay;

import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.normalization.NormalizationParts;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.step.Affine;
import org.twinnet.compare.theory.step.AffineParts;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The formulas of a layer in a trace's own layout, over chapters; b and db stand as columns.
 *
 * <p>A number of a trace may have been rounded once more when it was stored: where an operation rounds little itself, u
 * of the number is allowed for.
 */
final class LayerFormulas {

    private final Recipe recipe;
    private final StepChapters chapters;
    private final Rounding rounding;
    private final Affine affine;
    private final double[][] Y;
    private final int m;
    private final int depth;

    /** Of the examples of one batch, whose targets are given. */
    LayerFormulas(Trace trace, Matrix targets, Recipe recipe, StepChapters chapters, Rounding rounding) {
        this.recipe = recipe;
        this.chapters = chapters;
        this.rounding = rounding;
        this.m = targets.columns();
        this.depth = trace.depth();
        this.Y = Tensors.rows(targets);
        int widest =
                trace.layerSizes().stream().mapToInt(Integer::intValue).max().orElse(1);
        this.affine = new Affine(rounding, Math.max(widest, trace.X().rows()), m);
    }

    Bounded Z(Bounded weights, Bounded inputs, Bounded biases, int layer) {
        Bounded W = turned(weights, recipe.has(Variant.WEIGHTS_TRANSPOSED_FORWARD, layer));
        boolean added = !recipe.has(Variant.BIAS_NOT_ADDED, layer);
        Bounded b = added ? biases.transposed() : Bounded.exact(new double[1][W.rows()]);
        Bounded Z = Bounded.zeros(W.rows(), m);
        affine.forward(W, b, inputs, Z);
        return Z;
    }

    private static Bounded turned(Bounded W, boolean turned) {
        return turned && W.rows() == W.columns() ? W.transposed() : W;
    }

    Bounded A(Bounded Z, Dropping dropping, int layer) {
        Bounded A = Bounded.zeros(Z.rows(), Z.columns());
        chapters.activation(layer).forward(Z, A, rounding);
        Bounded dropped = dropping.of(A, rounding);
        return layer < depth ? stored(dropped) : dropped;
    }

    /** dA of the output. */
    Bounded outputGradient(Bounded A) {
        Bounded dA = Bounded.zeros(A.rows(), A.columns());
        chapters.lossOfGradient().gradient(unstored(A), Y, dA, rounding);
        if (recipe.has(Variant.OUTPUT_DA_AVERAGED, 0)) {
            Elementwise.scale(1.0 / m, dA, rounding);
        }
        return dA;
    }

    /** An output as it was before it was stored. */
    private Bounded unstored(Bounded A) {
        Bounded unstored = A.copy();
        Elementwise.widen(rounding.u() / 2, 0, unstored);
        return unstored;
    }

    /** A number that is stored may be rounded once more, and lose what is left of it below τ. */
    private Bounded stored(Bounded X) {
        Elementwise.widen(rounding.u(), rounding.tiny(), X);
        return X;
    }

    /** dA with what is done to it before it is kept; overwritten. */
    Bounded dA(Bounded throughWeights, Dropping dropping) {
        return rescaled(dropping.of(throughWeights, rounding));
    }

    /**
     * dZ of the output; a loss that cancels the slope needs no Z. Where there is one, dZ may come from it by another
     * way than A, as from the logarithm of a softmax.
     */
    Bounded residual(Optional<Bounded> Z, Bounded A) {
        Bounded dZ = Bounded.zeros(A.rows(), A.columns());
        LossTheory loss = chapters.lossOfGradient();
        Bounded near = unstored(A);
        if (chapters.cancelsSlope() && Z.isPresent()) {
            Bounded again = Bounded.zeros(A.rows(), A.columns());
            chapters.output().forward(Z.get(), again, rounding);
            for (int k = 0; k < A.rows(); k++) {
                for (int j = 0; j < A.columns(); j++) {
                    near.errors(k)[j] = Math.max(near.errors(k)[j], again.errors(k)[j]);
                }
            }
        }
        loss.residual(chapters.output(), Z.orElse(A), near, Y, dZ, rounding);
        if (averagedEarly()) {
            Elementwise.scale(1.0 / m, dZ, rounding);
        }
        return rescaled(dZ);
    }

    /** Programs that have gradients of the mean alone divide by m, and multiply by it again to keep dZ. */
    private Bounded rescaled(Bounded gradient) {
        Elementwise.widen(3 * rounding.u(), 0, gradient);
        return stored(gradient);
    }

    private boolean averagedEarly() {
        return recipe.has(Variant.AVERAGED_EARLY, 0);
    }

    /** Wᵀ·dZ of the layer behind. */
    Bounded throughWeights(Bounded weights, Bounded dZ, int layer) {
        Bounded W = turned(weights, recipe.has(Variant.WEIGHTS_TRANSPOSED_BACKWARD, layer + 1));
        Bounded dA = Bounded.zeros(W.columns(), m);
        affine.inputGradient(W, dZ, dA);
        return dA;
    }

    /** dZ of a hidden layer. */
    Bounded gate(Bounded dA, Bounded Z, Bounded A, int layer) {
        Bounded dZ = dA.copy();
        chapters.slope(layer).slope(Z, A, dZ, rounding);
        return rescaled(dZ);
    }

    /** The gradient that comes out of a normalization, as it is kept; overwritten. */
    Bounded kept(Bounded dZ) {
        return rescaled(dZ);
    }

    /** The gradient of the scale or the shift of a normalization, from that of the mean over the batch. */
    Bounded normalizationGradient(Bounded ofMean, Quantity gradient, int layer) {
        Bounded of = ofMean.copy();
        boolean scale = gradient == Quantity.dgamma;
        double averaging = chapters.normalizationAveraging(
                scale ? NormalizationParts.SCALE_OVER : NormalizationParts.SHIFT_OVER, layer, m);
        double factor =
                recipe.at(scale ? NormalizationParts.SCALE_GRADIENT : NormalizationParts.SHIFT_GRADIENT, layer, 1.0);
        scale((averagedEarly() ? m : 1) * averaging * factor, of);
        return of;
    }

    /** g(Z) before any mask, where the slope is taken. */
    Bounded unmasked(Bounded Z, int layer) {
        Bounded A = Bounded.zeros(Z.rows(), Z.columns());
        chapters.slope(layer).forward(Z, A, rounding);
        return A;
    }

    /** dW of the mean loss alone. */
    Bounded lossGradient(Bounded dZ, Bounded A, Bounded W, int layer) {
        Bounded dW = Bounded.zeros(W.rows(), W.columns());
        affine.parameterGradients(dZ, A, dW, Bounded.zeros(1, W.rows()));
        scale(averaging(layer) * recipe.at(AffineParts.WEIGHT_GRADIENT, layer, 1.0), dW);
        return dW;
    }

    Bounded weightGradient(Bounded dZ, Bounded A, Bounded W, int layer) {
        Bounded dW = lossGradient(dZ, A, W, layer);
        return chapters.isPenalizedInUpdate(Quantity.W, layer) ? dW : penalized(dW, W, Quantity.W, layer);
    }

    /** What the penalty adds to a gradient. */
    Bounded penalty(Bounded V, Quantity parameter, int layer) {
        Bounded of = Bounded.zeros(V.rows(), V.columns());
        chapters.penaltyOf(parameter, layer).gradient(V, chapters.penaltyExamples(layer, m), of, rounding);
        return of;
    }

    private double averaging(int layer) {
        return (averagedEarly() ? m : 1) * chapters.averaging(layer, m);
    }

    /** dW + λ/m·W, or of biases. */
    Bounded penalized(Bounded dV, Bounded V, Quantity parameter, int layer) {
        Bounded sum = dV.isExact() ? dV.copy() : dV;
        add(chapters.penaltyOf(parameter, layer), V, sum, layer);
        return sum;
    }

    /** dW + c·W, as the optimizer takes it; overwritten. */
    Bounded decayed(Bounded dW, Bounded W, int layer) {
        add(chapters.penaltyOfStep(layer), W, dW, layer);
        return dW;
    }

    Bounded biasGradient(Bounded dZ, Bounded b, int layer) {
        Bounded db = Bounded.zeros(1, dZ.rows());
        affine.biasGradient(dZ, db);
        scale(averaging(layer) * recipe.at(AffineParts.BIAS_GRADIENT, layer, 1.0), db);
        if (!chapters.isPenalizedInUpdate(Quantity.b, layer)) {
            add(chapters.penaltyOfBiases(layer), b.transposed(), db, layer);
        }
        if (recipe.has(Variant.BIAS_GRADIENT_MEAN_OF_UNITS, layer)) {
            average(db);
        }
        return db.transposed();
    }

    /** One mean for all units. */
    private void average(Bounded db) {
        double sum = 0;
        double error = 0;
        int n = db.columns();
        for (int k = 0; k < n; k++) {
            sum += db.values(0)[k];
            error += db.errors(0)[k] + rounding.gamma(n) * Math.abs(db.values(0)[k]);
        }
        for (int k = 0; k < n; k++) {
            db.values(0)[k] = sum / n;
            db.errors(0)[k] = error / n;
        }
    }

    private void scale(double factor, Bounded gradient) {
        if (factor != 1) {
            Elementwise.scale(factor, gradient, rounding);
        }
    }

    private void add(PenaltyTheory penalty, Bounded V, Bounded gradient, int layer) {
        Bounded of = Bounded.zeros(V.rows(), V.columns());
        penalty.gradient(V, chapters.penaltyExamples(layer, m), of, rounding);
        Elementwise.add(of, gradient, rounding);
    }

    static Bounded zeros(int rows, int columns) {
        return Bounded.exact(Matrix.zeros(rows, columns).toArray());
    }
}
