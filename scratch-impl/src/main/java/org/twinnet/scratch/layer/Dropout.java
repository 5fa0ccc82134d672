package org.twinnet.scratch.layer;

import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * Inverted dropout: drop units by a mask and scale the kept ones by 1/keep_prob, so that the expected activation is
 * unchanged and prediction needs no correction.
 *
 * <pre>
 *   forward   Aˡ = Gˡ ∘ Dˡ / keep_prob         of the inputs, G⁰ = X
 *   backward  dGˡ = dAˡ ∘ Dˡ / keep_prob       the same mask; not for l = 0, where nobody asks for it
 * </pre>
 *
 * <p>Source: the notebook's {@code forward_propagation_with_dropout} and {@code backward_propagation_with_dropout};
 * Srivastava et al., JMLR 15, 2014.
 *
 * @param layer l, 0 for the inputs
 * @param keepProbability probability to keep a unit, above 0 and at most 1
 */
public record Dropout(int layer, double keepProbability) implements Layer {

    /**
     * Checks the keep probability.
     *
     * @param layer l, 0 for the inputs
     * @param keepProbability probability to keep a unit, above 0 and at most 1
     * @throws IllegalArgumentException if the probability is out of range
     */
    public Dropout {
        if (!(keepProbability > 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException(
                    "The keep probability is above 0 and at most 1, not " + keepProbability + ".");
        }
    }

    @Override
    public List<NamedTensor> newParameters() {
        return List.of();
    }

    @Override
    public void forward(Parameters parameters, ForwardPass pass) {
        mask("A = G ∘ D / keep_prob", pass.D(layer), "G", pass.G(layer), "A", pass.A(layer));
    }

    @Override
    public void backward(Parameters parameters, ForwardPass pass, BackwardPass back, Parameters gradients) {
        if (layer > 0) {
            Matrix dA = back.dZ(layer);
            mask("dG = dA ∘ D / keep_prob", pass.D(layer), "dA", dA, "dG", dA);
        }
    }

    /**
     * Forward and backward are one linear map, so they are one loop. It multiplies by 1/keep_prob, which is several
     * times faster than to divide by keep_prob and differs by at most one more rounding.
     */
    private void mask(String operation, Matrix D, String fromName, Matrix from, String toName, Matrix to) {
        ShapeMismatchException.requireSameShape(operation, "D", D, fromName, from);
        ShapeMismatchException.requireSameShape(operation, fromName, from, toName, to);
        // Finite, so that a dropped unit stays 0 even below keep_prob = 2⁻¹⁰²⁴, where the quotient overflows.
        double scale = Math.min(1 / keepProbability, Double.MAX_VALUE);
        for (int i = 0; i < to.rows(); i++) {
            double[] d = D.row(i);
            double[] source = from.row(i);
            double[] target = to.row(i);
            for (int j = 0; j < target.length; j++) {
                target[j] = source[j] * (d[j] * scale);
            }
        }
    }
}
