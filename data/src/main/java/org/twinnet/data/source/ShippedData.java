package org.twinnet.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/** The data set that comes with this project, read by the same reader as a user's own. */
public final class ShippedData {

    private static final String TRAIN = "pitch-train.csv";
    private static final String TEST = "pitch-test.csv";

    private ShippedData() {}

    /**
     * The football pitch: 211 examples to train on and 200 to test on, of two features, x1 and x2.
     *
     * <p>They are the first 211 and the next 200 examples that the generator {@code pitch} makes from its default
     * parameters and seed 23. As files they are resources of this module, {@code org/twinnet/data/pitch-train.csv} and
     * {@code pitch-test.csv}; the module's README says what regularization does on them.
     *
     * @return both sets
     */
    public static Split pitch() {
        return new Split(resource(TRAIN), Optional.of(resource(TEST)));
    }

    private static Dataset resource(String file) {
        try (InputStream in = Dataset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + file + " is missing from this build");
            }
            return CsvSource.parse(file, file, in.readAllBytes(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + file + " cannot be read", e);
        }
    }
}
