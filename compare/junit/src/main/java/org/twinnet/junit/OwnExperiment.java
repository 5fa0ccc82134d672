package org.twinnet.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;

/**
 * What your network trains: examples, and an experiment in the words of Twinnet's experiment files. It is never
 * changed; each method gives a new one.
 */
public final class OwnExperiment {

    private static final int DEFAULT_ITERATIONS = 200;
    private static final int LEAST_ITERATIONS = 3;

    private final double[][] featureRows;
    private final double[][] targetRows;
    private final boolean columns;
    private final Experiment experiment;
    private final Set<LeftOpen> leftOpen;
    private final List<double[][]> masks;

    private OwnExperiment(
            double[][] featureRows,
            double[][] targetRows,
            boolean columns,
            Experiment experiment,
            Set<LeftOpen> leftOpen,
            List<double[][]> masks) {
        this.featureRows = featureRows;
        this.targetRows = targetRows;
        this.columns = columns;
        this.experiment = experiment;
        this.leftOpen = Set.copyOf(leftOpen);
        this.masks = List.copyOf(masks);
        require(
                experiment.iterations() >= LEAST_ITERATIONS,
                "iterations are " + experiment.iterations() + "; at least 3 are needed");
        Targets targets = experiment.targets();
        boolean classes = targets.kind() == Targets.Kind.CLASSES;
        int width = targetRows[0].length;
        require(
                width == targets.outputs() || (classes && width == 1),
                "the output has " + targets.outputs() + " units, but an example has " + width + " targets");
        int dropping = droppedLayers().size();
        require(
                masks.isEmpty() || masks.size() == dropping,
                "dropout needs one mask for each of the " + dropping + " layers that drop units, not " + masks.size());
    }

    /**
     * Two hidden layers of 20 and 3 units with ReLU, one output with a sigmoid and the cross-entropy, gradient descent
     * at a rate of 0.3, no regularization, 200 iterations.
     *
     * @param featureRows examples, one row each
     * @param labels 0 or 1 for each example
     * @return the experiment
     * @throws IllegalArgumentException if examples and labels do not fit
     */
    public static OwnExperiment on(double[][] featureRows, double[] labels) {
        requireExamples(featureRows);
        require(
                featureRows.length == labels.length,
                "there are " + featureRows.length + " examples and " + labels.length + " labels");
        return new OwnExperiment(
                copy(featureRows),
                Arrays.stream(labels).mapToObj(y -> new double[] {y}).toArray(double[][]::new),
                false,
                Experiment.published(featureRows[0].length)
                        .with(Penalty.NONE)
                        .keepProbability(1)
                        .iterations(DEFAULT_ITERATIONS),
                Set.of(),
                List.of());
    }

    /**
     * Any experiment.
     *
     * @param featureRows examples, one row each
     * @param targetRows one row each: 0 or 1, the number of a class or one-hot, or numbers, as the loss reads them
     * @param json the experiment as a file of it would state it; what is left out has its default, and 200 iterations
     * @return the experiment
     * @throws IllegalArgumentException if examples, targets and experiment do not fit, or the text is no experiment;
     *     the message says where
     */
    public static OwnExperiment of(double[][] featureRows, double[][] targetRows, String json) {
        return read(copy(featureRows), copy(targetRows), false, json);
    }

    /**
     * Any experiment of examples that are columns; the network's {@link OwnNetwork#outputs outputs} are columns too.
     *
     * @param X features × examples
     * @param Y outputs × examples, or one row of labels
     * @param json the experiment as a file of it would state it
     * @return the experiment
     * @throws IllegalArgumentException if examples, targets and experiment do not fit, or the text is no experiment
     */
    public static OwnExperiment ofColumns(double[][] X, double[][] Y, String json) {
        requireExamples(X);
        requireExamples(Y);
        return read(transposed(X), transposed(Y), true, json);
    }

    private static OwnExperiment read(double[][] featureRows, double[][] targetRows, boolean columns, String json) {
        requireExamples(featureRows);
        requireExamples(targetRows);
        require(
                featureRows.length == targetRows.length,
                "there are " + featureRows.length + " examples and " + targetRows.length + " targets");
        try {
            Map<String, Object> stated = new TreeMap<>(ExperimentFile.stated("experiment", json));
            stated.putIfAbsent("iterations", DEFAULT_ITERATIONS);
            return new OwnExperiment(
                    featureRows,
                    targetRows,
                    columns,
                    ExperimentTree.read(stated, featureRows[0].length),
                    LeftOpen.of(stated),
                    List.of());
        } catch (SettingException | InvalidDataException e) {
            throw new IllegalArgumentException("The experiment cannot be: " + e.getMessage(), e);
        }
    }

    /**
     * The same with another setting.
     *
     * @param key key of an experiment file, flattened with dots, such as {@code optimizer.kind} or
     *     {@code layers[].activation}
     * @param value its value
     * @return a new experiment
     * @throws IllegalArgumentException if there is no such key, or the value is not allowed
     */
    public OwnExperiment with(String key, Object value) {
        try {
            return with(ExperimentTree.with(experiment, Map.of(key, value)), masks);
        } catch (SettingException e) {
            throw new IllegalArgumentException("The experiment cannot be: " + e.getMessage(), e);
        }
    }

