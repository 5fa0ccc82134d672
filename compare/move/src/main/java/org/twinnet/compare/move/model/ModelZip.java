package org.twinnet.compare.move.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Standardization;
import org.twinnet.data.npz.StrictZip;
import org.twinnet.data.npz.ZipKind;

/**
 * A model that DL4J's {@code ModelSerializer} saved.
 *
 * @param file what messages call it
 * @param network its network
 * @param configuration {@code configuration.json} as it was saved; it names no class but those of {@code ModelTypes}
 * @param state what its updater remembers, as it was saved; empty where it remembers nothing
 * @param standardization its {@code NormalizerStandardize}; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared by equals
public record ModelZip(
        String file,
        ModelNetwork network,
        byte[] configuration,
        double[] state,
        Optional<Standardization> standardization) {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String STATE = "updaterState.bin";
    private static final String NORMALIZER = "normalizer.bin";
    private static final List<String> KNOWN = List.of(CONFIGURATION, COEFFICIENTS, STATE, NORMALIZER);
    private static final ZipKind KIND = new ZipKind("a model of DL4J", "DL4J and the tools of zip");

    private static final int MOST_BYTES = 48 << 20;
    private static final int MOST_ENTRIES = 16;
    private static final int MOST_TEXT = 2 << 20;
    private static final int MOST_PARAMETERS = 2 << 20;
    private static final int MOST_FEATURES = 100_000;
    private static final int HEADERS = 1024;

    /**
     * Reads a model without running anything of it.
     *
     * @param path the zip
     * @return the model
     * @throws InvalidDataException if it is no such zip, is damaged or hostile, is larger than 2²¹ parameters, or holds
     *     a network that is not read
     */
    public static ModelZip read(Path path) {
        String file = path.toString();
        StrictZip zip = StrictZip.read(path, MOST_BYTES, MOST_ENTRIES, KIND);
        zip.names().forEach(name -> requireKnown(file, name));
        requireEntry(zip, file, CONFIGURATION);
        requireEntry(zip, file, COEFFICIENTS);
        byte[] json = zip.content(CONFIGURATION, MOST_TEXT);
        Part root = PartReader.read(json, file + ", " + CONFIGURATION);
        ModelShape shape = ModelShape.of(root, file + ", " + CONFIGURATION);
        requireSize(file, shape.parameters());
        NdArrayReader.Vector numbers = vector(zip, file, COEFFICIENTS, (int) shape.parameters());
        requireLength(file, COEFFICIENTS, numbers.values().length, shape.parameters());
        requireFinite(file, COEFFICIENTS, numbers.values());
        double[] state = state(zip, file, shape);
        return new ModelZip(file, new ModelNetwork(shape, numbers.values()), json, state, normalizer(zip, file));
    }

    private static void requireKnown(String file, String name) {
        if (name.equals("preprocessor.bin") || name.startsWith("objects/")) {
            throw new InvalidDataException(file + ": holds " + InvalidDataException.quote(name)
                    + ", a Java object that reading would run code for, and is not read; save the model without it");
        }
        if (!KNOWN.contains(name)) {
            throw new InvalidDataException(file + ": holds " + InvalidDataException.quote(name)
                    + ", which no model of DL4J has; needed: " + CONFIGURATION + ", " + COEFFICIENTS + " and perhaps "
                    + STATE + " and " + NORMALIZER);
        }
    }

    private static void requireEntry(StrictZip zip, String file, String name) {
        if (!zip.names().contains(name)) {
            throw new InvalidDataException(
                    file + ": holds no " + name + "; needed: what DL4J's ModelSerializer.writeModel writes");
        }
    }

    private static void requireSize(String file, long parameters) {
        if (parameters > MOST_PARAMETERS) {
            throw new InvalidDataException(file + ": its configuration is that of " + parameters
                    + " parameters; at most " + MOST_PARAMETERS + " are read");
        }
    }

    private static void requireLength(String file, String entry, long actual, long needed) {
        if (actual != needed) {
            throw new InvalidDataException(file + ", " + entry + ": holds " + actual
                    + " numbers, and the configuration needs " + needed + "; both must be of one network");
        }
    }

    private static void requireFinite(String file, String entry, double[] values) {
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new InvalidDataException(file + ", " + entry + ": number " + k + " is " + values[k]
                        + "; needed: finite ones; this network has left the range of numbers, train it anew");
            }
        }
    }

    private static NdArrayReader.Vector vector(StrictZip zip, String file, String entry, int most) {
        byte[] bytes = zip.content(entry, HEADERS + Double.BYTES * most);
        return NdArrayReader.only(bytes, file + ", " + entry, most);
    }

    private static double[] state(StrictZip zip, String file, ModelShape shape) {
        long needed = shape.state();
        if (!zip.names().contains(STATE)) {
            return new double[0];
        }
        if (needed == 0) {
            throw new InvalidDataException(file + ": holds " + STATE + ", and its updater remembers nothing");
        }
        double[] state = vector(zip, file, STATE, (int) needed).values();
        requireLength(file, STATE, state.length, needed);
        requireFinite(file, STATE, state);
        return state;
    }

    private static Optional<Standardization> normalizer(StrictZip zip, String file) {
        if (!zip.names().contains(NORMALIZER)) {
            return Optional.empty();
        }
        byte[] bytes = zip.content(NORMALIZER, 2 * (HEADERS + Double.BYTES * MOST_FEATURES));
        return Optional.of(SavedNormalizer.read(bytes, file + ", " + NORMALIZER, MOST_FEATURES));
    }
}
