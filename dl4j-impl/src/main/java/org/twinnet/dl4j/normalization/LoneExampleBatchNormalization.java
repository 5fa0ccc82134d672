package org.twinnet.dl4j.normalization;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's batch normalization, which also trains on a batch of a single example, as the last one of an epoch may be.
 * DL4J's own takes the mean of one row for a matrix there, and ends with "Output array did not match expected shape".
 */
public class LoneExampleBatchNormalization extends BatchNormalization {
    private static final long serialVersionUID = 1L;

    /** For DL4J's JSON reader. */
    public LoneExampleBatchNormalization() {
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
    public LoneExampleBatchNormalization(int units, double decay, double epsilon) {
        this();
        setNIn(units);
        setNOut(units);
        setDecay(decay);
        setEps(epsilon);
    }

    /**
     * Always the variance itself: DL4J's JSON reader takes the logarithm for granted, whatever was written, and the
     * logarithm is rounded once more in every iteration.
     */
    @Override
    public final boolean isUseLogStd() {
        return false;
    }

    @Override
    public final Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType dataType) {
        InTraining layer = inTraining(conf, dataType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
        layer.setParamTable(table);
        layer.setConf(conf);
        return layer;
    }

    /** The layer that a network trains. */
    InTraining inTraining(NeuralNetConfiguration conf, DataType dataType) {
        return new InTraining(conf, dataType);
    }

    /** The layer itself. */
    static class InTraining extends org.deeplearning4j.nn.layers.normalization.BatchNormalization {
        private static final long serialVersionUID = 1L;

        InTraining(NeuralNetConfiguration conf, DataType dataType) {
            super(conf, dataType);
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray gradient, LayerWorkspaceMgr workspaces) {
            return gradient.size(0) == 1 ? ofOne(gradient, workspaces) : super.backpropGradient(gradient, workspaces);
        }

        /**
         * One example is its own mean and has the variance 0, so that what is normalized is 0 whatever it was: dγ = 0,
         * dβ = the gradient, and nothing goes on to the layers below. The running mean and variance lose (1 −
         * decay)·(running − z) and (1 − decay)·running.
         */
        private Pair<Gradient, INDArray> ofOne(INDArray gradient, LayerWorkspaceMgr workspaces) {
            double share = 1 - layerConf().getDecay();
            INDArray mean = getParam(BatchNormalizationParamInitializer.GLOBAL_MEAN);
            INDArray variance = getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
            INDArray z = input.castTo(mean.dataType());
            Gradient steps = new DefaultGradient();
            put(steps, BatchNormalizationParamInitializer.GAMMA, mean.mul(0));
            put(steps, BatchNormalizationParamInitializer.BETA, gradient);
            put(
                    steps,
                    BatchNormalizationParamInitializer.GLOBAL_MEAN,
                    mean.sub(z.reshape(mean.shape())).muli(share));
            put(steps, BatchNormalizationParamInitializer.GLOBAL_VAR, variance.mul(share));
            INDArray below = workspaces.create(ArrayType.ACTIVATION_GRAD, gradient.dataType(), gradient.shape());
            return new Pair<>(steps, below);
        }

        private void put(Gradient steps, String parameter, INDArray step) {
            INDArray view = gradientViews.get(parameter);
            view.assign(step.reshape(view.shape()));
            steps.setGradientFor(parameter, view);
        }
    }
}
