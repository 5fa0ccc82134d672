package org.twinnet.dl4j.normalization;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's batch normalization with the unbiased variance of a batch in the running one, Σ(z − μ)²/(m − 1), as PyTorch
 * has it. DL4J's own has no such setting.
 */
public final class UnbiasedBatchNormalization extends BatchNormalization {
    private static final long serialVersionUID = 1L;

    /** For DL4J's JSON reader. */
    public UnbiasedBatchNormalization() {
        setMinibatch(true);
        setGamma(1);
        setBeta(0);
        setLockGammaBeta(false);
    }

    /**
     * Batch normalization of one layer.
     *
     * @param units number of units
     * @param decay what the running mean and variance keep
     * @param epsilon ε
     */
    UnbiasedBatchNormalization(int units, double decay, double epsilon) {
        this();
        setNIn(units);
        setNOut(units);
        setDecay(decay);
        setEps(epsilon);
    }

    /** Always the variance itself: DL4J's JSON reader takes the logarithm for granted, whatever was written. */
    @Override
    public boolean isUseLogStd() {
        return false;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType dataType) {
        InTraining layer = new InTraining(conf, dataType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
        layer.setParamTable(table);
        layer.setConf(conf);
        return layer;
    }

    /** The layer itself. */
    private static final class InTraining extends org.deeplearning4j.nn.layers.normalization.BatchNormalization {
        private static final long serialVersionUID = 1L;

        InTraining(NeuralNetConfiguration conf, DataType dataType) {
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
