package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.twinnet.dl4j.batch.BatchStrength;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.ReplayedDropout;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.loss.Loss;
import org.twinnet.dl4j.update.DecoupledDecay;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.Update;

/**
 * The notebook's network as a DL4J configuration. This is the page to copy from when you move to DL4J; each line that
 * is easily got wrong says why it is as it is.
 */
public final class Dl4jConfigurations {
    private Dl4jConfigurations() {}

    /**
     * Dense layers and an output, trained on all examples at once.
     *
     * @param settings the network and its training
     * @param examples m, the number of training examples, all of which each {@code fit} will get
     * @param dropout where dropout masks come from
     * @return the configuration for {@code new MultiLayerNetwork(…)}; its weights start as DL4J's Xavier with a fixed
     *     seed
     * @throws IllegalArgumentException if a keep probability is below 1 but there is no dropout
     */
    public static MultiLayerConfiguration of(Dl4jSettings settings, int examples, DropoutChoice dropout) {
        return of(settings, examples, dropout, new int[] {examples});
    }

    /**
     * Dense layers and an output, trained on batches.
     *
     * @param settings the network and its training
     * @param examples m, the number of training examples
     * @param dropout where dropout masks come from
     * @param batches the number of examples that each {@code fit} of an epoch will get
     * @return the configuration for {@code new MultiLayerNetwork(…)}; its weights start as DL4J's Xavier with a fixed
     *     seed
     * @throws IllegalArgumentException if a keep probability is below 1 but there is no dropout
     */
    static MultiLayerConfiguration of(Dl4jSettings settings, int examples, DropoutChoice dropout, int[] batches) {
        if (dropout instanceof DropoutChoice.None && settings.drops()) {
            throw new IllegalArgumentException("Keep probabilities " + settings.keepProbabilities()
                    + " without dropout: choose replayed masks or DL4J's own, or set all of them to 1.");
        }
        ParameterLayout layout = settings.layout();
        NeuralNetConfiguration.Builder network = new NeuralNetConfiguration.Builder()
                // A configuration is single precision unless it says otherwise, whatever ND4J's own default is.
                .dataType(settings.precision().type())
                .seed(1)
                .weightInit(WeightInit.XAVIER)
                // update = α · gradient; the gradient is the sum over the examples divided by their number
                .updater(settings.update().updater());
        boolean ofBatch = settings.penalty().overBatch() && batches.length > 1;
        if (!ofBatch) {
            penalize(network, settings.penalty(), settings.penalty().overBatch() ? batches[0] : examples);
        }
        GradientClip.Stock clip = settings.update().clip().stock();
        // It clips the gradient of the mean loss, before L2 and L1 are added to it.
        network.gradientNormalization(clip.kind()).gradientNormalizationThreshold(clip.threshold());

        List<Regularization> ofEachBatch = ofBatch ? penalties(settings.penalty(), batches) : List.of();
        NeuralNetConfiguration.ListBuilder layers = network.list();
        for (int l = 1; l < layout.layers(); l++) {
            IActivation activation = settings.hidden().get(l - 1).activation();
            layers.layer(ofLayer(new DenseLayer.Builder(), settings, l, ofEachBatch)
                    .nIn(layout.inputs(l))
                    .nOut(layout.units(l))
                    .activation(layout.isNormalized(l) ? new ActivationIdentity() : activation)
                    // Dropout acts on a layer's input: that of layer l masks the activations of layer l − 1.
                    // Its number is the probability to keep, and what is kept is divided by it.
                    .dropOut(dropoutAfter(l - 1, settings, dropout))
                    .build());
            if (layout.isNormalized(l)) {
                // Batch normalization stands between Z and the activation, so the three are layers of their own.
                layers.layer(normalization(l, settings));
                layers.layer(
                        new ActivationLayer.Builder().activation(activation).build());
            }
        }
        int last = layout.layers();
        if (layout.isNormalized(last)) {
            layers.layer(ofLayer(new DenseLayer.Builder(), settings, last, ofEachBatch)
                    .nIn(layout.inputs(last))
                    .nOut(layout.units(last))
                    .activation(new ActivationIdentity())
                    .dropOut(dropoutAfter(last - 1, settings, dropout))
                    .build());
            layers.layer(normalization(last, settings));
            layers.layer(new LossLayer.Builder(settings.objective().ofLossLayer(settings.loss()))
                    .activation(outputActivation(settings))
                    .build());
            return layers.build();
        }
        layers.layer(ofLayer(
                        new OutputLayer.Builder(settings.objective().function(settings.loss())),
                        settings,
                        last,
                        ofEachBatch)
                .nIn(layout.inputs(last))
                .nOut(layout.units(last))
                .activation(outputActivation(settings))
                .dropOut(dropoutAfter(last - 1, settings, dropout))
                .build());
        return layers.build();
    }

