package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.decimal.DecimalNetwork;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.linalg.Matrix;

/** A trace's network and data, in the words in which twins are made. */
public final class TraceExperiment {

    private final Trace trace;
    private final Experiment experiment;
    private final Dataset data;
    private final Optional<DropoutMasks> drawn;

    private TraceExperiment(Trace trace) {
        this.trace = trace;
        this.experiment = ofTrace(trace);
        List<String> names = new ArrayList<>();
        double[][] rows = new double[trace.exampleCount()][trace.X().rows()];
        for (int k = 0; k < trace.X().rows(); k++) {
            names.add("x" + (k + 1));
            for (int j = 0; j < rows.length; j++) {
                rows[j][k] = trace.X().get(k, j);
            }
        }
        double[][] targets = new double[rows.length][];
        for (int j = 0; j < rows.length; j++) {
            targets[j] = target(trace, experiment.targets(), j);
        }
        this.data = Dataset.of("trace", names, rows, targets, experiment.targets());
        this.drawn = trace.reading()
                .masks()
                .map(stated ->
                        ScratchModels.masks(dropped(), stated, trace.batches().ofTraining()));
    }

    private List<MaskedLayer> dropped() {
        return IntStream.range(0, trace.depth())
                .filter(l -> trace.hyperParameters().keepProbability(l) < 1)
                .mapToObj(l -> new MaskedLayer(
                        l, trace.layerSizes().get(l), trace.hyperParameters().keepProbability(l)))
                .toList();
    }

