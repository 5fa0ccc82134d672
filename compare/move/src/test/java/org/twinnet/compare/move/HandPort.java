package org.twinnet.compare.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.move.model.SavedModel;
import org.twinnet.dl4j.loss.LogitCrossEntropy;
import org.twinnet.dl4j.loss.QuadraticLoss;
import org.twinnet.dl4j.update.OwnRule;
import org.twinnet.dl4j.update.OwnUpdater;

/** A network as a team writes it with DL4J's builder, rightly or with one thing wrong. */
final class HandPort {

    /** What the team gets wrong. */
    enum Slip {
        NONE,
        LAMBDA_FOR_COEFFICIENT,
        LAMBDA_BY_BATCH,
        HALF_TWICE,
        NO_PENALTY,
        GLOBAL_WEIGHT_DECAY,
        WEIGHT_DECAY_OF_EACH_LAYER,
        PENALTY_OF_BIASES,
        DROP_PROBABILITY,
        DROPOUT_ON_ITS_OWN_LAYER,
        NO_DROPOUT,
        STOCK_LOSS,
        OTHER_LOSS,
        SINGLE_PRECISION,
        TRANSPOSED_WEIGHTS,
        FLOAT_WEIGHTS,
        OTHER_ACTIVATION,
        STOCK_ADAM,
        EPSILON_OF_KERAS,
        OTHER_LEARNING_RATE,
        OTHER_BETA1,
        SGD,
        SUMS,
        NO_BIAS,
        NO_CLIP,
        BIASES_OF_THEIR_OWN_RATE
    }

    private final Experiment experiment;
    private final int m;
    private final Slip slip;

    HandPort(Experiment experiment, int m, Slip slip) {
        this.experiment = experiment;
        this.m = m;
        this.slip = slip;
    }

