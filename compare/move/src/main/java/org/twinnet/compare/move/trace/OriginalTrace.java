package org.twinnet.compare.move.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.twinnet.compare.check.TraceExperiment;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.trace.Trace;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/** A network that wrote a trace. */
public final class OriginalTrace {

    /** What single precision keeps of a number, and a digit more. */
    private static final double SINGLE = 0x1p-22;

    private final Trace trace;
    private final TraceExperiment original;
    private final TreeMap<Integer, double[]> known = new TreeMap<>();

    /**
     * Understands a trace.
     *
     * @param trace the trace
     * @throws InvalidDataException if it holds no parameters, or its labels are none of its loss
     */
    public OriginalTrace(Trace trace) {
        if (trace.depth() < 1) {
            throw new InvalidDataException(
                    "The trace holds no parameters; needed: W1, b1, … of one iteration at least");
        }
        this.trace = trace;
        this.original = TraceExperiment.of(trace)
                .orElseThrow(() -> new InvalidDataException("The trace's Y is nothing that its loss reads; 'experiment'"
                        + " states the loss and the activation of the output"));
        for (int iteration : trace.iterations()) {
            original.parameters(iteration).ifPresent(theta -> known.put(iteration, theta));
        }
    }

    /**
     * What it is and how it is trained.
     *
     * @return as far as the trace states it, else the defaults; where its weights come from is left open
     */
    public Experiment experiment() {
        Experiment stated = trace.hyperParameters().experiment();
        return original.experiment().with(stated.masks()).iterations(stated.iterations());
    }

    /**
     * Its examples.
     *
     * @return as the network sees them
     */
    public Dataset data() {
        return original.data();
    }

    /**
     * Its parameters.
     *
     * @return of each iteration that the trace holds whole, W row by row
     */
    public List<double[]> known() {
        return new ArrayList<>(known.values());
    }

    /**
     * What it answers for its examples, with the last of its parameters.
     *
     * @return empty where the trace does not say
     */
    public Optional<TracePredictions> predictions() {
        return known.isEmpty() ? Optional.empty() : TracePredictions.of(trace, known.lastKey());
    }

    /**
     * When it had some parameters.
     *
     * @param parameters parameters in the order of the experiment
     * @return the last such iteration; empty where the trace holds none
     */
    public OptionalInt iterationOf(double[] parameters) {
        return known.entrySet().stream()
                .filter(entry -> areSame(entry.getValue(), parameters))
                .mapToInt(Map.Entry::getKey)
                .max();
    }

    /**
     * Whether two vectors are the same, one of them perhaps saved in single precision.
     *
     * @param one a vector
     * @param other another one
     * @return true up to the digits of single precision
     */
    public static boolean areSame(double[] one, double[] other) {
        boolean same = one.length == other.length;
        for (int k = 0; same && k < one.length; k++) {
            same = Math.abs(one[k] - other[k]) <= SINGLE * Math.abs(one[k]);
        }
        return same;
    }

    /**
     * Trains DL4J's network from the first parameters of the trace, with its batches and masks.
     *
     * @param most the most steps
     * @param progress hears about the steps
     * @return what the trace says beside DL4J's numbers
     */
    public TraceSteps steps(int most, ProgressListener progress) {
        return new TraceTraining(trace, original, progress).run(most);
    }
}
