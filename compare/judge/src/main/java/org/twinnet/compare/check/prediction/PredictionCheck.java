package org.twinnet.compare.check.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The predictions of a trace, held against the output for X at its last parameters: no unit is dropped, and batch
 * normalizations take their running statistics.
 *
 * @param comparison empty where the parameters of the predictions are not in the trace
 * @param told what is to be said beside it
 */
public record PredictionCheck(Optional<QuantityComparison> comparison, Optional<Phrase> told) {

    /** What the predictions are called among what is compared. */
    public static final Phrase NAME = Said.NAME.of("predictions");

    /**
     * Holds the predictions of a trace against its parameters. Where an update follows the last parameters and the
     * predictions are not theirs, they may be those of parameters that the trace does not hold.
     *
     * @param trace what a network wrote down
     * @param recipe the formulas under which it is right
     * @return empty where it has no predictions
     */
    public static Optional<PredictionCheck> of(Trace trace, Recipe recipe) {
        return trace.reading().predictions().map(predictions -> of(trace, recipe, predictions));
    }

    private static PredictionCheck of(Trace trace, Recipe recipe, Matrix predictions) {
        Optional<Integer> last = last(trace);
        if (last.isEmpty()) {
            return open(SaidOfCheck.NO_PARAMETERS.of());
        }
        int iteration = last.get();
        Optional<Bounded> output = outputs(trace, recipe, iteration, false, true);
        if (output.isEmpty()) {
            return open(SaidOfCheck.NO_OUTPUT.of(iteration));
        }
        QuantityComparison right = comparison(iteration, predictions, output.get());
        if (right.status() == Status.AGREE) {
            return new PredictionCheck(Optional.of(right), Optional.empty());
        }
        if (areLabels(trace, predictions) && !goesOn(trace, iteration)) {
            Bounded labels = labels(output.get(), activation(trace) instanceof Activation.Softmax);
            return new PredictionCheck(
                    Optional.of(comparison(iteration, predictions, labels)),
                    Optional.of(SaidOfCheck.PREDICTED_LABELS.of()));
        }
        if (isExplained(trace, recipe, predictions, iteration, true, true)) {
            return new PredictionCheck(Optional.of(right), Optional.of(SaidOfCheck.PREDICTIONS_DROP.of()));
        }
        if (isNormalized(trace) && isExplained(trace, recipe, predictions, iteration, false, false)) {
            return new PredictionCheck(Optional.of(right), Optional.of(SaidOfCheck.PREDICTIONS_NORMALIZE.of()));
        }
        return goesOn(trace, iteration)
                ? open(SaidOfCheck.TRAINING_GOES_ON.of(iteration))
                : new PredictionCheck(Optional.of(right), Optional.empty());
    }

    private static Activation activation(Trace trace) {
        return trace.hyperParameters().activation(trace.depth(), trace.depth());
    }

    private static boolean areLabels(Trace trace, Matrix predictions) {
        boolean probable =
                activation(trace) instanceof Activation.Sigmoid || activation(trace) instanceof Activation.Softmax;
        return probable && Arrays.stream(RecomputedTensor.flat(predictions)).allMatch(p -> p == 0 || p == 1);
    }

    /** 1 where an output is above ½, or where classes exclude each other that of the largest. */
    private static Bounded labels(Bounded output, boolean exclusive) {
        Bounded labels = Bounded.zeros(output.rows(), output.columns());
        for (int j = 0; j < output.columns(); j++) {
            int largest = 0;
            for (int k = 0; k < output.rows(); k++) {
                largest = output.values(k)[j] > output.values(largest)[j] ? k : largest;
                labels.values(k)[j] = !exclusive && output.values(k)[j] > 0.5 ? 1 : 0;
            }
            if (exclusive) {
                labels.values(largest)[j] = 1;
            }
        }
        return labels;
    }

    private static QuantityComparison comparison(int iteration, Matrix predictions, Bounded expected) {
        return new RecomputedTensor(
                        "predictions",
                        iteration,
                        predictions.columns(),
                        RecomputedTensor.flat(predictions),
                        expected.flat(),
                        expected.floors())
                .compare();
    }

