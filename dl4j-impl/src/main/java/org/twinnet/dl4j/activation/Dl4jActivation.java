package org.twinnet.dl4j.activation;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;

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

        /**
         * z + ln(1 + e⁻ᶻ) above 0 and ln(1 + eᶻ) elsewhere, chosen by a factor of 1 or 0 that has no slope. Of one
         * formula for both sides, such as ½(z + |z|) + ln(1 + e^(−|z|)), the slope would be a difference of halves,
         * which has no digit left where z is far below 0.
         */
        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            SDVariable above = z.gt(0).castTo(DataType.DOUBLE);
            SDVariable elsewhere = above.rsub(1);
            SDVariable p = z.mul(above);
            SDVariable n = z.mul(elsewhere);
            return p.add(above.mul(graph.math.log1p(graph.math.exp(p.neg()))))
                    .add(elsewhere.mul(graph.math.log1p(graph.math.exp(n))));
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

    /** z/(1 + |z|). */
    record Softsign() implements Dl4jActivation {
        @Override
        public IActivation activation() {
            return new ActivationSoftSign();
        }

        @Override
        public SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.softsign(z);
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
