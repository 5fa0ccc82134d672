package org.twinnet.scratch.layer;

import java.util.List;
import org.twinnet.scratch.activation.Activation;

/**
 * The activation of a layer.
 *
 * <pre>
 *   forward   Gˡ = g(Nˡ)
 *   backward  dNˡ = dGˡ ∘ g′(Nˡ)
 * </pre>
 *
 * <p>Nˡ is Zˡ where nothing is normalized.
 *
 * <p>Gˡ is Aˡ where nothing is dropped. Backward needs the activation as it was before the mask: a dropped unit has Aˡ
 * = 0, of which most activations would read a slope that is not theirs.
 *
 * @param layer l, from 1
 * @param activation g
 */
public record ActivationLayer(int layer, Activation activation) implements Layer {

    @Override
    public List<NamedTensor> newParameters() {
        return List.of();
    }

    @Override
    public void forward(Parameters parameters, ForwardPass pass) {
        activation.forward(pass.N(layer), pass.G(layer));
    }

    @Override
    public void backward(Parameters parameters, ForwardPass pass, BackwardPass back, Parameters gradients) {
        activation.backward(pass.N(layer), pass.G(layer), back.dZ(layer));
    }
}
