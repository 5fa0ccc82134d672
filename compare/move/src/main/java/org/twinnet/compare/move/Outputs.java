package org.twinnet.compare.move;

import java.util.Arrays;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;

/** What the network of a reading answers, computed by hand. */
final class Outputs {

    private Outputs() {}

    /** The outputs of all examples, one output after the other. */
    static double[] of(Reading reading, Experiment experiment, Dataset data) {
        return of(reading.parameters(experiment), reading.statistics(experiment), experiment, data);
    }

    /** The same of parameters and statistics in the order of the experiment. */
    static double[] of(double[] parameters, double[] statistics, Experiment experiment, Dataset data) {
        Experiment plain = experiment.with(new Initialization.ScaledGaussian(1));
        try (Twin twin = ScratchTwin.factory().create(plain, data)) {
            twin.setParameters(parameters);
            twin.setStatistics(statistics);
            return twin.predict(data.featureRows());
        }
    }

    /** The squared distance of each example's outputs from what they should be. */
    static double[] squaredErrors(double[] outputs, Dataset data) {
        double[] errors = new double[data.size()];
        double[][] targets = data.targetRows();
        for (int k = 0; k < outputs.length; k++) {
            int example = k % errors.length;
            double distance = outputs[k] - targets[example][k / errors.length];
            errors[example] += distance * distance;
        }
        return errors;
    }

    /** The mean squared distance of the targets from their mean: what answers that know nothing of an example cost. */
    static double errorOfTheMean(Dataset data) {
        double[][] targets = data.targetRows();
        double error = 0;
        for (int k = 0; k < targets[0].length; k++) {
            int output = k;
            double mean = Arrays.stream(targets)
                    .mapToDouble(row -> row[output])
                    .average()
                    .orElseThrow();
            error += Arrays.stream(targets)
                    .mapToDouble(row -> (row[output] - mean) * (row[output] - mean))
                    .average()
                    .orElseThrow();
        }
        return error;
    }
}
