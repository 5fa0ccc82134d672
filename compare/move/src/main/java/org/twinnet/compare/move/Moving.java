package org.twinnet.compare.move;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Standardization;
import org.twinnet.data.Targets;

/**
 * Somebody's weights on their way to DL4J: first the shapes say what network it may be, then an experiment says what it
 * is, and numbers decide what is left open.
 */
public final class Moving {

    /** The name of the parameters' file, which the experiment of a moved network begins from. */
    public static final String WEIGHTS = "weights.npz";

    /** So many examples are drawn for a network that comes without any. */
    public static final int DRAWN = 64;

    private final String file;
    private final WeightNames names;
    private final List<Reading> readings;

    private Moving(String file, WeightNames names, List<Reading> readings) {
        this.file = file;
        this.names = names;
        this.readings = readings;
    }

    /**
     * Reads weights.
     *
     * @param path an {@code .npz}, a {@code .json}, or a folder of {@code .csv}
     * @param as which way matrices lie, where somebody said so
     * @return the network that they may be
     * @throws InvalidDataException if they are no weights, or fit together neither way
     */
    public static Moving read(Path path, Optional<WeightsAs> as) {
        WeightFile weights = WeightFile.read(path);
        WeightNames names = WeightNames.of(weights);
        return new Moving(weights.file(), names, fitting(weights.file(), names.layers(), as));
    }

    private static List<Reading> fitting(String file, List<SourceLayer> layers, Optional<WeightsAs> as) {
        List<Reading> fitting = new ArrayList<>();
        List<String> misfits = new ArrayList<>();
        for (WeightsAs each : WeightsAs.values()) {
            if (as.isEmpty() || as.get() == each) {
                Reading reading = new Reading(each, layers);
                reading.misfit().ifPresentOrElse(misfits::add, () -> fitting.add(reading));
            }
        }
        if (fitting.isEmpty()) {
            throw new InvalidDataException(
                    file + ": the shapes make no network: " + String.join("; the other way round ", misfits));
        }
        return fitting;
    }

    /**
     * The same with the number of features known.
     *
     * @param inputs number of features
     * @return readings with so many inputs
     * @throws InvalidDataException if there is none
     */
    public Moving inputs(int inputs) {
        return narrowed(
                readings.stream().filter(it -> it.sizes().get(0) == inputs).toList(), inputs + " features");
    }

    /**
     * The same with the units of all layers known.
     *
     * @param units units of every layer, the output last
     * @return readings with these
     * @throws InvalidDataException if there is none
     */
    public Moving units(List<Integer> units) {
        return narrowed(
                readings.stream()
                        .filter(it -> it.sizes().subList(1, it.sizes().size()).equals(units))
                        .toList(),
                "layers of " + units + " units");
    }

    private Moving narrowed(List<Reading> fitting, String needed) {
        if (fitting.isEmpty()) {
            throw new InvalidDataException(file + ": its network has the layer sizes " + sizes()
                    + ", the inputs first; " + needed + " were given");
        }
        return new Moving(file, names, fitting);
    }

    /**
     * The sizes of the network.
     *
     * @return units of every layer, the inputs first
     * @throws AmbiguousLayoutException if two readings have different ones
     */
    public List<Integer> sizes() {
        if (readings.size() == 2
                && !readings.get(0).sizes().equals(readings.get(1).sizes())) {
            throw new AmbiguousLayoutException(file + ": its shapes fit both ways, as "
                    + readings.get(0).sizes() + " and as " + readings.get(1).sizes());
        }
        return readings.get(0).sizes();
    }

    /**
     * The number of features of the network.
     *
     * @return inputs of the first layer
     * @throws AmbiguousLayoutException if two readings have different ones
     */
    public int inputs() {
        return sizes().get(0);
    }

