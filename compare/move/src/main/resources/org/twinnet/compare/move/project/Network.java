package network;

import java.io.IOException;
import java.io.InputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.Normalizer;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

/** The network that was moved, with what stands before it. */
final class Network {

    static final int FEATURES = @FEATURES@;
    static final int OUTPUTS = @OUTPUTS@;

    /** Whether the targets are classes, which a file may number from 0. */
    static final boolean CLASSES = @CLASSES@;

    private Network() {}

    /** Restores model.zip, which is part of the jar. */
    static MultiLayerNetwork restore() throws IOException {
        try (InputStream in = Network.class.getResourceAsStream("/model.zip")) {
            return ModelSerializer.restoreMultiLayerNetwork(in, true);
        }
    }

    /** Features as the network sees them. */
    static INDArray array(double[][] rows, MultiLayerNetwork network) throws Exception {
        INDArray X = Nd4j.createFromArray(rows);
        try (InputStream in = Network.class.getResourceAsStream("/normalizer.bin")) {
            if (in != null) {
                Normalizer<?> normalizer = NormalizerSerializer.getDefault().restore(in);
                ((NormalizerStandardize) normalizer).transform(X);
            }
        }
        return X.castTo(network.params().dataType());
    }
}
