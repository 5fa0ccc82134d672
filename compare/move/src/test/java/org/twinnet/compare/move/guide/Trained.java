package org.twinnet.compare.move.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.source.ShippedData;

/**
 * What a training came to.
 *
 * @param parameters the parameters
 * @param outputs what it answers for the test examples
 * @param right the share of the test examples that it answers rightly
 * @param error the mean squared error of these answers
 */
@SuppressWarnings("ArrayRecordComponent") // read by this test alone
record Trained(double[] parameters, double[] outputs, double right, double error) {

    /** Measured: at most 3e-15. */
    private static final double ROUNDED = 1e-8;

    /** On the pitch. */
    static Trained of(Experiment experiment) {
        return of(ScratchTwin.factory(), experiment, ShippedData.pitch());
    }

    static Trained of(TwinFactory factory, Experiment experiment, Split split) {
        try (Twin twin = factory.create(experiment, split.train())) {
            twin.train(experiment.iterations());
            double[] parameters = new double[twin.parameterCount()];
            twin.copyParametersTo(parameters);
            Dataset test = split.test().orElse(split.train());
            return judged(parameters, twin.predict(test.featureRows()), test);
        }
    }

    /** What parameters and answers come to. */
    static Trained judged(double[] parameters, double[] outputs, Dataset test) {
        double[][] targets = test.targetRows();
        int m = test.size();
        int right = 0;
        double error = 0;
        for (int j = 0; j < m; j++) {
            double distance = outputs[j] - targets[j][0];
            error += distance * distance / m;
            right += outputs[j] >= 0.5 == targets[j][0] >= 0.5 ? 1 : 0;
        }
        return new Trained(parameters, outputs, (double) right / m, error);
    }

    /** Fails where another training did not come to the same, up to what rounding grows to in a thousand iterations. */
    Trained requireAlike(Trained other, String what) {
        double apart =
                Math.max(answersApart(other), parameters.length == other.parameters().length ? parted(other) : 0);
        assertTrue(apart <= ROUNDED, what + ": " + apart);
        return other;
    }

    /** How far the parameters of another one are away, beside the largest. */
    double parted(Trained other) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < parameters.length; i++) {
            largest = Math.max(largest, Math.abs(parameters[i]));
            difference = Math.max(difference, Math.abs(parameters[i] - other.parameters()[i]));
        }
        return difference / largest;
    }

    /** How far the answers of another one are away. */
    double answersApart(Trained other) {
        double difference = 0;
        for (int i = 0; i < outputs.length; i++) {
            difference = Math.max(difference, Math.abs(outputs[i] - other.outputs()[i]));
        }
        return difference;
    }

    /** What the slip costs in test examples. */
    String share(Trained slip) {
        return String.format(
                Locale.ROOT, "%.1f %% of the test examples right in place of %.1f %%", 100 * slip.right(), 100 * right);
    }

    /** What the slip costs, beside this training. */
    String beside(Trained slip) {
        return share(slip) + "; parameters " + number(parted(slip)) + " of the largest apart";
    }

    /** Two digits, which rounding on another machine does not reach. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 0.01 && value < 100 ? "%.2f" : "%.1e", value);
    }
}
