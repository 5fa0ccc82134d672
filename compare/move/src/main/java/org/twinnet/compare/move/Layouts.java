package org.twinnet.compare.move;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.move.port.Evidence;
import org.twinnet.compare.move.trace.OriginalTrace;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/** Decides between two readings whose shapes fit both, by what the network answers; or refuses to. */
final class Layouts {

    private final List<Reading> readings;
    private final Experiment experiment;

    Layouts(List<Reading> readings, Experiment experiment) {
        this.readings = readings;
        this.experiment = experiment;
    }

    /** The reading that shapes, known parameters, predictions or the examples decide for. */
    Reading decided(Optional<Dataset> data, Optional<Predictions> predictions, List<double[]> known) {
        if (readings.size() == 1) {
            return readings.get(0);
        }
        Reading left = readings.get(0);
        Reading right = readings.get(1);
        if (left.isSameAs(right)) {
            return left;
        }
        boolean isLeft = isKnown(left, known);
        boolean isRight = isKnown(right, known);
        if (isLeft != isRight) {
            return isLeft ? left : right;
        }
        if (data.isEmpty()) {
            throw new AmbiguousLayoutException(
                    "its shapes fit both ways, units by inputs and inputs by units, and there"
                            + " are no examples to decide");
        }
        return predictions.isPresent()
                ? byPredictions(left, right, data.get(), predictions.get())
                : byExamples(left, right, data.get());
    }

    private boolean isKnown(Reading reading, List<double[]> known) {
        double[] parameters = reading.parameters(experiment);
        return known.stream().anyMatch(it -> OriginalTrace.areSame(it, parameters));
    }

    private Reading byPredictions(Reading left, Reading right, Dataset data, Predictions predictions) {
        boolean isLeft = distance(left, data, predictions).isRounding();
        boolean isRight = distance(right, data, predictions).isRounding();
        if (isLeft && isRight) {
            throw new AmbiguousLayoutException("its shapes fit both ways, and both give these predictions");
        }
        if (!isLeft && !isRight) {
            throw new InvalidDataException(predictions.file() + ": neither way of reading the weights gives these"
                    + " predictions; the activations, the standardization or the order of the features differ");
        }
        return isLeft ? left : right;
    }

    private Predictions.Distance distance(Reading reading, Dataset data, Predictions predictions) {
        return predictions.from(Outputs.of(reading, experiment, data), experiment, reading, data);
    }

    private Reading byExamples(Reading left, Reading right, Dataset data) {
        double[] ofLeft = Outputs.squaredErrors(Outputs.of(left, experiment, data), data);
        double[] ofRight = Outputs.squaredErrors(Outputs.of(right, experiment, data), data);
        double ofTheMean = Outputs.errorOfTheMean(data);
        if (Evidence.isBetter(ofLeft, ofRight, ofTheMean)) {
            return left;
        }
        if (Evidence.isBetter(ofRight, ofLeft, ofTheMean)) {
            return right;
        }
        throw new AmbiguousLayoutException(String.format(
                Locale.ROOT,
                "its shapes fit both ways, and the examples do not decide: the mean squared error is %.3g with"
                        + " units by inputs and %.3g with inputs by units",
                average(left.as() == WeightsAs.UNITS_BY_INPUTS ? ofLeft : ofRight),
                average(left.as() == WeightsAs.UNITS_BY_INPUTS ? ofRight : ofLeft)));
    }

    private static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
