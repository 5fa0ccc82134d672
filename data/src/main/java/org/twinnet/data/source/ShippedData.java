package org.twinnet.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.Targets;

/** The data sets that come with this project, read by the same reader as a user's own. */
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
        return new Split(resource(TRAIN, Targets.LABEL), Optional.of(resource(TEST, Targets.LABEL)));
    }

    /**
     * Three spiral arms, a class each: 240 examples to train on and 120 to test on, of two features, x1 and x2.
     *
     * <p>They are the first 240 and the next 120 examples that the generator {@code arms} makes from its default
     * parameters and seed 5; as files {@code arms-train.csv} and {@code arms-test.csv}.
     *
     * @return both sets
     */
    public static Split arms() {
        Targets targets = new Targets(Targets.Kind.CLASSES, 3);
        return new Split(resource("arms-train.csv", targets), Optional.of(resource("arms-test.csv", targets)));
    }

    /**
     * Heights of a surface, for regression: 200 examples to train on and 100 to test on, of two features, x1 and x2.
     *
     * <p>They are the first 200 and the next 100 examples that the generator {@code waves} makes from its default
     * parameters and seed 5; as files {@code waves-train.csv} and {@code waves-test.csv}.
     *
     * @return both sets
     */
    public static Split waves() {
        Targets targets = new Targets(Targets.Kind.NUMBERS, 1);
        return new Split(resource("waves-train.csv", targets), Optional.of(resource("waves-test.csv", targets)));
    }

    private static Dataset resource(String file, Targets targets) {
        try (InputStream in = Dataset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + file + " is missing from this build");
            }
            return CsvSource.parse(
                            file,
                            file,
                            in.readAllBytes(),
                            ReadOptions.defaults().withTargets(targets))
                    .examples();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + file + " cannot be read", e);
        }
    }
}