    /**
     * What the file says was done to the features.
     *
     * @return its entries mean and std; empty without them
     * @throws InvalidDataException if there are more means than deviations or the other way round
     */
    public Optional<Standardization> standardization() {
        return names.mean()
                .map(mean -> FeatureNumbers.of(mean, names.deviation().orElseThrow()));
    }

    /**
     * Decides what is left open.
     *
     * @param experiment what the network is and how it is trained, with the sizes of the file
     * @param data examples as the network sees them, where there are some
     * @param predictions what the original answered for them, where that is known
     * @param known parameters that the original had at some time, in the order of the experiment
     * @return the network
     * @throws InvalidDataException if the experiment is that of another network, or answers otherwise
     * @throws AmbiguousLayoutException if two readings are possible and nothing decides
     */
    public MovedNetwork decide(
            Experiment experiment, Optional<Dataset> data, Optional<Predictions> predictions, List<double[]> known) {
        requireSame(experiment);
        if (data.isEmpty() && experiment.penalty().l2() + experiment.penalty().l1() > 0) {
            throw new InvalidDataException(
                    "A penalty that the number of examples divides needs that number, and there are no examples; give"
                            + " the data, or the penalty as a coefficient that nothing divides");
        }
        Reading reading;
        try {
            reading = new Layouts(readings, experiment).decided(data, predictions, known);
        } catch (AmbiguousLayoutException e) {
            throw new AmbiguousLayoutException(file + ": " + e.getMessage());
        }
        Optional<Predictions.Distance> distance = predictions.map(given -> given.from(
                Outputs.of(reading, experiment, data.orElseThrow()), experiment, reading, data.orElseThrow()));
        distance.filter(it -> !it.isRounding()).ifPresent(it -> {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: differs from what the network answers by up to %.3g, at example %d, where rounding explains"
                            + " %.3g; the activations, the standardization or the order of the features differ",
                    predictions.orElseThrow().file(),
                    it.difference(),
                    it.example(),
                    it.floor()));
        });
        return new MovedNetwork(
                experiment.with(new Initialization.File(WEIGHTS)),
                data.orElseGet(() -> drawn(experiment)),
                data.isPresent(),
                reading.as(),
                reading.parameters(experiment),
                reading.statistics(experiment),
                distance.map(it -> OptionalDouble.of(it.difference())).orElse(OptionalDouble.empty()));
    }

    private void requireSame(Experiment experiment) {
        List<Boolean> normalized = readings.get(0).normalized();
        for (int l = 0; l < normalized.size(); l++) {
            boolean said = experiment.layers().get(l).batchNorm() instanceof Normalization.BatchNorm;
            if (said != normalized.get(l)) {
                throw new InvalidDataException(file + ": layer " + l + " has "
                        + (normalized.get(l) ? "" : "no ") + "batch normalization there, and "
                        + (said ? "some" : "none") + " in the experiment; both need the same");
            }
        }
    }

    /**
     * Examples for a network that comes without any.
     *
     * @param experiment what the network is
     * @return 64 of features between −1 and 1, and targets of the right kind; always the same
     */
    public static Dataset drawn(Experiment experiment) {
        SplittableRandom random = new SplittableRandom(1);
        Targets targets = experiment.targets();
        double[][] features = new double[DRAWN][experiment.inputs()];
        double[][] outputs = new double[DRAWN][targets.kind() == Targets.Kind.CLASSES ? 1 : targets.outputs()];
        for (int j = 0; j < DRAWN; j++) {
            Arrays.setAll(features[j], i -> 2 * random.nextDouble() - 1);
            Arrays.setAll(outputs[j], k -> switch (targets.kind()) {
                case BINARY -> random.nextInt(2);
                case CLASSES -> random.nextInt(targets.outputs());
                case NUMBERS -> 2 * random.nextDouble() - 1;
            });
        }
        List<String> names = IntStream.rangeClosed(1, experiment.inputs())
                .mapToObj(i -> "x" + i)
                .toList();
        return Dataset.of(DRAWN + " drawn examples", names, features, outputs, targets);
    }
}
