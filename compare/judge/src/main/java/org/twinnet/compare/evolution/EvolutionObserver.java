package org.twinnet.compare.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.agreement.TwinRun;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.boundary.ClassFields;
import org.twinnet.compare.boundary.Field;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.convention.Conventions;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.witness.Expense;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.Targets;

/** Looks at the networks of a finished comparison: each is set to the parameters that its run kept, and asked again. */
public final class EvolutionObserver {

    /** Points along each side of a picture: a quarter of the grid that decides, fine enough for the eye. */
    private static final int PICTURE_SIZE = 81;

    private final TwinFactories factories;
    private final Split data;
    private final int gridSize;

    /**
     * Prepares.
     *
     * @param factories where the networks come from
     * @param data training and test examples
     * @param gridSize points along each side of a picture
     */
    public EvolutionObserver(TwinFactories factories, Split data, int gridSize) {
        this.factories = factories;
        this.data = data;
        this.gridSize = gridSize;
    }

    /**
     * The points along each side of a picture of the plane.
     *
     * @param experiment what was trained
     * @return 81, or fewer where asking two large networks at every moment would take longer than the rest
     */
    public static int gridSize(Experiment experiment) {
        return Expense.of(experiment, 1).times(2.0 * Checkpoint.COUNT).side(PICTURE_SIZE);
    }

    /**
     * Looks at both networks of a comparison.
     *
     * @param comparison a finished comparison on the same data
     * @return what they look like
     */
    public Evolution of(ScenarioComparison comparison) {
        Experiment experiment = comparison.experiment();
        Experiment whole = experiment.withoutDropout();
        try (Twin scratch = create(factories.scratch(), whole);
                Twin dl4j = create(factories.dl4j(), whole)) {
            return new Evolution(
                    comparison.plane(),
                    snapshots(scratch, comparison.scratch(), comparison.plane()),
                    snapshots(dl4j, comparison.dl4j(), comparison.plane()),
                    layers(scratch, comparison.scratch(), whole),
                    layers(dl4j, comparison.dl4j(), whole),
                    Conventions.measure(factories, experiment, data.train(), comparison.clip()),
                    Optional.of(data.train()).flatMap(set -> predictions(scratch, dl4j, comparison, set)),
                    data.test().flatMap(set -> predictions(scratch, dl4j, comparison, set)),
                    Optional.empty());
        }
    }

    /** Of both networks as they are at the end; only numbers are looked at so. */
    private static Optional<Predictions> predictions(
            Twin scratch, Twin dl4j, ScenarioComparison comparison, Dataset set) {
        return set.targets().kind() == Targets.Kind.NUMBERS
                ? Optional.of(Predictions.of(
                        set, answers(scratch, comparison.scratch(), set), answers(dl4j, comparison.dl4j(), set)))
                : Optional.empty();
    }

    private static double[] answers(Twin twin, TwinRun run, Dataset set) {
        finish(twin, run);
        return twin.predict(set.featureRows());
    }

    /** Sets a network to what its run ended with. */
    private static void finish(Twin twin, TwinRun run) {
        twin.setParameters(run.parameters());
        twin.setStatistics(run.statistics());
    }

    private Twin create(TwinFactory factory, Experiment experiment) {
        return factory.create(experiment, data.train());
    }

    private List<TrainingSnapshot> snapshots(Twin twin, TwinRun run, Plane plane) {
        double[][] points = plane.points(gridSize);
        List<TrainingSnapshot> snapshots = new ArrayList<>();
        for (Checkpoint checkpoint : run.checkpoints()) {
            twin.setParameters(checkpoint.parameters());
            twin.setStatistics(checkpoint.statistics());
            snapshots.add(new TrainingSnapshot(
                    checkpoint.iteration(),
                    fit(twin, data.train()),
                    data.test().map(test -> fit(twin, test)),
                    fields(twin, plane, points)));
        }
        return snapshots;
    }

    private static Fit fit(Twin twin, Dataset examples) {
        return Fit.of(twin.predict(examples.featureRows()), examples);
    }

    /** Without classes there is nothing to ask for. */
    private List<Field> fields(Twin twin, Plane plane, double[][] points) {
        Targets targets = data.train().targets();
        return targets.areLabels() ? ClassFields.of(targets, plane.grid(gridSize), twin.predict(points)) : List.of();
    }

    private static List<TrainedLayer> layers(Twin twin, TwinRun run, Experiment experiment) {
        finish(twin, run);
        List<Tensor> activations = twin.snapshot().activations();
        List<TrainedLayer> layers = new ArrayList<>();
        for (ParameterIndex.Slice slice : ParameterIndex.of(experiment).tensors()) {
            if (slice.symbol().equals("W")) {
                double[] weights =
                        Arrays.copyOfRange(run.parameters(), slice.offset(), slice.offset() + slice.length());
                boolean output = slice.layer() == activations.size();
                layers.add(new TrainedLayer(
                        slice.layer(),
                        weights,
                        Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum()),
                        Arrays.stream(weights).map(Math::abs).max().orElse(0),
                        output
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(zeros(activations.get(slice.layer() - 1)))));
            }
        }
        return layers;
    }

    private static double zeros(Tensor tensor) {
        return Arrays.stream(tensor.values()).filter(a -> a == 0).count() / (double) tensor.values().length;
    }
}
