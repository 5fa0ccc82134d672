package org.twinnet.dl4j.export;

import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * A network as DL4J makes it of a saved configuration and parameters. Whoever calls has made sure that the
 * configuration names no classes but known ones: DL4J loads those that it names.
 */
public final class RestoredNetwork {

    private RestoredNetwork() {}

    /**
     * What the network answers, without dropout and by its running statistics.
     *
     * @param configuration {@code configuration.json} of a model
     * @param parameters all numbers of the network in DL4J's order
     * @param rows one row an example
     * @return the outputs for each example, one output after the other
     * @throws IllegalArgumentException if DL4J makes no network of that configuration
     */
    public static double[] answers(byte[] configuration, double[] parameters, double[][] rows) {
        Nd4jRuntime.start();
        MultiLayerNetwork network;
        try {
            network = new MultiLayerNetwork(
                    MultiLayerConfiguration.fromJson(new String(configuration, StandardCharsets.UTF_8)));
            network.init();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("DL4J makes no network of it: " + e.getMessage(), e);
        }
        network.setParams(
                Nd4j.createFromArray(parameters).castTo(network.params().dataType()));
        INDArray X = Nd4j.createFromArray(rows).castTo(network.params().dataType());
        double[][] outputs = network.output(X, false).toDoubleMatrix();
        double[] answers = new double[rows.length * outputs[0].length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < outputs[j].length; k++) {
                answers[k * rows.length + j] = outputs[j][k];
            }
        }
        return answers;
    }
}
