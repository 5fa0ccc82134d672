package org.twinnet.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Examples with their labels: m rows of n features, and for each row a label that is 0 or 1.
 *
 * <p>A data set cannot be changed: arrays are copied on the way in and on the way out. Every number is finite. A label
 * of −0.0 is stored as 0.0; features keep their bits. A data set may hold one class only, as a small validation set
 * may; training needs both, which {@link #requireBothClasses()} asserts.
 */
public final class Dataset {

    private final String name;
    private final List<String> featureNames;
    private final double[] features;
    private final double[] labels;
    private final String sha256;

    /** Takes ownership of the arrays; {@code features} is row-major, one example a row. */
    private Dataset(String name, List<String> featureNames, double[] features, double[] labels) {
        this.name = name;
        this.featureNames = featureNames;
        this.features = features;
        this.labels = labels;
        this.sha256 = hash(featureNames.size(), features, labels);
    }

    /**
     * A data set from rows of features and their labels.
     *
     * @param name what reports and messages call it, such as a file name
     * @param featureNames n names, one a column, none of them twice
     * @param featureRows m rows of n finite numbers, one example a row
     * @param labels m labels, each 0 or 1
     * @return the data set; later changes to the arguments do not reach it
     * @throws InvalidDataException if there is no example or no feature, if lengths differ, if a feature is NaN or
     *     infinite, if a label is neither 0 nor 1, or if a feature name is blank or repeated
     */
    public static Dataset of(String name, List<String> featureNames, double[][] featureRows, double[] labels) {
        List<String> names = requireNames(name, featureNames);
        if (featureRows.length == 0) {
            throw new InvalidDataException(name + ": no examples; a data set needs at least one");
        }
        if (labels.length != featureRows.length) {
            throw new InvalidDataException(name + ": " + featureRows.length + " rows of features and " + labels.length
                    + " labels; each row needs one label");
        }
        int n = names.size();
        double[] features = new double[Math.multiplyExact(featureRows.length, n)];
        double[] zeroOrOne = new double[labels.length];
        for (int i = 0; i < featureRows.length; i++) {
            requireRow(name, i, featureRows[i], names);
            System.arraycopy(featureRows[i], 0, features, i * n, n);
            zeroOrOne[i] = requireLabel(name, i, labels[i]);
        }
        return new Dataset(name, names, features, zeroOrOne);
    }

    private static List<String> requireNames(String name, List<String> featureNames) {
        List<String> names = List.copyOf(featureNames);
        if (names.isEmpty()) {
            throw new InvalidDataException(name + ": no features; a data set needs at least one");
        }
        for (int k = 0; k < names.size(); k++) {
            if (names.get(k).isBlank()) {
                throw new InvalidDataException(name + ": feature " + (k + 1) + " has a blank name");
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidDataException(name + ": two features have the same name; names must differ");
        }
        return names;
    }

    private static void requireRow(String name, int example, double[] row, List<String> featureNames) {
        if (row.length != featureNames.size()) {
            throw new InvalidDataException(name + ", row " + (example + 1) + ": " + row.length + " numbers, expected "
                    + featureNames.size() + ", one for each feature");
        }
        for (int k = 0; k < row.length; k++) {
            if (!Double.isFinite(row[k])) {
                throw new InvalidDataException(name + ", row " + (example + 1) + ", column " + (k + 1) + " ("
                        + featureNames.get(k) + "): " + row[k] + " is not a finite number");
            }
        }
    }

    private static double requireLabel(String name, int example, double label) {
        if (label == 1.0) {
            return 1.0;
        }
        if (label == 0.0) {
            return 0.0;
        }
        throw new InvalidDataException(
                name + ", row " + (example + 1) + ": label " + label + " is not allowed; labels are 0 or 1");
    }

    /**
     * What reports and messages call this data set.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The names of the features, in column order.
     *
     * @return n names, unmodifiable
     */
    public List<String> featureNames() {
        return featureNames;
    }

    /**
     * The number of examples, m.
     *
     * @return at least 1
     */
    public int size() {
        return labels.length;
    }

    /**
     * The number of features, n.
     *
     * @return at least 1
     */
    public int featureCount() {
        return featureNames.size();
    }

    /**
     * One feature of one example.
     *
     * @param example index of the example, from 0
     * @param feature index of the feature, from 0
     * @return a finite number
     * @throws IndexOutOfBoundsException if there is no such example or feature
     */
    public double feature(int example, int feature) {
        Objects.checkIndex(example, size());
        Objects.checkIndex(feature, featureCount());
        return features[example * featureCount() + feature];
    }

    /**
     * The label of one example.
     *
     * @param example index of the example, from 0
     * @return 0.0 or 1.0
     * @throws IndexOutOfBoundsException if there is no such example
     */
    public double label(int example) {
        return labels[Objects.checkIndex(example, size())];
    }

    /**
     * All features.
     *
     * @return a new m × n array, one example a row
     */
    public double[][] featureRows() {
        double[][] rows = new double[size()][featureCount()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(features, i * featureCount(), rows[i], 0, featureCount());
        }
        return rows;
    }

    /**
     * All labels.
     *
     * @return a new array of m labels, each 0.0 or 1.0
     */
    public double[] labels() {
        return labels.clone();
    }

    /**
     * The SHA-256 of the numbers, which identifies the data whatever it is called and wherever it came from.
     *
     * <p>Hashed are, most significant byte first: m and n as 32-bit integers, then for each example its n features and
     * its label as IEEE 754 binary64. Names do not enter. 0.0 and −0.0 are different features.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * A data set of some of these examples, in the order that is asked for.
     *
     * @param examples indices from 0; an index that occurs twice takes its example twice
     * @return a data set with the same name and features
     * @throws InvalidDataException if {@code examples} is empty or holds an index that does not exist
     */
    public Dataset select(int[] examples) {
        if (examples.length == 0) {
            throw new InvalidDataException(name + ": selecting no examples; a data set needs at least one");
        }
        int n = featureCount();
        double[] selected = new double[Math.multiplyExact(examples.length, n)];
        double[] selectedLabels = new double[examples.length];
        for (int i = 0; i < examples.length; i++) {
            int example = examples[i];
            if (example < 0 || example >= size()) {
                throw new InvalidDataException(
                        name + ": selecting example " + example + "; indices run from 0 to " + (size() - 1));
            }
            System.arraycopy(features, example * n, selected, i * n, n);
            selectedLabels[i] = labels[example];
        }
        return new Dataset(name, featureNames, selected, selectedLabels);
    }

    /**
     * Asserts that both classes occur, without which there is no boundary to learn.
     *
     * @return this data set
     * @throws InvalidDataException if all labels are equal
     */
    public Dataset requireBothClasses() {
        for (double label : labels) {
            if (label != labels[0]) {
                return this;
            }
        }
        throw new InvalidDataException(name + ": the label of every example (" + size() + ") is " + (int) labels[0]
                + "; training needs examples of both classes, 0 and 1");
    }

    /**
     * A short description for logs and debuggers.
     *
     * @return name, shape and the beginning of the hash
     */
    @Override
    public String toString() {
        return name + " (" + size() + " examples, " + featureCount() + " features, sha256 " + sha256.substring(0, 12)
                + "…)";
    }

    private static String hash(int featureCount, double[] features, double[] labels) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        ByteBuffer shape = ByteBuffer.allocate(2 * Integer.BYTES);
        digest.update(shape.putInt(labels.length).putInt(featureCount).array());
        ByteBuffer example = ByteBuffer.allocate((featureCount + 1) * Double.BYTES);
        for (int i = 0; i < labels.length; i++) {
            example.clear();
            for (int k = 0; k < featureCount; k++) {
                example.putDouble(features[i * featureCount + k]);
            }
            digest.update(example.putDouble(labels[i]).array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
