package org.twinnet.compare.trace.file;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.StoredAs;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Reads a trace strictly: whatever the format does not define is refused by name, never skipped, reshaped or guessed.
 */
public final class TraceReader {

    private TraceReader() {}

    /**
     * Reads a trace.
     *
     * @param path the {@code .npz} file
     * @param data the training examples, for a trace without X and Y; a trace that has them keeps its own
     * @return the trace
     * @throws InvalidDataException if the file is damaged, holds an entry that the format does not define, or if a
     *     type, shape or value is wrong; the message is one line that names the file and the entry
     */
    public static Trace read(Path path, Optional<Dataset> data) {
        EntryFile file = new EntryFile(path);
        boolean rows = file.choice("examples_as", "columns", "rows")
                .filter("rows"::equals)
                .isPresent();
        Optional<Boolean> inputsByUnits =
                file.choice("weights_as", "units-by-inputs", "inputs-by-units").map("inputs-by-units"::equals);
        SettingsReader settings = new SettingsReader(file);
        ExamplesReader examples = new ExamplesReader(file, rows, data);
        Matrix X = examples.X();
        Matrix given = examples.Y();
        examples.requireSameCount(X, given);
        Targets.Kind kind = settings.targets(given.rows());
        SortedMap<Integer, int[]> batch = new BatchReader(file, X.columns()).read();
        TraceBatches batches = TraceBatches.of(X.columns(), settings.batches(!batch.isEmpty()), batch);
        TensorReader reader = new TensorReader(file, rows, X, batches, settings);
        SortedMap<TensorName, NpyArray> arrays = reader.arrays();
        SortedMap<TensorName, StoredArray> stored = reader.tensors(arrays);
        boolean open = settings.leftOpen().contains(LeftOpen.EXPERIMENT);
        boolean list = given.rows() == 1;
        TraceShapes shapes = TraceShapes.of(
                stored,
                X,
                iteration -> batches.of(iteration).map(it -> it.length).orElseGet(() -> columns(stored, iteration)),
                list && kind == Targets.Kind.CLASSES ? 0 : given.rows(),
                open && examples.areClasses(given),
                rows,
                inputsByUnits,
                file);
        int depth = shapes.layerSizes().size() - 1;
        int outputs = shapes.layerSizes().get(depth);
        Targets.Kind read = open ? examples.shown(given, depth == 0 ? 1 : outputs) : kind;
        boolean listed = list && read == Targets.Kind.CLASSES;
        Matrix Y = examples.targets(given, read, outputs);
        settings.requireFit(Math.max(0, depth - 1));
        HyperParameters hyperParameters = settings.read(shapes.layerSizes());
        arrays.keySet().forEach(name -> requireNormalized(file, name, hyperParameters, depth));
        Set<Integer> ofOnes = undropped(shapes.layersOfOnes(), hyperParameters, depth);
        SortedMap<TensorName, TraceTensor> tensors = shapes.tensors(ofOnes);
        List<NpyArray> computed = arrays.entrySet().stream()
                .filter(entry -> entry.getKey().quantity() != Quantity.D)
                .map(entry -> entry.getValue())
                .toList();
        TracePrecision precision = TracePrecision.of(computed, file.array("costs"));
        return new Trace(
                hyperParameters,
                X,
                Y,
                shapes.layerSizes(),
                tensors,
                new CostReader(file).read(),
                precision.precision(),
                precision.mixed(),
                new Reading(
                                storedAs(rows, listed, shapes),
                                !settings.statesRate(),
                                notes(ofOnes),
                                Set.of(),
                                settings.leftOpen())
                        .withPredictions(examples.predictions(depth == 0 ? Y.rows() : outputs))
                        .withMasks(settings.masks()),
                batches);
    }

    /** What only a batch normalization has, a layer without one has not. */
    private static void requireNormalized(EntryFile file, TensorName name, HyperParameters settings, int depth) {
        if (name.quantity().isOfNormalization()
                && settings.normalization(name.layer(), depth) instanceof Normalization.None) {
            throw file.refusal(
                    name.toString(),
                    "is of a batch normalization, and no experiment states one of layer " + name.layer()
                            + "; write \"batch_norm\": {\"decay\": …, \"epsilon\": …} into its layer in the entry"
                            + " experiment");
        }
    }

    /** Of an iteration whose batch is not known, as many examples as its tensors have. */
    private static int columns(SortedMap<TensorName, StoredArray> stored, int iteration) {
        return stored.entrySet().stream()
                .filter(entry -> entry.getKey().iteration() == iteration
                        && entry.getKey().quantity().isPerExample()
                        && entry.getKey().quantity() != Quantity.D)
                .mapToInt(entry -> entry.getValue().values().columns())
                .findFirst()
                .orElse(1);
    }

    /** Where nothing is dropped, a mask of ones is none. */
    private static Set<Integer> undropped(Set<Integer> ofOnes, HyperParameters settings, int depth) {
        Set<Integer> undropped = new TreeSet<>(ofOnes);
        undropped.removeIf(layer -> layer < depth && settings.keepProbability(layer) < 1);
        return undropped;
    }

    private static Set<StoredAs> storedAs(boolean rows, boolean listed, TraceShapes shapes) {
        Set<StoredAs> storedAs = EnumSet.noneOf(StoredAs.class);
        if (rows) {
            storedAs.add(StoredAs.EXAMPLES_AS_ROWS);
        }
        if (shapes.isInputsByUnits()) {
            storedAs.add(StoredAs.WEIGHTS_INPUTS_BY_UNITS);
        }
        if (shapes.isOneLayerUp()) {
            storedAs.add(StoredAs.ACTIVATION_GRADIENTS_ONE_LAYER_UP);
        }
        if (listed) {
            storedAs.add(StoredAs.LABELS_AS_CLASSES);
        }
        return storedAs;
    }

    private static List<Phrase> notes(Set<Integer> ofOnes) {
        return ofOnes.stream().map(SaidOfCheck.MASK_OF_ONES::of).toList();
    }
}
