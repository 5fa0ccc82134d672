package org.twinnet.compare.check;

import java.util.Optional;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Recomputes one tensor of a trace from the tensors before it, with the rounding error of that one operation.
 *
 * <pre>
 *   Zˡ   = Wˡ·Aˡ⁻¹ + bˡ                          γₙ₊₃·(|Wˡ|·|Aˡ⁻¹| + |bˡ|)      n inputs
 *   Aˡ   = max(0, Zˡ)·D/keep_prob                γ₃·|Aˡ|
 *   Aᴸ   = 1 / (1 + e⁻ᶻ)                         γ₈·a
 *   dAᴸ  = (1 − Y)/(1 − A) − Y/A                 γ₆·|dAᴸ|
 *   dZᴸ  = Aᴸ − Y                                γ₈·|dZᴸ|
 *   dWˡ  = dZˡ·Aˡ⁻¹ᵀ/m + λ/m·Wˡ                  γₘ₊₆·(|dZˡ|·|Aˡ⁻¹|ᵀ/m + λ/m·|Wˡ|)
 *   dbˡ  = Σⱼ dZˡⱼ/m                             γₘ₊₂·Σⱼ |dZˡⱼ|/m
 *   dAˡ  = Wˡ⁺¹ᵀ·dZˡ⁺¹·D/keep_prob               γₙ₊₄·|Wˡ⁺¹|ᵀ·|dZˡ⁺¹|·D/keep_prob      n units
 *   dZˡ  = dAˡ where Zˡ &gt; 0, else 0              γ₂·|dAˡ|
 *   W, b at i + 1 = W − α·dW, b − α·db at i      γ₄·(|W| + α·|dW|)
 * </pre>
 *
 * <p>γₙ = n·u/(1 − n·u) with u of the trace's precision, doubled for two programs; results near the smallest normal number may in addition
 * differ by that number, because there they lose digits or become 0.
 */
final class LocalRelations {

    private final Trace trace;
    private final int m;
    private final double keep;
    private final double u;
    private final double tiny;

    LocalRelations(Trace trace) {
        this.trace = trace;
        this.m = trace.exampleCount();
        this.keep = trace.hyperParameters().keepProbability();
        this.u = trace.precision().unitRoundoff();
        this.tiny = switch (trace.precision()) {
            case FLOAT64 -> Double.MIN_NORMAL;
            case FLOAT32 -> Float.MIN_NORMAL;
        };
    }

    /** What a tensor must be; empty where a predecessor is missing or nothing determines it. */
    Optional<Expectation> expected(TensorName name) {
        int l = name.layer();
        int i = name.iteration();
        return switch (name.quantity()) {
            case W -> update(get(Quantity.W, l, i - 1), get(Quantity.dW, l, i - 1));
            case b -> update(get(Quantity.b, l, i - 1), get(Quantity.db, l, i - 1));
            case Z -> product(get(Quantity.W, l, i), activation(l - 1, i), get(Quantity.b, l, i));
            case D -> Optional.empty();
            case A -> get(Quantity.Z, l, i).flatMap(Z -> l == trace.depth() ? sigmoid(Z) : relu(Z, l, i));
            case dA ->
                l == trace.depth()
                        ? activation(l, i).map(this::outputGradient)
                        : throughMask(get(Quantity.W, l + 1, i), get(Quantity.dZ, l + 1, i), l, i);
            case dZ ->
                l == trace.depth()
                        ? activation(l, i).map(this::residual)
                        : gate(get(Quantity.dA, l, i), get(Quantity.Z, l, i));
            case dW -> weightGradient(get(Quantity.dZ, l, i), activation(l - 1, i), get(Quantity.W, l, i));
            case db -> get(Quantity.dZ, l, i).map(this::biasGradient);
        };
    }

    private Optional<Matrix> get(Quantity quantity, int layer, int iteration) {
        return trace.tensor(quantity, layer, iteration).map(TraceTensor::oriented);
    }

    private Optional<Matrix> activation(int layer, int iteration) {
        return layer == 0 ? Optional.of(trace.X()) : get(Quantity.A, layer, iteration);
    }

    /** Two programs, each within γₙ of the exact result. */
    private double gamma(int n) {
        return 2 * n * u / (1 - n * u);
    }

    private Optional<Expectation> update(Optional<Matrix> before, Optional<Matrix> gradient) {
        if (before.isEmpty() || gradient.isEmpty()) {
            return Optional.empty();
        }
        double alpha = trace.hyperParameters().learningRate();
        return Optional.of(each(before.get(), (r, c, w, e) -> {
            double step = alpha * gradient.get().get(r, c);
            e.set(r, c, w - step, gamma(4) * (Math.abs(w) + Math.abs(step)) + tiny);
        }));
    }