    /** Of a class its number, of anything else one number an output. */
    private static double[] target(Trace trace, Targets targets, int example) {
        double[] outputs = new double[trace.Y().rows()];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = trace.Y().get(k, example);
        }
        if (targets.kind() != Targets.Kind.CLASSES) {
            return outputs;
        }
        int c = 0;
        while (outputs[c] != 1) {
            c++;
        }
        return new double[] {c};
    }

    private static Experiment ofTrace(Trace trace) {
        HyperParameters hyper = trace.hyperParameters();
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            double keep = l < trace.depth() ? hyper.keepProbability(l) : 1;
            layers.add(new Layer(
                    trace.layerSizes().get(l),
                    hyper.activation(l, trace.depth()),
                    keep,
                    hyper.normalization(l, trace.depth())));
        }
        return hyper.experiment()
                .inputs(trace.layerSizes().get(0))
                .with(layers)
                .named("trace")
                .with(new Masks(MaskKind.PUBLISHED, 0))
                .with(new Initialization.ScaledGaussian(0))
                .iterations(1);
    }

    /**
     * What the trace states that is trained.
     *
     * @return the experiment
     */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * The examples of the trace.
     *
     * @return as the network sees them
     */
    public Dataset data() {
        return data;
    }

    /**
     * What a trace is of, on whatever batches. Several outputs without a stated experiment are sigmoids each.
     *
     * @param trace the trace
     * @return its network and data; seeds of weights and masks are none of the trace's; empty without layers, or where
     *     the labels are none that the loss reads
     */
    public static Optional<TraceExperiment> of(Trace trace) {
        return trace.depth() >= 1 && trace.hasTargets(ofTrace(trace))
                ? Optional.of(new TraceExperiment(trace))
                : Optional.empty();
    }

    /**
     * All parameters of an iteration.
     *
     * @param iteration the iteration, from 0
     * @return W¹ row by row, b¹, γ¹ and β¹ where there are such, W², …; empty where the trace does not hold them all,
     *     or one is not finite
     */
    public Optional<double[]> parameters(int iteration) {
        List<Matrix> tensors = new ArrayList<>();
        for (TensorName name : names(trace, iteration)) {
            Optional<TraceTensor> tensor = Optional.ofNullable(trace.tensors().get(name));
            if (tensor.isEmpty()) {
                return Optional.empty();
            }
            tensors.add(tensor.get().values());
        }
        double[] theta = new double
                [tensors.stream()
                        .mapToInt(tensor -> tensor.rows() * tensor.columns())
                        .sum()];
        int at = 0;
        for (Matrix tensor : tensors) {
            at = tensor.writeTo(theta, at);
        }
        for (double value : theta) {
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(theta);
    }

    /** The same parameters as the tensors of an iteration; they may be changed. */
    Map<TensorName, TraceTensor> tensors(double[] parameters, int iteration) {
        Map<TensorName, TraceTensor> tensors = new HashMap<>();
        int at = 0;
        for (TensorName name : names(trace, iteration)) {
            int units = trace.layerSizes().get(name.layer());
            int columns = name.quantity() == Quantity.W ? trace.layerSizes().get(name.layer() - 1) : 1;
            Matrix values = Matrix.zeros(units, columns);
            at = values.readFrom(parameters, at);
            tensors.put(name, TraceTensor.of(values, Dtype.FLOAT64));
        }
        return tensors;
    }

    /**
     * The names of all parameters, in the order in which twins exchange them.
     *
     * @param trace the trace
     * @param iteration the iteration, from 0
     * @return W, b and perhaps γ and β of each layer
     */
    public static List<TensorName> names(Trace trace, int iteration) {
        return IntStream.rangeClosed(1, trace.depth())
                .boxed()
                .flatMap(l -> trace.parameters(l).stream().map(quantity -> new TensorName(quantity, l, iteration)))
                .toList();
    }

    /** The masks of an iteration; empty where dropout is used and the trace does not tell. */
    Optional<DropoutMasks> masks(int iteration) {
        if (!experiment.hasDropout()) {
            return keepsAll(iteration) ? Optional.of(new DropoutMasks.None()) : Optional.empty();
        }
        List<MaskedLayer> layers = new ArrayList<>();
        List<Matrix> masks = new ArrayList<>();
        for (int l = 0; l < trace.depth(); l++) {
            double keep = trace.hyperParameters().keepProbability(l);
            int layer = l;
            Optional<Matrix> D = trace.mask(l, iteration)
                    .map(TraceTensor::values)
                    .or(() -> drawn(layer, iteration).map(TraceTensor::values));
            if (D.isPresent()) {
                layers.add(new MaskedLayer(l, trace.layerSizes().get(l), keep));
                masks.add(D.get());
            } else if (keep < 1) {
                return Optional.empty();
            }
        }
        return Optional.of(new DropoutMasks.Given(layers, masks));
    }

    /** A mask that the trace does not hold and states the seed of; empty of a layer that keeps all. */
    Optional<TraceTensor> drawn(int layer, int iteration) {
        if (drawn.isEmpty() || !trace.batches().tell(iteration)) {
            return Optional.empty();
        }
        List<MaskedLayer> layers = drawn.get().layers();
        return IntStream.range(0, layers.size())
                .filter(k -> layers.get(k).layer() == layer)
                .mapToObj(k -> TraceTensor.of(drawn.get().of(iteration).get(k).copy(), Dtype.BOOL))
                .findFirst();
    }

    /**
     * The masks of a run: those of the first iteration where all share them, which says those of iterations that the
     * trace does not hold, else for each iteration its own; so are those of a seed.
     *
     * @return the masks; empty where the trace does not tell
     */
    public Optional<DropoutMasks> masksOfRun() {
        Optional<DropoutMasks> first = masks(0);
        if ((drawn.isEmpty() && sharesMasks()) || !experiment.hasDropout()) {
            return first.filter(D -> sharesMasks());
        }
        return first.map(D -> new DropoutMasks.Listed(
                D.layers(), iteration -> masks(iteration).orElseThrow().of(iteration)));
    }

    /**
     * How many examples an iteration sees.
     *
     * @param iteration the iteration, whose batch the trace tells
     * @return the size of its batch
     */
    public int examples(int iteration) {
        return trace.batches().of(iteration).orElseThrow().length;
    }

    /**
     * Whether the trace tells the batch of an iteration of a run, and its masks.
     *
     * @param iteration the iteration, from 0
     * @param ofRun the masks of the run
     * @return false where the run cannot be followed
     */
    public boolean tells(int iteration, DropoutMasks ofRun) {
        return trace.batches().tell(iteration)
                && (!(ofRun instanceof DropoutMasks.Listed)
                        || masks(iteration)
                                .filter(D -> D.layers().equals(ofRun.layers()))
                                .isPresent());
    }

    /** Without dropout no twin can be made that uses masks which drop something all the same. */
    private boolean keepsAll(int iteration) {
        for (int l = 0; l < trace.depth(); l++) {
            boolean drops = trace.mask(l, iteration)
                    .map(D -> Arrays.stream(D.values().toArray())
                            .flatMapToDouble(Arrays::stream)
                            .anyMatch(d -> d == 0))
                    .orElse(false);
            if (drops) {
                return false;
            }
        }
        return true;
    }

    /** Whether every iteration uses the masks of iteration 0, as far as the trace tells. */
    boolean sharesMasks() {
        Set<Integer> held = trace.iterations();
        // iterations that the trace does not hold are all alike: one of them tells
        return held.stream().allMatch(this::sameAsFirst)
                && trace.costs().stream()
                        .map(ReportedCost::iteration)
                        .filter(iteration -> !held.contains(iteration))
                        .limit(1)
                        .allMatch(this::sameAsFirst);
    }

    private boolean sameAsFirst(int iteration) {
        if (!experiment.hasDropout()) {
            return keepsAll(iteration);
        }
        for (int l = 0; l < trace.depth(); l++) {
            if (trace.hyperParameters().keepProbability(l) == 1
                    && trace.mask(l, 0).isEmpty()) {
                continue;
            }
            Optional<TraceTensor> first = trace.mask(l, 0);
            Optional<TraceTensor> own = trace.mask(l, iteration);
            boolean held = trace.holds(iteration);
            if (first.isEmpty() || (held && own.isEmpty())) {
                return false;
            }
            if (own.isPresent()
                    && !Arrays.deepEquals(
                            first.get().values().toArray(), own.get().values().toArray())) {
                return false;
            }
        }
        return true;
    }

    ScratchTwin scratch(DropoutMasks masks) {
        return new ScratchTwin(experiment, data, masks, trace.batches().ofTraining());
    }

    /**
     * The same network as another correct program would round it.
     *
     * @param masks the masks of its iterations
     * @param order which order its sums have
     * @return a twin
     */
    public Twin reordered(DropoutMasks masks, long order) {
        return ScratchTwin.reordered(experiment, data, masks, trace.batches().ofTraining(), order);
    }

    DecimalNetwork decimal(DropoutMasks masks) {
        return new DecimalNetwork(experiment, data, masks);
    }

    /**
     * DL4J's network on the examples of the trace.
     *
     * @param masks the masks of its iterations
     * @return a twin; empty where a layer that is to keep all of its units has a mask, which DL4J is not told, and
     *     where DL4J has no such thing
     */
    public Optional<Twin> dl4j(DropoutMasks masks) {
        if (masks.layers().stream().anyMatch(layer -> layer.keepProbability() == 1)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Dl4jTwin.given(experiment, data, masks, trace.batches().ofTraining()));
        } catch (SettingException e) {
            // DL4J has no such thing
            return Optional.empty();
        }
    }
}