    /** The model with parameters of the experiment's order. */
    byte[] saved(double[] theta) {
        List<Integer> sizes = experiment.layerSizes();
        List<Double> numbers = new ArrayList<>();
        int at = 0;
        for (int l = 1; l < sizes.size(); l++) {
            int n = sizes.get(l - 1);
            int u = sizes.get(l);
            double[] W = Arrays.copyOfRange(theta, at, at + n * u);
            boolean turned = slip == Slip.TRANSPOSED_WEIGHTS && n == u;
            for (int k = 0; k < W.length; k++) {
                double weight = turned ? W[k % n * n + k / n] : W[k];
                numbers.add(slip == Slip.FLOAT_WEIGHTS ? (double) (float) weight : weight);
            }
            at += n * u;
            for (int k = 0; k < u && !(slip == Slip.NO_BIAS && l == 1); k++) {
                numbers.add(slip == Slip.FLOAT_WEIGHTS ? (double) (float) theta[at + k] : theta[at + k]);
            }
            at += u;
        }
        return SavedModel.of(
                configuration(),
                numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private MultiLayerConfiguration configuration() {
        NeuralNetConfiguration.Builder network = new NeuralNetConfiguration.Builder()
                .dataType(slip == Slip.SINGLE_PRECISION ? DataType.FLOAT : DataType.DOUBLE)
                .seed(1)
                .miniBatch(slip != Slip.SUMS)
                .updater(updater());
        penalize(network);
        if (experiment.clip() instanceof Clipping.Value value && slip != Slip.NO_CLIP) {
            network.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                    .gradientNormalizationThreshold(value.limit());
        }
        if (slip == Slip.BIASES_OF_THEIR_OWN_RATE) {
            network.biasUpdater(new Sgd(0.5));
        }
        NeuralNetConfiguration.ListBuilder layers = network.list();
        int L = experiment.layers().size();
        for (int b = 0; b < L; b++) {
            FeedForwardLayer.Builder<?> layer = b < L - 1
                    ? new DenseLayer.Builder().hasBias(!(slip == Slip.NO_BIAS && b == 0))
                    : new OutputLayer.Builder(loss());
            layer.nIn(experiment.layerSizes().get(b))
                    .nOut(experiment.layerSizes().get(b + 1));
            layer.activation(activation(b));
            double keep = keep(b);
            if (keep < 1) {
                layer.dropOut(keep);
            }
            if (slip == Slip.WEIGHT_DECAY_OF_EACH_LAYER) {
                layer.weightDecay(experiment.penalty().squares(m));
            }
            layers.layer(layer.build());
        }
        return layers.build();
    }

    private void penalize(NeuralNetConfiguration.Builder network) {
        double lambda = experiment.penalty().l2();
        switch (slip) {
            case LAMBDA_FOR_COEFFICIENT -> network.l2(lambda);
            case LAMBDA_BY_BATCH -> network.l2(lambda / experiment.batches().examples(0, m));
            case HALF_TWICE -> network.l2(lambda / (2 * m));
            case NO_PENALTY, WEIGHT_DECAY_OF_EACH_LAYER -> {}
            case GLOBAL_WEIGHT_DECAY -> network.weightDecay(lambda / m);
            case PENALTY_OF_BIASES -> network.l2(lambda / m).l2Bias(lambda / m);
            default -> network.l2(lambda / m);
        }
    }

    /** Of what layer b gets. */
    private double keep(int b) {
        List<Double> right = experiment.keepProbabilities();
        return switch (slip) {
            case NO_DROPOUT -> 1;
            case DROP_PROBABILITY -> right.get(b) < 1 ? 1 - right.get(b) : 1;
            case DROPOUT_ON_ITS_OWN_LAYER -> b + 1 < right.size() ? right.get(b + 1) : 1;
            default -> right.get(b);
        };
    }

    private IUpdater updater() {
        Optimizer.Adam adam = (Optimizer.Adam) experiment.optimizer();
        double rate = adam.learningRate() * (slip == Slip.OTHER_LEARNING_RATE ? 10 : 1);
        double beta1 = slip == Slip.OTHER_BETA1 ? 0.8 : adam.beta1();
        double epsilon = slip == Slip.EPSILON_OF_KERAS ? 1e-7 : adam.epsilon();
        return switch (slip) {
            case SGD -> new Sgd(rate);
            case STOCK_ADAM -> new Adam(rate, beta1, adam.beta2(), epsilon);
            default ->
                new OwnUpdater(new FixedSchedule(rate), new OwnRule.PaperAdam(beta1, adam.beta2(), epsilon, false));
        };
    }

    private ILossFunction loss() {
        Loss right = experiment.loss();
        if (right instanceof Loss.BinaryCrossEntropy) {
            return slip == Slip.OTHER_LOSS
                    ? new LossMSE()
                    : slip == Slip.STOCK_LOSS ? new LossBinaryXENT() : new LogitCrossEntropy();
        }
        if (right instanceof Loss.SoftmaxCrossEntropy) {
            return slip == Slip.OTHER_LOSS ? new LossMSE() : new LossMCXENT();
        }
        return slip == Slip.OTHER_LOSS ? new LossMSE() : new QuadraticLoss();
    }

    private IActivation activation(int b) {
        Activation right = experiment.layers().get(b).activation();
        if (slip == Slip.OTHER_ACTIVATION && b == 0) {
            return right instanceof Activation.Sigmoid ? new ActivationTanH() : new ActivationSigmoid();
        }
        if (right instanceof Activation.Relu) {
            return new ActivationReLU();
        }
        if (right instanceof Activation.Tanh) {
            return new ActivationTanH();
        }
        if (right instanceof Activation.LeakyRelu leaky) {
            return new ActivationLReLU(leaky.slope());
        }
        if (right instanceof Activation.Softmax) {
            return new ActivationSoftmax();
        }
        return right instanceof Activation.Identity ? new ActivationIdentity() : new ActivationSigmoid();
    }
}
