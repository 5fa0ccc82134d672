package org.twinnet.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Examples with their targets: m rows of n features, and for each row what the K outputs of a network should be, mostly
 * one label that is 0 or 1.
 *
 * <p>A data set cannot be changed: arrays are copied on the way in and on the way out. Every number is finite. A target
 * of −0.0 is stored as 0.0; features keep their bits. A data set may hold one class only, as a small validation set
 * may; training needs both, which {@link #requireBothClasses()} asserts.
 */
public final class Dataset {

    private final String name;
    private final List<String> featureNames;
    private final double[] features;
    private final Targets targets;
    private final double[] outputs;
    private final String sha256;

    /** Takes ownership of the arrays, which are row-major, one example a row. */
    private Dataset(String name, List<String> featureNames, double[] features, Targets targets, double[] outputs) {
        this.name = name;
        this.featureNames = featureNames;
        this.features = features;
        this.targets = targets;
        this.outputs = outputs;
        this.sha256 = hash();
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
        double[][] rows = new double[labels.length][1];
        for (int i = 0; i < labels.length; i++) {
            rows[i][0] = labels[i];
        }
        return of(name, featureNames, featureRows, rows, Targets.LABEL);
    }

    /**
     * A data set from rows of features and of what the outputs should be.
     *
     * @param name what reports and messages call it, such as a file name
     * @param featureNames n names, one a column, none of them twice
     * @param featureRows m rows of n finite numbers, one example a row
     * @param targetRows m rows of K finite numbers, or of the number of a class
     * @param targets how they are read
     * @return the data set; later changes to the arguments do not reach it
     * @throws InvalidDataException as above, and if a target is none that its kind allows
     */
    public static Dataset of(
            String name, List<String> featureNames, double[][] featureRows, double[][] targetRows, Targets targets) {
        List<String> names = requireNames(name, featureNames);
        if (featureRows.length == 0) {
            throw new InvalidDataException(name + ": no examples; a data set needs at least one");
        }
        if (targetRows.length != featureRows.length) {
            throw new InvalidDataException(name + ": " + featureRows.length + " rows of features and "
                    + targetRows.length + " labels; each row needs one label");
        }
        int n = names.size();
        int K = targets.outputs();
        double[] features = new double[Math.multiplyExact(featureRows.length, n)];
        double[] outputs = new double[Math.multiplyExact(featureRows.length, K)];
        for (int i = 0; i < featureRows.length; i++) {
            requireRow(name, i, featureRows[i], names);
            System.arraycopy(featureRows[i], 0, features, i * n, n);
            System.arraycopy(requireTargets(name, i, targetRows[i], targets), 0, outputs, i * K, K);
        }
        return new Dataset(name, names, features, targets, outputs);
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

    private static double[] requireTargets(String name, int example, double[] row, Targets targets) {
        String place = name + ", row " + (example + 1);
        if (!targets.allows(row.length)) {
            throw new InvalidDataException(
                    place + ": " + row.length + " targets, expected " + targets.outputs() + ", one for each output");
        }
        for (double value : row) {
            Optional<String> refusal = targets.refusal(value, row.length);
            if (!Double.isFinite(value) || refusal.isPresent()) {
                throw new InvalidDataException(
                        targets.kind() == Targets.Kind.NUMBERS
                                ? place + ": target " + value + " is not a finite number"
                                : place + ": label " + value
                                        + refusal.orElse("").replace("is not a label", " is not allowed"));
            }
        }
        return targets.outputs(row)
                .orElseThrow(() -> new InvalidDataException(place + ": one-hot labels have exactly one 1"));
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
        return outputs.length / targets.outputs();
    }

    /**
     * How the targets are read.
     *
     * @return their kind and number
     */
    public Targets targets() {
        return targets;
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
     * @return 0.0 or 1.0, or the number of its class
     * @throws IndexOutOfBoundsException if there is no such example
     * @throws IllegalStateException if examples have no label
     */
    public double label(int example) {
        Objects.checkIndex(example, size());
        if (!targets.areLabels()) {
            throw new IllegalStateException(
                    name + ": its examples have " + targets.outputs() + " targets each and no label; ask for those");
        }
        if (targets.kind() == Targets.Kind.BINARY) {
            return outputs[example];
        }
        int k = 0;
        while (outputs[example * targets.outputs() + k] != 1) {
            k++;
        }
        return k;
    }

    /**
     * One target of one example.
     *
     * @param example index of the example, from 0
     * @param output index of the output, from 0
     * @return what the output should be
     * @throws IndexOutOfBoundsException if there is no such example or output
     */
    public double target(int example, int output) {
        Objects.checkIndex(example, size());
        Objects.checkIndex(output, targets.outputs());
        return outputs[example * targets.outputs() + output];
    }

    /**
     * All targets.
     *
     * @return a new m × K array, one example a row; one-hot for classes
     */
    public double[][] targetRows() {
        double[][] rows = new double[size()][targets.outputs()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(outputs, i * targets.outputs(), rows[i], 0, targets.outputs());
        }
        return rows;
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
     * @return a new array of m labels, each 0.0 or 1.0, or the number of a class
     * @throws IllegalStateException if examples have no label
     */
    public double[] labels() {
        double[] labels = new double[size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(i);
        }
        return labels;
    }

    /**
     * The SHA-256 of the numbers, which identifies the data whatever it is called and wherever it came from.
     *
     * <p>Hashed are, most significant byte first: m and n as 32-bit integers, then for each example its n features and
     * its label, or its targets where it has none, as IEEE 754 binary64. Names do not enter. 0.0 and −0.0 are different
     * features.
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
        int K = targets.outputs();
        double[] selectedOutputs = new double[Math.multiplyExact(examples.length, K)];
        for (int i = 0; i < examples.length; i++) {
            int example = examples[i];
            if (example < 0 || example >= size()) {
                throw new InvalidDataException(
                        name + ": selecting example " + example + "; indices run from 0 to " + (size() - 1));
            }
            System.arraycopy(features, example * n, selected, i * n, n);
            System.arraycopy(outputs, example * K, selectedOutputs, i * K, K);
        }
        return new Dataset(name, featureNames, selected, targets, selectedOutputs);
    }

    /**
     * Asserts that both classes occur, or two of several, without which there is no boundary to learn.
     *
     * @return this data set, which may be anything where examples have no label
     * @throws InvalidDataException if all labels are equal
     */
    public Dataset requireBothClasses() {
        if (!targets.areLabels()) {
            return this;
        }
        double[] labels = labels();
        for (double label : labels) {
            if (label != labels[0]) {
                return this;
            }
        }
        throw new InvalidDataException(name + ": the label of every example (" + size() + ") is " + (int) labels[0]
                + (targets.classes() == 2
                        ? "; training needs examples of both classes, 0 and 1"
                        : "; training needs examples of at least two classes"));
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

    private String hash() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        int width = targets.areLabels() ? 1 : targets.outputs();
        ByteBuffer shape = ByteBuffer.allocate(2 * Integer.BYTES);
        digest.update(shape.putInt(size()).putInt(featureCount()).array());
        ByteBuffer example = ByteBuffer.allocate((featureCount() + width) * Double.BYTES);
        for (int i = 0; i < size(); i++) {
            example.clear();
            for (int k = 0; k < featureCount(); k++) {
                example.putDouble(features[i * featureCount() + k]);
            }
            for (int k = 0; k < width; k++) {
                example.putDouble(targets.areLabels() ? label(i) : target(i, k));
            }
            digest.update(example.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
