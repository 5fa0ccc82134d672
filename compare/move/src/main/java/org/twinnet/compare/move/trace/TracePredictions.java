package org.twinnet.compare.move.trace;

import java.util.Arrays;
import java.util.Optional;
import org.twinnet.compare.check.prediction.PredictionCheck;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/** What the original of a trace answers for the examples of the trace, at the last parameters of the trace. */
public final class TracePredictions {

    private final double[] given;
    private final int examples;
    private final boolean labels;
    private final boolean exclusive;
    private final boolean goesOn;

    private TracePredictions(Trace trace, Matrix predictions, boolean goesOn) {
        this.given = new double[predictions.rows() * predictions.columns()];
        predictions.writeTo(given, 0);
        this.examples = predictions.columns();
        Activation output = trace.hyperParameters().activation(trace.depth(), trace.depth());
        this.exclusive = output instanceof Activation.Softmax;
        this.labels = (exclusive || output instanceof Activation.Sigmoid)
                && Arrays.stream(given).allMatch(it -> it == 0 || it == 1);
        this.goesOn = goesOn;
    }

    /** The predictions of a trace whose last parameters are those of an iteration; empty without any. */
    static Optional<TracePredictions> of(Trace trace, int last) {
        return trace.reading()
                .predictions()
                .map(it -> new TracePredictions(trace, it, PredictionCheck.goesOn(trace, last)));
    }

    /**
     * What the predictions are kept in, whose rounding is theirs.
     *
     * @param computed what the original computes in
     * @return single precision where no number has digits beyond it
     */
    public Precision precision(Precision computed) {
        return Arrays.stream(given).allMatch(it -> it == (float) it) ? Precision.FLOAT32 : computed;
    }

    /**
     * Holds answers against the predictions.
     *
     * @param answers of a network with the same parameters, one output after the other
     * @param floors what rounding explains of each
     * @return the difference that lies farthest beyond rounding
     */
    public HeldPredictions against(double[] answers, double[] floors) {
        HeldPredictions held = labels ? ofLabels(answers, floors) : ofNumbers(answers, floors);
        return held.isAlike() || !goesOn
                ? held
                : new HeldPredictions(HeldPredictions.State.TRAINING_GOES_ON, held.difference(), held.floor(), 0);
    }

    private HeldPredictions ofNumbers(double[] answers, double[] floors) {
        int worst = 0;
        double excess = 0;
        for (int k = 0; k < given.length && !Double.isNaN(excess); k++) {
            double difference = Math.abs(given[k] - answers[k]);
            double ratio = difference == 0 ? 0 : difference / floors[k];
            if (!(ratio <= excess)) {
                excess = ratio;
                worst = k;
            }
        }
        double difference = Math.abs(given[worst] - answers[worst]);
        boolean alike = difference <= floors[worst];
        return new HeldPredictions(
                alike ? HeldPredictions.State.ALIKE : HeldPredictions.State.OTHERWISE,
                difference,
                floors[worst],
                worst % examples);
    }

    /** An answer that rounding brings to either label is right with both. */
    private HeldPredictions ofLabels(double[] answers, double[] floors) {
        int outputs = given.length / examples;
        for (int j = 0; j < examples; j++) {
            for (int k = 0; k < outputs; k++) {
                int at = k * examples + j;
                int rival = exclusive ? rival(answers, j, k) : at;
                double above = answers[at] - (exclusive ? answers[rival] : 0.5);
                double floor = floors[at] + (exclusive ? floors[rival] : 0);
                if (!(Math.abs(above) <= floor) && (above > 0) != (given[at] == 1)) {
                    double difference = Math.abs(given[at] - answers[at]);
                    return new HeldPredictions(HeldPredictions.State.LABEL_OTHERWISE, difference, floors[at], j);
                }
            }
        }
        return new HeldPredictions(HeldPredictions.State.LABELS_ALIKE, 0, 0, 0);
    }

    /** The largest answer of an example beside a given one. */
    private int rival(double[] answers, int example, int output) {
        int largest = output == 0 ? 1 : 0;
        for (int k = 0; k < answers.length / examples; k++) {
            boolean larger = answers[k * examples + example] > answers[largest * examples + example];
            largest = k != output && larger ? k : largest;
        }
        return largest * examples + example;
    }
}
