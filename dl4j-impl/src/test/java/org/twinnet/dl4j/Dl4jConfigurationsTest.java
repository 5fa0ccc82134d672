package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.ReplayedDropout;
import org.twinnet.dl4j.loss.LogitCrossEntropy;
import org.twinnet.dl4j.loss.Loss;

/** What a DL4J user would write, read back from the configuration. */
class Dl4jConfigurationsTest {
    private final Dl4jSettings settings = Dl4jSettings.of(List.of(2, 20, 3, 1), 0.3);

    @Test
    void should_say_with_dl4j_what_the_notebook_says() {
        MultiLayerConfiguration configuration = Dl4jConfigurations.of(settings, 211, DropoutChoice.none());
        assertEquals(DataType.DOUBLE, configuration.getDataType());
        assertEquals(3, configuration.getConfs().size());
        for (int k = 0; k < 3; k++) {
            BaseLayer layer = layer(configuration, k);
            assertEquals(new Sgd(0.3), layer.getIUpdater());
            assertNull(layer.getIDropout());
            assertEquals(List.of(), layer.getRegularization());
            assertEquals(k < 2 ? DenseLayer.class : OutputLayer.class, layer.getClass());
            assertEquals(
                    k < 2 ? ActivationReLU.class : ActivationSigmoid.class,
                    layer.getActivationFn().getClass());
        }
        assertEquals(new LogitCrossEntropy(), ((OutputLayer) layer(configuration, 2)).getLossFn());
    }

    @Test
    void should_give_l2_lambda_over_m_on_weights_once() {
        MultiLayerConfiguration configuration =
                Dl4jConfigurations.of(settings.withLambda(0.7), 211, DropoutChoice.none());
        for (int k = 0; k < 3; k++) {
            assertEquals(
                    List.of(new L2Regularization(0.7 / 211)),
                    layer(configuration, k).getRegularizationByParam("W"));
            assertEquals(List.of(), layer(configuration, k).getRegularizationByParam("b"));
        }
    }

    @Test
    void should_drop_the_inputs_of_every_layer_but_the_first_with_the_probability_to_keep() {
        Dl4jSettings keep = settings.withKeepProbability(0.86);
        MultiLayerConfiguration own = Dl4jConfigurations.of(keep, 211, DropoutChoice.drawnByDl4j(1));
        MultiLayerConfiguration replayed =
                Dl4jConfigurations.of(keep, 211, DropoutChoice.replayed(Problems.masks(1, 0.86, true)));
        for (int k = 0; k < 3; k++) {
            IDropout drawn = layer(own, k).getIDropout();
            assertEquals(k == 0 ? null : new Dropout(0.86), drawn);
            if (k > 0) {
                assertInstanceOf(ReplayedDropout.class, layer(replayed, k).getIDropout());
            } else {
                assertNull(layer(replayed, k).getIDropout());
            }
        }
    }

    @Test
    void should_drop_what_each_layer_gets_with_a_probability_of_its_own() {
        Dl4jSettings keep = settings.withKeepProbabilities(List.of(0.9, 1.0, 0.7));
        MultiLayerConfiguration own = Dl4jConfigurations.of(keep, 211, DropoutChoice.drawnByDl4j(1));
        assertEquals(new Dropout(0.9), layer(own, 0).getIDropout());
        assertNull(layer(own, 1).getIDropout());
        assertEquals(new Dropout(0.7), layer(own, 2).getIDropout());
    }

    @Test
    void should_use_the_stock_loss_as_it_comes() {
        MultiLayerConfiguration configuration =
                Dl4jConfigurations.of(settings.withLoss(Loss.STOCK), 211, DropoutChoice.none());
        LossBinaryXENT loss =
                assertInstanceOf(LossBinaryXENT.class, ((OutputLayer) layer(configuration, 2)).getLossFn());
        assertEquals(1e-5, loss.getClipEps());
    }

    @Test
    void should_survive_being_saved_and_restored() {
        for (Loss loss : Loss.values()) {
            MultiLayerConfiguration configuration =
                    Dl4jConfigurations.of(settings.withLambda(0.7).withLoss(loss), 211, DropoutChoice.none());
            assertEquals(configuration, MultiLayerConfiguration.fromJson(configuration.toJson()));
        }
    }

    private static BaseLayer layer(MultiLayerConfiguration configuration, int index) {
        return (BaseLayer) configuration.getConf(index).getLayer();
    }
}
