package org.twinnet.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * Activations, one record each: DL4J's own where it computes the formula, one of the classes beside this where it does
 * not, and SameDiff's operations for the witness.
 */
public sealed interface Dl4jActivation {

    /**
     * What the layer's configuration gets.
     *
     * @return a new one
     */
    IActivation activation();

    /**
     * The same as a node of a graph, made of operations that SameDiff differentiates by itself.
     *
     * @param graph the graph
     * @param z what goes in
     * @return what comes out
     */
    SDVariable of(SameDiff graph, SDVariable z);

    /** max(0, z), with slope 0 at 0. */
    record Relu() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ActivationReLU();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.relu(z, 0);
        }
    }

    /** 1/(1 + e⁻ᶻ). */
    record Sigmoid() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ActivationSigmoid();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.sigmoid(z);
        }
    }

    /** tanh(z). */
    record Tanh() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ActivationTanH();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.tanh(z);
        }
    }

    /**
     * z above 0, slope·z elsewhere.
     *
     * @param slope what is left of a negative number
     */
    record LeakyRelu(double slope) implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new LeakyReluActivation(slope);
        }

        /** SameDiff's leaky ReLU keeps its slope in single precision; here what a ReLU lacks is added to it. */
        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.relu(z, 0).mul(1 - slope).add(z.mul(slope));
        }
    }

    /** z above 0, eᶻ − 1 elsewhere. */
    record Elu() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ActivationELU();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.elu(z);
        }
    }

    /** ln(1 + eᶻ). */
    record Softplus() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new SoftplusActivation();
        }

        /** ½(z + |z|) is max(0, z) with slope ½ at 0, where that of the logarithm is 0. */
        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            SDVariable size = graph.math.abs(z);
            return z.add(size).mul(0.5).add(graph.math.log1p(graph.math.exp(size.neg())));
        }
    }

    /** z·Φ(z) with the normal distribution Φ. */
    record Gelu() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ExactGeluActivation();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return z.mul(0.5).mul(graph.math.erfc(z.mul(-Math.sqrt(0.5))));
        }
    }

    /** z/(1 + e⁻ᶻ). */
    record Swish() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new SwishActivation();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return z.mul(graph.nn.sigmoid(z));
        }
    }

    /** z. */
    record Identity() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ActivationIdentity();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return z;
        }
    }

    /** eᶻ/Σ eᶻ over the units; for outputs only. */
    record Softmax() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new SoftmaxActivation();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.softmax(z);
        }
    }
}
