package org.twinnet.scratch.network;

import java.util.List;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.BatchNormalization;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.loss.Cost;
import org.twinnet.scratch.loss.Loss;
import org.twinnet.scratch.penalty.Penalty;

/**
 * The network: forward, cost and backward, side by side. This is the page to read first.
 *
 * <p>A network is a list of layers, each with its own forward and backward; the loss says what the output costs, the
 * penalty what the weights do. A network holds no numbers of its own: parameters and buffers are arguments, so one
 * network serves any number of threads that bring their own.
 *
 * <p>In single precision every tensor is rounded as soon as a link has made it, and no formula knows of that; see
 * {@link Precision}.
 *
 * <p>Source: the notebook's {@code forward_propagation(_with_dropout)}, {@code compute_cost(_with_regularization)} and
 * {@code backward_propagation(_with_regularization, _with_dropout)}, for any number of layers.
 *
 * @param layers the layers, from the inputs to the output
 * @param loss what an output costs
 * @param penalty what regularization adds to the cost
 * @param precision what is left of a number when it is stored
 */
public record Network(List<Layer> layers, Loss loss, Penalty penalty, Precision precision) {

    /**
     * Checks and copies the layers.
     *
     * @param layers the layers, from the inputs to the output
     * @param loss what an output costs
     * @param penalty what regularization adds to the cost
     * @param precision what is left of a number when it is stored
     * @throws IllegalArgumentException if a layer does not fit behind the one before it, or the loss does not go with
     *     the output's activation
     */
    public Network {
        layers = List.copyOf(layers);
        LayerOrder.require(layers);
        loss.requireOutput(activationOf(layers));
    }

    /**
     * A network in double precision.
     *
     * @param layers the layers, from the inputs to the output
     * @param loss what an output costs
     * @param penalty what regularization adds to the cost
     * @throws IllegalArgumentException if a layer does not fit behind the one before it, or the loss does not go with
     *     the output's activation
     */
    public Network(List<Layer> layers, Loss loss, Penalty penalty) {
        this(layers, loss, penalty, Precision.FLOAT64);
    }

    /**
     * The notebook's network: ReLU hidden layers, optionally with inverted dropout, and one sigmoid unit with
     * cross-entropy.
     *
     * @param config the layers' sizes
     * @param penalty what regularization adds to the cost
     * @param keepProbability probability to keep a hidden unit in training, 1 for no dropout
     * @return the network
     * @throws IllegalArgumentException if the probability is not above 0 and at most 1
     */
    public static Network of(NetworkConfig config, Penalty penalty, double keepProbability) {
        return of(config, new BinaryCrossEntropy(), penalty, config.dropouts(keepProbability));
    }

    /**
     * A network with another output or loss than the notebook's, or dropout of any layers.
     *
     * @param config the layers' sizes and activations
     * @param loss what an output costs
     * @param penalty what regularization adds to the cost
     * @param dropouts dropout of the inputs, layer 0, and of hidden layers; empty for none
     * @return the network
     * @throws IllegalArgumentException if there is dropout of the output or twice of one layer, or the loss does not go
     *     with the output's activation
     */
    public static Network of(NetworkConfig config, Loss loss, Penalty penalty, List<Dropout> dropouts) {
        return new Network(config.layers(dropouts), loss, penalty);
    }

