package org.twinnet.compare.bench.covering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.twinnet.compare.agreement.Comparer;
import org.twinnet.compare.agreement.ComparisonSettings;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Split;

/**
 * Compares both networks in every configuration of the covering set, on all rungs, and as parts of what they compute.
 */
public final class CoveringBench {

    /**
     * Part of a tensor's size by which two networks may part without a word about it: 10⁻¹² of double precision, as
     * many roundings of any other.
     */
    static final double NORM_LIMIT = 1e-12 / Precision.FLOAT64.unitRoundoff();

    private CoveringBench() {}

    /**
     * What one configuration came to.
     *
     * @param name the configuration
     * @param verdict of all rungs
     * @param diverged whether both networks left the range of their numbers, so that their ends cannot be compared
     * @param open rungs that do not agree, with their numbers
     * @param multiple the largest lock-step difference as a multiple of what rounding explains
     * @param norms the largest part of each quantity
     * @param beyond quantities that part by more than {@link #NORM_LIMIT} unit roundoffs of their size
     */
    record Row(
            String name,
            Status verdict,
            boolean diverged,
            List<String> open,
            double multiple,
            Map<String, Double> norms,
            Map<String, Double> beyond) {

        Row {
            open = List.copyOf(open);
        }
    }

    /**
     * Compares.
     *
     * @param configurations what to compare
     * @param each told the line of each configuration as it is done
     * @return all of them
     * @throws InterruptedException if this thread is interrupted
     */
    public static CoveringReport run(List<Configuration> configurations, Consumer<String> each)
            throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (Configuration configuration : configurations) {
            Row row = row(configuration);
            rows.add(row);
            each.accept(CoveringReport.line(row));
        }
        return new CoveringReport(rows);
    }

    private static Row row(Configuration configuration) throws InterruptedException {
        TwinFactories factories = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        int iterations = configuration.experiment().iterations();
        ScenarioComparison comparison = new Comparer(
                        factories, new ComparisonSettings(Math.max(1, iterations / 20), 2, 20, 1))
                .compare(
                        List.of(configuration.experiment()),
                        new Split(configuration.data(), Optional.empty()),
                        ProgressListener.NONE)
                .get(0);
        List<String> open = new ArrayList<>();
        double multiple = 0;
        for (Rung rung : comparison.ladder().rungs()) {
            if (rung.status() != Status.AGREE) {
                open.add(rung.name() + " " + rung.status() + ": "
                        + rung.decisive().quantity().english() + ", "
                        + rung.decisive().multiple() + " of the floor, " + rung.undetermined() + " undetermined");
            }
            if (rung.name() == RungName.LOCK_STEP) {
                multiple = rung.decisive().multiple();
            }
        }
        StepNorms norms = StepNorms.of(factories, configuration);
        return new Row(
                configuration.experiment().name(),
                comparison.verdict(),
                comparison
                        .divergence()
                        .filter(it -> it.kind() == Divergence.Kind.LEFT_DOUBLES)
                        .isPresent(),
                open,
                multiple,
                norms.largest(),
                norms.above(NORM_LIMIT * configuration.experiment().precision().unitRoundoff()));
    }
}