    /** What is each layer's own and not the network's. */
    private static <T extends BaseLayer.Builder<T>> T ofLayer(
            T builder, Dl4jSettings settings, int layer, List<Regularization> penalties) {
        Update update = settings.update();
        IUpdater own = update.clip().of(update.updater(), layer);
        if (!own.equals(update.updater())) {
            builder.updater(own);
        }
        List<Regularization> ofWeights = new ArrayList<>(penalties);
        if (update.weightDecay() > 0) {
            // Decay of the network would act twice; the L2 and L1 of the network are added to a layer's list.
            ofWeights.add(new DecoupledDecay(update.weightDecay()));
        }
        if (!ofWeights.isEmpty()) {
            builder.regularization(ofWeights);
        }
        if (!penalties.isEmpty() && settings.penalty().biases()) {
            builder.regularizationBias(new ArrayList<>(penalties));
        }
        return builder;
    }

    /**
     * DL4J's own clipping would clip what the running mean and variance move by as well, so that of γ and β is an
     * updater of ours. Neither is penalized: before the penalty and after it are the same.
     */
    private static BatchNormalization normalization(int layer, Dl4jSettings settings) {
        BatchNormalization normalization = settings.normalization()
                .get(layer - 1)
                .orElseThrow()
                .layer(settings.layout().units(layer));
        Update update = settings.update();
        normalization.setGradientNormalization(GradientNormalization.None);
        normalization.setIUpdater(update.clip().afterPenalty().of(update.updater(), layer));
        return normalization;
    }

    /** DL4J's stock loss of classes knows DL4J's own softmax, and takes the gradient through both at once. */
    private static IActivation outputActivation(Dl4jSettings settings) {
        boolean stock = settings.loss() == Loss.STOCK && settings.objective() == Dl4jLoss.SOFTMAX_CROSS_ENTROPY;
        return stock ? new ActivationSoftmax() : settings.output().activation();
    }

    private static void penalize(NeuralNetConfiguration.Builder network, Penalty penalty, int examples) {
        double squares = penalty.squares(examples);
        double magnitudes = penalty.magnitudes(examples);
        if (squares > 0) {
            // l2(c) is c/2 · ΣW² in the score and c · W in the gradient, without biases: the notebook's λ is c = λ/m.
            // Not weightDecay(c): set for the whole network, DL4J applies that one twice.
            network.l2(squares);
        }
        if (magnitudes > 0) {
            // l1(c) is c · Σ|W| in the score and c · sign(W) in the gradient, without biases; sign(0) is 0.
            network.l1(magnitudes);
        }
        if (penalty.biases() && squares > 0) {
            network.l2Bias(squares);
        }
        if (penalty.biases() && magnitudes > 0) {
            network.l1Bias(magnitudes);
        }
    }

    /**
     * A coefficient for each batch of an epoch, for each layer: what is set for the whole network, DL4J adds to what a
     * layer has already.
     */
    private static List<Regularization> penalties(Penalty penalty, int[] batches) {
        List<Regularization> terms = new ArrayList<>();
        if (penalty.squares(1) > 0) {
            terms.add(new L2Regularization(new BatchStrength(penalty.l2(), penalty.l2Coefficient(), batches)));
        }
        if (penalty.magnitudes(1) > 0) {
            terms.add(new L1Regularization(new BatchStrength(penalty.l1(), penalty.l1Coefficient(), batches)));
        }
        return List.copyOf(terms);
    }

    /**
     * What happens to the activations of a layer, or the inputs as layer 0, on their way to the next; null for nothing.
     */
    private static IDropout dropoutAfter(int layer, Dl4jSettings settings, DropoutChoice choice) {
        double keep = settings.keepProbabilities().get(layer);
        if (keep == 1) {
            return null;
        }
        if (choice instanceof DropoutChoice.Replayed replayed) {
            int units = settings.layerSizes().get(layer);
            return new ReplayedDropout(replayed.masks(), layer, units, keep);
        }
        return choice instanceof DropoutChoice.DrawnByDl4j ? new Dropout(keep) : null;
    }
}