    /**
     * Forward propagation, layer by layer from X to the output:
     *
     * <pre>
     *   Zˡ = Wˡ·Aˡ⁻¹ + bˡ             {@link Dense}
     *   Nˡ = γ ∘ (Zˡ − μ)/√(σ²+ε) + β {@link BatchNormalization}, elsewhere Nˡ = Zˡ
     *   Gˡ = g(Nˡ)                    {@link ActivationLayer}
     *   Aˡ = Gˡ ∘ Dˡ / keep_prob      {@link Dropout}, elsewhere Aˡ = Gˡ
     * </pre>
     *
     * @param parameters Wˡ and bˡ, not modified
     * @param masks D of every dropout layer, in their order; kept by the pass
     * @param pass holds X; its Zˡ, Gˡ and Aˡ are overwritten
     * @throws IllegalArgumentException if shapes or the number of masks do not fit, or the pass was made for other
     *     layers
     */
    public void forward(Parameters parameters, List<Matrix> masks, ForwardPass pass) {
        requireFitting(parameters, pass);
        pass.useMasks(masks);
        for (int k = 0; k < layers.size(); k++) {
            layers.get(k).forward(parameters, pass);
            pass.round(layers.get(k).layer(), precision);
        }
    }

    /**
     * The cost of a forward pass, J = loss(Aᴸ, Y) + Σₗ penalty(Wˡ), and penalty(bˡ) where biases are penalized.
     *
     * @param parameters the parameters of the pass, not modified
     * @param Y what the output should be, outputs × m, not modified
     * @param pass a finished forward pass, not modified
     * @return both parts of the cost
     */
    public Cost cost(Parameters parameters, Matrix Y, ForwardPass pass) {
        return cost(parameters, Y, pass, Y.columns());
    }

    /**
     * The cost of the forward pass of a batch, whose penalty is that of the whole training.
     *
     * @param parameters the parameters of the pass, not modified
     * @param Y what the output should be, outputs × B, not modified
     * @param pass a finished forward pass, not modified
     * @param penaltyOver number of examples that λ is divided by
     * @return both parts of the cost
     */
    public Cost cost(Parameters parameters, Matrix Y, ForwardPass pass, int penaltyOver) {
        return new Cost(precision.round(loss.mean(pass.output(), Y)), penalty(parameters, penaltyOver));
    }

    /**
     * What regularization adds to the cost.
     *
     * @param parameters the parameters, not modified
     * @param m number of training examples
     * @return Σₗ penalty(Wˡ), and penalty(bˡ) where biases are penalized
     */
    public double penalty(Parameters parameters, int m) {
        double sum = 0;
        for (int l = 1; l <= depth(); l++) {
            sum += penalty.cost(parameters.W(l), m);
            if (penalty.ofBiases()) {
                sum += penalty.cost(parameters.b(l), m);
            }
        }
        return precision.round(sum);
    }

    /**
     * Backward propagation of the whole cost: the gradient of the loss, and that of the penalty added to it.
     *
     * <pre>
     *   dNᴸ = ∂(m·loss)/∂Nᴸ               {@link Loss}; Aᴸ − Y for both cross-entropies
     *   dWˡ = 1/m · dZˡ·Aˡ⁻¹ᵀ             {@link Dense}; for L2 there is λ/m · Wˡ more
     *   dbˡ = 1/m · Σⱼ dZˡⱼ
     *   dAˡ⁻¹ = Wˡᵀ·dZˡ
     *   dGˡ⁻¹ = dAˡ⁻¹ ∘ Dˡ⁻¹ / keep_prob  {@link Dropout}
     *   dNˡ⁻¹ = dGˡ⁻¹ ∘ g′(Nˡ⁻¹)          {@link ActivationLayer}
     *   dZˡ⁻¹, dγˡ⁻¹, dβˡ⁻¹               {@link BatchNormalization}, elsewhere dZˡ⁻¹ = dNˡ⁻¹
     * </pre>
     *
     * <p>dZ, dG and dA are gradients of m·J, as in the notebook; dW and db are gradients of J.
     *
     * @param parameters the parameters of the forward pass, not modified
     * @param Y what the output should be, outputs × m, not modified
     * @param pass the finished forward pass, not modified
     * @param back buffers, overwritten with dZˡ
     * @param gradients overwritten with dWˡ and dbˡ
     * @throws IllegalArgumentException if shapes do not fit
     */
    public void backward(Parameters parameters, Matrix Y, ForwardPass pass, BackwardPass back, Parameters gradients) {
        backwardLoss(parameters, Y, pass, back, gradients);
        addPenalty(parameters, Y.columns(), gradients);
    }

