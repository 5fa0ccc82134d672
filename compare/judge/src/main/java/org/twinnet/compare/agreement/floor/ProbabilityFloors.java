package org.twinnet.compare.agreement.floor;

import java.util.Arrays;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.step.Chapters;
import org.twinnet.compare.theory.step.ForwardStep;
import org.twinnet.compare.theory.step.ParameterTensors;
import org.twinnet.data.Targets;

/** How far two correct programs with equal parameters can part in the outputs of an example, without dropout. */
public final class ProbabilityFloors {

    /** Examples a pass, so that a whole plane fits in memory. */
    private static final int CHUNK = 1000;

    private final boolean probabilities;
    private final Precision precision;
    private final Chapters chapters;
    private final ParameterTensors parameters;
    private final ParameterTensors statistics;

    private ProbabilityFloors(
            Experiment experiment, Chapters chapters, ParameterTensors parameters, ParameterTensors statistics) {
        this.probabilities = experiment.loss().targets() != Targets.Kind.NUMBERS;
        this.precision = experiment.precision();
        this.chapters = chapters;
        this.parameters = parameters;
        this.statistics = statistics;
    }

    /**
     * Prepares the analysis.
     *
     * @param experiment what is trained
     * @param theta the parameters, not modified
     * @param kept the running statistics, not modified
     * @return the floors
     */
    public static ProbabilityFloors of(Experiment experiment, double[] theta, double[] kept) {
        Chapters chapters = Chapters.of(experiment);
        ParameterTensors parameters = ParameterTensors.exact(chapters);
        parameters.readValues(theta);
        ParameterTensors statistics = ParameterTensors.exactStatistics(chapters);
        statistics.readValues(kept);
        return new ProbabilityFloors(experiment, chapters, parameters, statistics);
    }

    /**
     * Analyses a forward pass.
     *
     * @param rows one row an example
     * @return one floor an example, one output after the other; infinite where nothing below 1 bounds the difference of
     *     probabilities, so that any two would do
     */
    public double[] of(double[][] rows) {
        int K = chapters.units(chapters.depth());
        double[] floor = new double[K * rows.length];
        for (int from = 0; from < rows.length; from += CHUNK) {
            int to = Math.min(from + CHUNK, rows.length);
            double[][] X = Examples.columns(precision.round(Arrays.copyOfRange(rows, from, to)));
            ForwardStep forward = new ForwardStep(chapters, X, Rounding.of(precision));
            forward.predict(parameters, statistics);
            double[] both = forward.activation(chapters.depth()).floors();
            for (int k = 0; k < K; k++) {
                for (int j = from; j < to; j++) {
                    double entry = both[k * (to - from) + j - from];
                    floor[k * rows.length + j] = !probabilities || entry < 1 ? entry : Double.POSITIVE_INFINITY;
                }
            }
        }
        return floor;
    }
}
