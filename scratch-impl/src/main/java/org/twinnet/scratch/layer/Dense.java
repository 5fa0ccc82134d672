package org.twinnet.scratch.layer;

import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;

/**
 * A dense layer.
 *
 * <pre>
 *   forward   Zˡ = Wˡ·Aˡ⁻¹ + bˡ
 *   backward  dWˡ = 1/m · dZˡ·Aˡ⁻¹ᵀ
 *             dbˡ = 1/m · Σⱼ dZˡⱼ
 *             dAˡ⁻¹ = Wˡᵀ·dZˡ               not for l = 1, where nobody asks for it
 * </pre>
 *
 * <p>dZ and dA are gradients of m·J, as in the notebook; dW and db are gradients of J.
 *
 * <p>Source: the notebook's {@code forward_propagation} and {@code backward_propagation}.
 *
 * @param layer l, from 1
 * @param inputs number of units of layer l − 1, columns of W
 * @param units number of units, rows of W
 */
public record Dense(int layer, int inputs, int units) implements Layer {

    @Override
    public List<NamedTensor> newParameters() {
        return List.of(
                new NamedTensor("W", layer, Matrix.zeros(units, inputs)),
                new NamedTensor("b", layer, Matrix.zeros(units, 1)));
    }

    @Override
    public void forward(Parameters parameters, ForwardPass pass) {
        Products.affine(parameters.W(layer), parameters.b(layer), pass.A(layer - 1), pass.Z(layer));
    }

    @Override
    public void backward(Parameters parameters, ForwardPass pass, BackwardPass back, Parameters gradients) {
        Matrix dZ = back.dZ(layer);
        Matrix dW = gradients.W(layer);
        Matrix db = gradients.b(layer);
        int m = dZ.columns();
        Products.timesTranspose(dZ, pass.A(layer - 1), dW);
        for (int i = 0; i < units; i++) {
            double[] dw = dW.row(i);
            for (int k = 0; k < dw.length; k++) {
                dw[k] /= m;
            }
            db.set(i, 0, Products.rowSum(dZ.row(i)) / m);
        }
        if (layer > 1) {
            Products.transposeTimes(parameters.W(layer), dZ, back.dZ(layer - 1));
        }
    }
}