    private static PredictionCheck open(Phrase why) {
        return new PredictionCheck(Optional.empty(), Optional.of(SaidOfCheck.PREDICTIONS_OPEN.of(why)));
    }

    /** The last iteration with the parameters of all layers, and what normalizations keep for predictions. */
    private static Optional<Integer> last(Trace trace) {
        List<Integer> whole = trace.iterations().stream()
                .filter(i -> names(trace, i).stream()
                        .allMatch(name -> trace.tensors().containsKey(name)))
                .toList();
        return whole.isEmpty() || trace.depth() == 0 ? Optional.empty() : Optional.of(whole.get(whole.size() - 1));
    }

    private static List<TensorName> names(Trace trace, int iteration) {
        List<TensorName> names = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity quantity : trace.parameters(l)) {
                names.add(new TensorName(quantity, l, iteration));
            }
            if (isNormalized(trace, l)) {
                names.add(new TensorName(Quantity.running_mean, l, iteration));
                names.add(new TensorName(Quantity.running_var, l, iteration));
            }
        }
        return names;
    }

    private static boolean isNormalized(Trace trace, int layer) {
        return !(trace.hyperParameters().normalization(layer, trace.depth()) instanceof Normalization.None);
    }

    private static boolean isNormalized(Trace trace) {
        return IntStream.rangeClosed(1, trace.depth()).anyMatch(l -> isNormalized(trace, l));
    }

    /**
     * Whether an update or a cost behind the parameters of an iteration says that others followed.
     *
     * @param trace what a network wrote down
     * @param iteration the iteration
     * @return true where predictions may be those of later parameters
     */
    public static boolean goesOn(Trace trace, int iteration) {
        return trace.tensors().keySet().stream()
                        .anyMatch(name ->
                                name.iteration() == iteration && name.quantity().isParameterGradient())
                || trace.costs().stream().anyMatch(cost -> cost.iteration() >= iteration);
    }

    private static boolean isExplained(
            Trace trace, Recipe recipe, Matrix predictions, int iteration, boolean dropping, boolean byRunning) {
        return outputs(trace, recipe, iteration, dropping, byRunning)
                .filter(output -> comparison(iteration, predictions, output).status() == Status.AGREE)
                .isPresent();
    }

    /**
     * The outputs of all examples.
     *
     * @param trace what a network wrote down
     * @param recipe the formulas under which it is right
     * @param iteration whose parameters and masks
     * @param dropping whether units are dropped, as training does
     * @param byRunning whether batch normalizations take their running statistics
     * @return with the error of rounding; empty where the masks of the iteration are not those of all examples
     */
    public static Optional<Bounded> outputs(
            Trace trace, Recipe recipe, int iteration, boolean dropping, boolean byRunning) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>();
        for (TensorName name : names(trace, iteration)) {
            given.put(
                    new TensorName(name.quantity(), name.layer(), 0),
                    trace.tensors().get(name));
        }
        Experiment experiment = trace.hyperParameters().experiment();
        if (dropping) {
            if (!experiment.hasDropout()) {
                return Optional.empty();
            }
            for (int l = 0; l < trace.depth(); l++) {
                int layer = l;
                Optional<TraceTensor> mask = trace.mask(l, iteration);
                if (mask.filter(D -> D.values().columns() != trace.exampleCount())
                        .isPresent()) {
                    return Optional.empty();
                }
                mask.ifPresent(D -> given.put(new TensorName(Quantity.D, layer, 0), D));
            }
        }
        Recipe predicting = recipe;
        for (int l = 1; l <= trace.depth() && byRunning; l++) {
            predicting =
                    isNormalized(trace, l) ? predicting.with(Variant.RUNNING_STATISTICS_IN_TRAINING, l) : predicting;
        }
        Trace one = trace.withTensors(given)
                .with(TraceBatches.full(trace.exampleCount()))
                .with(dropping ? trace.hyperParameters() : new HyperParameters(experiment.withoutDropout()));
        return new Replay(one, predicting).expected(new TensorName(Quantity.A, trace.depth(), 0));
    }
}
