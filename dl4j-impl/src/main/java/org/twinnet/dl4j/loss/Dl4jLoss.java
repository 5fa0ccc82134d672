package org.twinnet.dl4j.loss;

import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What the output layer's numbers cost, one row each: DL4J's function, and SameDiff's operations for the witness. */
public enum Dl4jLoss {
    /** 1/m · ΣΣ −[y·ln a + (1 − y)·ln(1 − a)] of sigmoid outputs. */
    BINARY_CROSS_ENTROPY {
        @Override
        public ILossFunction function(Loss form) {
            return switch (form) {
                case LOGIT -> new LogitCrossEntropy();
                // The stock loss clips probabilities to [1e-5, 1 − 1e-5]: an example that is confidently wrong stops
                // teaching, and the cost drifts from the exact one.
                case STOCK -> new LossBinaryXENT();
            };
        }

        /** Of several outputs, ½(z + |z|) − z·y + ln(1 + e^(−|z|)): the operation would average over them. */
        @Override
        public SDVariable mean(SameDiff graph, SDVariable y, SDVariable z, SDVariable a, int examples, int outputs) {
            if (outputs == 1) {
                // The loss operation ignores the gradient of whatever follows it, so it must be the mean itself.
                SDVariable one = graph.constant("weights", Nd4j.scalar(1.0));
                return graph.loss.sigmoidCrossEntropy(null, y, z, one, LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT, 0);
            }
            SDVariable size = graph.math.abs(z);
            SDVariable rest = graph.math.log1p(graph.math.exp(size.neg()));
            return z.add(size).mul(0.5).sub(z.mul(y)).add(rest).sum().div(examples);
        }
    },
    /** 1/m · Σ −Σₖ yₖ·ln aₖ of a softmax output. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        public ILossFunction function(Loss form) {
            return switch (form) {
                case LOGIT -> new LogitSoftmaxCrossEntropy();
                // The stock loss clips probabilities to at least 1e-10.
                case STOCK -> new LossMCXENT();
            };
        }

        @Override
        public SDVariable mean(SameDiff graph, SDVariable y, SDVariable z, SDVariable a, int examples, int outputs) {
            return graph.nn.logSoftmax(z).mul(y).sum().div(-examples);
        }
    },
    /** 1/(m·K) · ΣΣ (a − y)². */
    MEAN_SQUARED_ERROR {
        @Override
        public ILossFunction function(Loss form) {
            return new LossMSE();
        }

        @Override
        public ILossFunction ofLossLayer(Loss form) {
            return new MeanSquaredLoss();
        }

        @Override
        public SDVariable mean(SameDiff graph, SDVariable y, SDVariable z, SDVariable a, int examples, int outputs) {
            SDVariable distance = a.sub(y);
            return distance.mul(distance).sum().div((double) examples * outputs);
        }
    },
    /** 1/(2m) · ΣΣ (a − y)². */
    QUADRATIC {
        @Override
        public ILossFunction function(Loss form) {
            return new QuadraticLoss();
        }

        @Override
        public SDVariable mean(SameDiff graph, SDVariable y, SDVariable z, SDVariable a, int examples, int outputs) {
            SDVariable distance = a.sub(y);
            return distance.mul(distance).sum().div(2.0 * examples);
        }
    };

    /**
     * What the output layer's configuration gets.
     *
     * @param form which form of a cross-entropy
     * @return a new function
     */
    public abstract ILossFunction function(Loss form);

    /**
     * What a loss layer's configuration gets, whose Z is the output of the layer before it.
     *
     * @param form which form of a cross-entropy
     * @return a new function
     */
    public ILossFunction ofLossLayer(Loss form) {
        return function(form);
    }

    /**
     * The mean over the examples as a node of a graph.
     *
     * @param graph gets the node
     * @param y what the output should be
     * @param z the output's pre-activation
     * @param a its activation
     * @param examples m
     * @param outputs K
     * @return the node
     */
    public abstract SDVariable mean(
            SameDiff graph, SDVariable y, SDVariable z, SDVariable a, int examples, int outputs);
}