    private Optional<Expectation> product(Optional<Matrix> weights, Optional<Matrix> inputs, Optional<Matrix> biases) {
        if (weights.isEmpty() || inputs.isEmpty() || biases.isEmpty()) {
            return Optional.empty();
        }
        Matrix W = weights.get();
        Expectation Z = Expectation.ofShape(W.rows(), m);
        for (int r = 0; r < W.rows(); r++) {
            double bias = biases.get().get(r, 0);
            for (int j = 0; j < m; j++) {
                double sum = bias;
                double magnitude = Math.abs(bias);
                for (int k = 0; k < W.columns(); k++) {
                    double term = W.get(r, k) * inputs.get().get(k, j);
                    sum += term;
                    magnitude += Math.abs(term);
                }
                Z.set(r, j, sum, gamma(W.columns() + 3) * magnitude + tiny);
            }
        }
        return Optional.of(Z);
    }

    private Optional<Expectation> sigmoid(Matrix Z) {
        return Optional.of(each(Z, (r, c, z, e) -> {
            double a = 1 / (1 + Math.exp(-z));
            e.set(r, c, a, gamma(8) * a + tiny);
        }));
    }

    private Optional<Expectation> relu(Matrix Z, int layer, int iteration) {
        return scale(layer, iteration)
                .map(scale -> each(Z, (r, c, z, e) -> {
                    double a = Math.max(0, z) * scale.get(r, c);
                    e.set(r, c, a, gamma(3) * a + tiny);
                }));
    }

    /** D/keep_prob of a hidden layer, all ones without dropout; empty where dropout is used and the mask is not known. */
    private Optional<Matrix> scale(int layer, int iteration) {
        if (keep == 1) {
            Matrix one = Matrix.zeros(trace.layerSizes().get(layer), m);
            return Optional.of(each(one, (r, c, zero, e) -> e.set(r, c, 1, 0)).values());
        }
        return trace.mask(layer, iteration)
                .map(TraceTensor::oriented)
                .map(D -> each(D, (r, c, d, e) -> e.set(r, c, d / keep, 0)).values());
    }

    private Expectation outputGradient(Matrix A) {
        return each(A, (r, c, a, e) -> {
            double y = trace.Y().get(r, c);
            double da = y == 1 ? -1 / a : 1 / (1 - a);
            e.set(r, c, da, gamma(6) * Math.abs(da) + tiny);
        });
    }

    private Expectation residual(Matrix A) {
        return each(A, (r, c, a, e) -> {
            double dz = a - trace.Y().get(r, c);
            e.set(r, c, dz, gamma(8) * Math.abs(dz) + tiny);
        });
    }

    private Optional<Expectation> throughMask(
            Optional<Matrix> weights, Optional<Matrix> gradient, int layer, int iteration) {
        Optional<Matrix> scale = scale(layer, iteration);
        if (weights.isEmpty() || gradient.isEmpty() || scale.isEmpty()) {
            return Optional.empty();
        }
        Matrix W = weights.get();
        return Optional.of(each(scale.get(), (k, j, s, e) -> {
            double sum = 0;
            double magnitude = 0;
            for (int r = 0; r < W.rows(); r++) {
                double term = W.get(r, k) * gradient.get().get(r, j);
                sum += term;
                magnitude += Math.abs(term);
            }
            e.set(k, j, sum * s, gamma(W.rows() + 4) * magnitude * s + tiny);
        }));
    }

    private Optional<Expectation> gate(Optional<Matrix> gradient, Optional<Matrix> preActivations) {
        if (gradient.isEmpty() || preActivations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(each(gradient.get(), (r, c, da, e) -> {
            double dz = preActivations.get().get(r, c) > 0 ? da : 0;
            e.set(r, c, dz, gamma(2) * Math.abs(dz));
        }));
    }

    private Optional<Expectation> weightGradient(
            Optional<Matrix> gradient, Optional<Matrix> inputs, Optional<Matrix> weights) {
        if (gradient.isEmpty() || inputs.isEmpty() || weights.isEmpty()) {
            return Optional.empty();
        }
        double decay = trace.hyperParameters().lambda() / m;
        return Optional.of(each(weights.get(), (r, k, w, e) -> {
            double sum = 0;
            double magnitude = 0;
            for (int j = 0; j < m; j++) {
                double term = gradient.get().get(r, j) * inputs.get().get(k, j);
                sum += term;
                magnitude += Math.abs(term);
            }
            e.set(r, k, sum / m + decay * w, gamma(m + 6) * (magnitude / m + decay * Math.abs(w)) + tiny);
        }));
    }

    private Expectation biasGradient(Matrix dZ) {
        Expectation db = Expectation.ofShape(dZ.rows(), 1);
        for (int r = 0; r < dZ.rows(); r++) {
            double sum = 0;
            double magnitude = 0;
            for (double dz : dZ.row(r)) {
                sum += dz;
                magnitude += Math.abs(dz);
            }
            db.set(r, 0, sum / m, gamma(m + 2) * magnitude / m + tiny);
        }
        return db;
    }

    /** Fills one entry. */
    private interface Entry {
        void fill(int row, int column, double value, Expectation target);
    }

    private static Expectation each(Matrix source, Entry entry) {
        Expectation target = Expectation.ofShape(source.rows(), source.columns());
        for (int r = 0; r < source.rows(); r++) {
            for (int c = 0; c < source.columns(); c++) {
                entry.fill(r, c, source.get(r, c), target);
            }
        }
        return target;
    }
}