    /**
     * Backward propagation of the loss alone, for l = L … 1: {@link #backward} without the penalty's part.
     *
     * @param parameters the parameters of the forward pass, not modified
     * @param Y what the output should be, outputs × m, not modified
     * @param pass the finished forward pass, not modified
     * @param back buffers, overwritten with dZˡ
     * @param gradients overwritten with dWˡ and dbˡ
     * @throws IllegalArgumentException if shapes do not fit
     */
    public void backwardLoss(
            Parameters parameters, Matrix Y, ForwardPass pass, BackwardPass back, Parameters gradients) {
        int L = depth();
        loss.backward(activationOf(layers), pass.N(L), pass.output(), Y, back.dZ(L));
        back.round(L, precision);
        // the last layer is the output's activation, and the loss has passed through it already
        for (int k = layers.size() - 2; k >= 0; k--) {
            Layer link = layers.get(k);
            link.backward(parameters, pass, back, gradients);
            back.round(link.layer(), precision);
        }
        gradients.round(precision);
    }

    /**
     * Adds the gradient of the penalty to that of the loss: dWˡ += ∂penalty/∂Wˡ, and dbˡ likewise where biases are
     * penalized.
     *
     * @param parameters the parameters, not modified
     * @param m number of training examples
     * @param gradients modified
     * @throws IllegalArgumentException if shapes do not fit
     */
    public void addPenalty(Parameters parameters, int m, Parameters gradients) {
        for (int l = 1; l <= depth(); l++) {
            penalty.addGradient(parameters.W(l), m, gradients.W(l));
            if (penalty.ofBiases()) {
                penalty.addGradient(parameters.b(l), m, gradients.b(l));
            }
        }
        gradients.round(precision);
    }

    /**
     * The output for some examples, such as the probability of class 1, without dropout.
     *
     * @param parameters Wˡ and bˡ, not modified
     * @param X examples, features × m, not modified
     * @return outputs × m
     * @throws IllegalArgumentException if X does not have the network's number of inputs, or a layer normalizes by
     *     statistics of its own
     */
    public Matrix predict(Parameters parameters, Matrix X) {
        return predict(parameters, Parameters.ofStatistics(List.of()), X);
    }

    /**
     * The output for some examples, without dropout and by running statistics.
     *
     * @param parameters the parameters, not modified
     * @param statistics the running mean and variance of each layer that normalizes, not modified
     * @param X examples, features × m, not modified
     * @return outputs × m
     * @throws IllegalArgumentException if X does not have the network's number of inputs
     */
    public Matrix predict(Parameters parameters, Parameters statistics, Matrix X) {
        List<Layer> undropped =
                layers.stream().filter(layer -> !(layer instanceof Dropout)).toList();
        Network network = new Network(undropped, loss, penalty, precision);
        ForwardPass pass = new ForwardPass(network.layers, precision.rounded(X));
        pass.predictWith(statistics);
        network.forward(parameters, List.of(), pass);
        return pass.output();
    }

    /**
     * The number of layers L that have weights.
     *
     * @return L, at least 1
     */
    public int depth() {
        return layers.get(layers.size() - 1).layer();
    }

    private static Activation activationOf(List<Layer> layers) {
        return ((ActivationLayer) layers.get(layers.size() - 1)).activation();
    }

    private void requireFitting(Parameters parameters, ForwardPass pass) {
        if (parameters.depth() != depth()) {
            throw new IllegalArgumentException(
                    "The parameters have " + parameters.depth() + " layers, the network has " + depth() + ".");
        }
        if (!layers.equals(pass.layers())) {
            throw new IllegalArgumentException("The forward pass was made for the layers " + pass.layers()
                    + ", the network has " + layers + "; make one for these.");
        }
    }
}