    private OwnExperiment with(Experiment other, List<double[][]> otherMasks) {
        return new OwnExperiment(featureRows, targetRows, columns, other, leftOpen, otherMasks);
    }

    /**
     * The same with other layers.
     *
     * @param units units of each layer after the inputs, the output last
     * @return a new experiment
     * @throws IllegalArgumentException if the output does not fit the targets
     */
    public OwnExperiment withLayers(Integer... units) {
        List<Integer> all = List.of(units);
        int outputs = experiment.output().units();
        require(
                !all.isEmpty() && all.get(all.size() - 1) == outputs,
                "layers are " + all + "; the last one needs " + outputs + (outputs == 1 ? " unit" : " units") + ", the "
                        + experiment.output().activation().kind() + " output");
        return with("layers[].units", all);
    }

    /**
     * The same with another learning rate.
     *
     * @param rate step of the optimizer
     * @return a new experiment
     */
    public OwnExperiment withLearningRate(double rate) {
        return with("optimizer.learning_rate", rate);
    }

    /**
     * The same with an L2 penalty.
     *
     * @param strength λ of λ/2m·ΣW²
     * @return a new experiment
     */
    public OwnExperiment withLambda(double strength) {
        return with("penalty.l2", strength);
    }

    /**
     * The same with inverted dropout on all hidden layers.
     *
     * @param keep probability to keep a hidden unit
     * @param ownMasks the masks of 0 and 1 that your network uses in every iteration, one for each hidden layer, (units
     *     × examples)
     * @return a new experiment
     * @throws IllegalArgumentException if there is not one for each hidden layer
     */
    public OwnExperiment withDropout(double keep, List<double[][]> ownMasks) {
        return new OwnExperiment(
                        featureRows, targetRows, columns, experiment.keepProbability(keep), leftOpen, List.of())
                .withMasks(ownMasks);
    }

    /**
     * The same with masks that every iteration uses; a network that draws new ones gives them by
     * {@link OwnNetwork#masks}.
     *
     * @param ownMasks one of 0 and 1 for each layer that drops units, the inputs first, (units × examples)
     * @return a new experiment
     * @throws IllegalArgumentException if there is not one for each layer that drops units
     */
    public OwnExperiment withMasks(List<double[][]> ownMasks) {
        int dropping = droppedLayers().size();
        require(
                ownMasks.size() == dropping,
                "dropout needs one mask for each of the " + dropping + " layers that drop units, not "
                        + ownMasks.size());
        return with(experiment, ownMasks);
    }

    /**
     * The same with another number of iterations.
     *
     * @param count iterations to train, at least 3
     * @return a new experiment
     */
    public OwnExperiment withIterations(int count) {
        return with(experiment.iterations(count), masks);
    }

    /**
     * The masks of training.
     *
     * @return one for each layer that drops units; none without dropout, and where the network gives them
     */
    public List<double[][]> masks() {
        return masks;
    }

    private static void requireExamples(double[][] rows) {
        require(rows.length > 0, "there are no examples");
        int width = rows[0].length;
        require(
                width > 0 && Arrays.stream(rows).allMatch(row -> row.length == width),
                "all examples need the same features, at least one");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The experiment cannot be: " + otherwise + ".");
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Rows as columns, and columns as rows. */
    static double[][] transposed(double[][] rows) {
        double[][] turned = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < turned.length; c++) {
                turned[c][r] = rows[r][c];
            }
        }
        return turned;
    }

    Experiment experiment() {
        return experiment;
    }

    Set<LeftOpen> leftOpen() {
        return leftOpen;
    }

    /** The examples as the network has them. */
    double[][] ownFeatures() {
        return columns ? transposed(featureRows) : copy(featureRows);
    }

    boolean areColumns() {
        return columns;
    }

    /** Features × examples. */
    double[][] X() {
        return transposed(featureRows);
    }

    /** One row an output, classes one-hot. */
    double[][] Y() {
        Targets targets = experiment.targets();
        if (targets.kind() != Targets.Kind.CLASSES || targetRows[0].length > 1) {
            return transposed(targetRows);
        }
        List<double[]> oneHot = new ArrayList<>();
        for (double[] row : targetRows) {
            require(
                    row[0] == Math.rint(row[0]) && row[0] >= 0 && row[0] < targets.outputs(),
                    "a class is " + row[0] + "; it must be a whole number from 0 to " + (targets.outputs() - 1));
            double[] one = new double[targets.outputs()];
            one[(int) row[0]] = 1;
            oneHot.add(one);
        }
        return transposed(oneHot.toArray(double[][]::new));
    }

    /** The layers that drop units in training, the inputs being 0. */
    List<Integer> droppedLayers() {
        List<Double> keep = experiment.keepProbabilities();
        return IntStream.range(0, keep.size())
                .filter(l -> keep.get(l) < 1)
                .boxed()
                .toList();
    }
}
