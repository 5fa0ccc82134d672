package org.twinnet.compare.experiment.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;

/** Experiments that people really write by hand, as experiment files that come with Twinnet. */
public final class Presets {

    private static final List<String> NAMES = List.of(
            "published",
            "logistic-regression",
            "spiral-softmax",
            "regression",
            "momentum",
            "adam",
            "batch-norm",
            "mnist-like");

    private Presets() {}

    /**
     * The names of all of them.
     *
     * @return in the order in which help tells them
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads one.
     *
     * @param name one of {@link #names}
     * @param inputs number of features of the data
     * @return one experiment or more
     * @throws IllegalArgumentException if there is none of that name
     */
    public static List<Experiment> read(String name, int inputs) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is no preset; allowed: " + String.join(", ", NAMES));
        }
        String file = name + ".json";
        try (InputStream in = Presets.class.getResourceAsStream("presets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: the preset " + file + " is missing.");
            }
            return ExperimentFile.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), false, inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
