package org.twinnet.scratch.network;

import java.util.List;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.cost.Cost;
import org.twinnet.scratch.cost.CrossEntropy;
import org.twinnet.scratch.dropout.InvertedDropout;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;
import org.twinnet.scratch.penalty.Penalty;

/**
 * The network: forward, cost and backward, side by side. This is the page to read first.
 *
 * <p>Hidden layers are ReLU, optionally with inverted dropout; the output is one sigmoid unit with cross-entropy. Weights may be
 * penalized; penalty and dropout may be combined. A network holds no numbers of its own: parameters and buffers are
 * arguments, so one network serves any number of threads that bring their own.
 *
 * <p>Source: the notebook's {@code forward_propagation(_with_dropout)}, {@code compute_cost(_with_regularization)} and
 * {@code backward_propagation(_with_regularization, _with_dropout)}, for any number of layers.
 *
 * @param config the layers
 * @param penalty what regularization adds to the cost
 * @param keepProbability probability to keep a hidden unit in training, 1 for no dropout
 */
public record Network(NetworkConfig config, Penalty penalty, double keepProbability) {

    private static final Activation HIDDEN = new Relu();
    private static final Activation OUTPUT = new Sigmoid();

    /**
     * Checks the keep probability.
     *
     * @param config the layers
     * @param penalty what regularization adds to the cost
     * @param keepProbability probability to keep a hidden unit in training, 1 for no dropout
     * @throws IllegalArgumentException if it is not above 0 and at most 1
     */
    public Network {
        if (!(keepProbability > 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException(
                    "The keep probability is above 0 and at most 1, not " + keepProbability + ".");
        }
    }

    /**
     * Forward propagation, for l = 1 … L:
     *
     * <pre>
     *   Zˡ = Wˡ·Aˡ⁻¹ + bˡ
     *   Aˡ = max(0, Zˡ) ∘ Dˡ / keep_prob     hidden layers; the factor Dˡ / keep_prob only where masks are given
     *   Aᴸ = 1 / (1 + exp(−Zᴸ))
     * </pre>
     *
     * @param parameters Wˡ and bˡ, not modified
     * @param masks Dˡ of every hidden layer in training with dropout; empty to predict
     * @param pass holds X; its Zˡ and Aˡ are overwritten
     * @throws IllegalArgumentException if shapes or the number of masks do not fit
     */
    public void forward(Parameters parameters, List<Matrix> masks, ForwardPass pass) {
        requireMasks(masks);
        int L = config.depth();
        if (parameters.depth() != L) {
            throw new IllegalArgumentException(
                    "The parameters have " + parameters.depth() + " layers, the network has " + L + ".");
        }
        for (int l = 1; l <= L; l++) {
            Products.affine(parameters.W(l), parameters.b(l), pass.A(l - 1), pass.Z(l));
            if (l == L) {
                OUTPUT.forward(pass.Z(l), pass.A(l));
            } else {
                HIDDEN.forward(pass.Z(l), pass.A(l));
                if (!masks.isEmpty()) {
                    InvertedDropout.forward(masks.get(l - 1), keepProbability, pass.A(l));
                }
            }
        }
    }

    /**
     * The cost of a forward pass, J = cross-entropy(Aᴸ, Y) + Σₗ penalty(Wˡ).
     *
     * @param parameters the parameters of the pass, not modified
     * @param Y labels 0 or 1, 1 × m, not modified
     * @param pass a finished forward pass, not modified
     * @return both parts of the cost
     */
    public Cost cost(Parameters parameters, Matrix Y, ForwardPass pass) {
        double sum = 0;
        for (int l = 1; l <= config.depth(); l++) {
            sum += penalty.cost(parameters.W(l), Y.columns());
        }
        return new Cost(CrossEntropy.mean(pass.output(), Y), sum);
    }

    /**
     * Backward propagation, for l = L … 1:
     *
     * <pre>
     *   dZᴸ = Aᴸ − Y
     *   dWˡ = 1/m · dZˡ·Aˡ⁻¹ᵀ + λ/m · Wˡ
     *   dbˡ = 1/m · Σⱼ dZˡⱼ
     *   dAˡ⁻¹ = Wˡᵀ·dZˡ ∘ Dˡ⁻¹ / keep_prob   the factor only where masks are given
     *   dZˡ⁻¹ = dAˡ⁻¹ ∘ [Aˡ⁻¹ &gt; 0]
     * </pre>
     *
     * <p>dZ and dA are gradients of m·J, as in the notebook; dW and db are gradients of J.
     *
     * @param parameters the parameters of the forward pass, not modified
     * @param Y labels 0 or 1, 1 × m, not modified
     * @param masks the masks of the forward pass, not modified
     * @param pass the finished forward pass, not modified
     * @param back buffers, overwritten with dZˡ
     * @param gradients overwritten with dWˡ and dbˡ
     * @throws IllegalArgumentException if shapes or the number of masks do not fit
     */
    public void backward(
            Parameters parameters,
            Matrix Y,
            List<Matrix> masks,
            ForwardPass pass,
            BackwardPass back,
            Parameters gradients) {
        requireMasks(masks);
        int m = Y.columns();
        int L = config.depth();
        CrossEntropy.backward(pass.output(), Y, back.dZ(L));
        for (int l = L; l >= 1; l--) {
            Matrix dZ = back.dZ(l);
            Products.timesTranspose(dZ, pass.A(l - 1), gradients.W(l));
            divide(gradients.W(l), m);
            penalty.addGradient(parameters.W(l), m, gradients.W(l));
            for (int i = 0; i < dZ.rows(); i++) {
                gradients.b(l).set(i, 0, Products.rowSum(dZ.row(i)) / m);
            }
            if (l > 1) {
                Matrix dA = back.dZ(l - 1);
                Products.transposeTimes(parameters.W(l), dZ, dA);
                if (!masks.isEmpty()) {
                    InvertedDropout.backward(masks.get(l - 2), keepProbability, dA);
                }
                HIDDEN.backward(pass.A(l - 1), dA);
            }
        }
    }

    /**
     * The probability of class 1 of some examples, without dropout.
     *
     * @param parameters Wˡ and bˡ, not modified
     * @param X examples, features × m, not modified
     * @return 1 × m
     * @throws IllegalArgumentException if X does not have the network's number of inputs
     */
    public Matrix predict(Parameters parameters, Matrix X) {
        ForwardPass pass = new ForwardPass(config, X);
        forward(parameters, List.of(), pass);
        return pass.output();
    }

    private void requireMasks(List<Matrix> masks) {
        int hidden = config.depth() - 1;
        if (!masks.isEmpty() && masks.size() != hidden) {
            throw new IllegalArgumentException(
                    "Dropout needs one mask for each of the " + hidden + " hidden layers, not " + masks.size() + ".");
        }
    }

    private static void divide(Matrix dW, int m) {
        for (int i = 0; i < dW.rows(); i++) {
            double[] dw = dW.row(i);
            for (int k = 0; k < dw.length; k++) {
                dw[k] /= m;
            }
        }
    }
}
