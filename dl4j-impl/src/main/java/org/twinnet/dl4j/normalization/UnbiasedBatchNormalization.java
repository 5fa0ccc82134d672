package org.twinnet.dl4j.normalization;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's batch normalization with the unbiased variance of a batch in the running one, Σ(z − μ)²/(m − 1), as PyTorch
 * has it. DL4J's own has no such setting.
 */
public final class UnbiasedBatchNormalization extends LoneExampleBatchNormalization {
    private static final long serialVersionUID = 1L;

    /** For DL4J's JSON reader. */
    public UnbiasedBatchNormalization() {
        super();
    }

    /**
     * Batch normalization of one layer.
     *
     * @param units number of units
     * @param decay what the running mean and variance keep
     * @param epsilon ε
     */
    public UnbiasedBatchNormalization(int units, double decay, double epsilon) {
        super(units, decay, epsilon);
    }

    @Override
    InTraining inTraining(NeuralNetConfiguration conf, DataType dataType) {
        return new UnbiasedInTraining(conf, dataType);
    }

    /** The layer itself. */
    private static final class UnbiasedInTraining extends InTraining {
        private static final long serialVersionUID = 1L;

        UnbiasedInTraining(NeuralNetConfiguration conf, DataType dataType) {
            super(conf, dataType);
        }

        /**
         * DL4J's step of the running variance is (1 − decay)·(running − σ²), to be subtracted; with f = m/(m − 1) that
         * of (1 − decay)·(running − f·σ²) is f times as much and (1 − decay)·(1 − f)·running. One example has no
         * unbiased variance: σ² is 0 then.
         */
        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray gradient, LayerWorkspaceMgr workspaces) {
            Pair<Gradient, INDArray> result = super.backpropGradient(gradient, workspaces);
            long m = gradient.size(0);
            if (m > 1) {
                double f = m / (m - 1.0);
                double share = (1 - layerConf().getDecay()) * (1 - f);
                INDArray running = getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
                INDArray step = gradientViews.get(BatchNormalizationParamInitializer.GLOBAL_VAR);
                step.muli(f).addi(running.mul(share));
            }
            return result;
        }
    }
}
