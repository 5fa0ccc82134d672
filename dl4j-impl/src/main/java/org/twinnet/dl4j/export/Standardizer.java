package org.twinnet.dl4j.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/** DL4J's {@code NormalizerStandardize} of given numbers, (x − mean) / deviation for each feature. */
public final class Standardizer {

    private Standardizer() {}

    /**
     * Writes it as DL4J's {@code NormalizerSerializer} does.
     *
     * @param mean one number a feature
     * @param deviation one number a feature, above 0
     * @return the bytes of a file that DL4J restores
     */
    public static byte[] bytes(double[] mean, double[] deviation) {
        Nd4jRuntime.start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            NormalizerSerializer.getDefault()
                    .write(
                            new NormalizerStandardize(
                                    Nd4j.createFromArray(new double[][] {mean}),
                                    Nd4j.createFromArray(new double[][] {deviation})),
                            out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
