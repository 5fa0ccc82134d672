package org.twinnet.compare.agreement;

import java.util.List;
import org.twinnet.compare.agreement.floor.ProbabilityFloors;
import org.twinnet.compare.agreement.prediction.Labels;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/**
 * How many labels two free runs may give otherwise although both are right: those of examples whose probability lies
 * nearer to a tie than its floor and {@link Spread#ALLOWANCE} times what the perturbed runs move it by. A network that
 * has learned nothing gives every example nearly the same probability, so these may be all of them.
 */
final class FreeRunLabels {

    private final TwinFactory factory;
    private final Experiment experiment;
    private final Dataset training;
    private final List<Rounded> runs;

    /** The runs, that of the factory first. */
    FreeRunLabels(TwinFactory factory, Experiment experiment, Split data, List<Rounded> runs) {
        this.factory = factory;
        this.experiment = experiment;
        this.training = data.train();
        this.runs = List.copyOf(runs);
    }

    /** Counts the examples of a set whose label is not determined. */
    int open(Dataset examples) {
        double[][] rows = examples.featureRows();
        try (Twin twin = factory.create(experiment, training)) {
            double[] own = predict(twin, runs.get(0).run(), rows);
            double[] limit = floors(rows);
            double[] moved = new double[own.length];
            for (Rounded one : runs) {
                double[] expected = predict(twin, one.run(), rows);
                for (FreeRun another : one.others()) {
                    double[] other = predict(twin, another, rows);
                    for (int i = 0; i < own.length; i++) {
                        moved[i] = Math.max(moved[i], Math.abs(other[i] - expected[i]));
                    }
                }
            }
            for (int i = 0; i < own.length; i++) {
                limit[i] += Spread.ALLOWANCE * moved[i];
            }
            Labels labels = new Labels(examples.targets(), own, rows.length);
            int open = 0;
            for (int i = 0; i < labels.count(); i++) {
                open += labels.isOpen(i, limit) ? 1 : 0;
            }
            return open;
        }
    }

    private static double[] predict(Twin twin, FreeRun after, double[][] rows) {
        twin.setParameters(after.parameters());
        twin.setStatistics(after.statistics());
        return twin.predict(rows);
    }

    private double[] floors(double[][] rows) {
        FreeRun run = runs.get(0).run();
        return ProbabilityFloors.of(experiment, run.parameters(), run.statistics())
                .of(rows);
    }
}
