package org.twinnet.compare.bench.covering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinState;

/**
 * How far two networks part in steps from equal state, as part of the size of what they compute: for each quantity the
 * largest ‖a − b‖ / ‖a‖ over all iterations in which both are finite, 0 where both are equal.
 *
 * @param largest by quantity
 */
record StepNorms(Map<String, Double> largest) {

    static StepNorms of(TwinFactories factories, Configuration configuration) {
        Map<String, Double> largest = new LinkedHashMap<>();
        try (Twin a = factories.scratch().create(configuration.experiment(), configuration.data());
                Twin b = factories.dl4j().create(configuration.experiment(), configuration.data())) {
            double[] left = new double[a.parameterCount()];
            double[] right = left.clone();
            for (int i = 0; i < configuration.experiment().iterations(); i++) {
                b.restore(a.state());
                Twin.Snapshot one = a.snapshot();
                Twin.Snapshot other = b.snapshot();
                put(largest, "gradient", one.dataGradient(), other.dataGradient());
                put(largest, "penalty", new double[] {one.penalty()}, new double[] {other.penalty()});
                put(largest, "penalty gradient", one.penaltyGradient(), other.penaltyGradient());
                a.step();
                b.step();
                put(largest, "cost", new double[] {a.logitCost()}, new double[] {b.logitCost()});
                a.copyUpdateTo(left);
                b.copyUpdateTo(right);
                put(largest, "update", left, right);
                a.copyParametersTo(left);
                b.copyParametersTo(right);
                put(largest, "parameters", left, right);
                List<TwinState.Memory> memories = a.state().memories();
                for (int k = 0; k < memories.size(); k++) {
                    put(
                            largest,
                            "memory " + memories.get(k).symbol(),
                            memories.get(k).values(),
                            b.state().memories().get(k).values());
                }
            }
        }
        return new StepNorms(largest);
    }

    private static void put(Map<String, Double> largest, String quantity, double[] a, double[] b) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i]) || !Double.isFinite(b[i])) {
                // the rungs say what becomes of a run that leaves the range of doubles
                return;
            }
            difference = Math.hypot(difference, a[i] == b[i] ? 0 : a[i] - b[i]);
            size = Math.hypot(size, a[i]);
        }
        largest.merge(quantity, difference == 0 ? 0 : difference / size, Math::max);
    }

    /** The quantities that part by more than so much. */
    Map<String, Double> above(double limit) {
        Map<String, Double> above = new LinkedHashMap<>();
        largest.forEach((quantity, part) -> {
            if (!(part <= limit)) {
                above.put(quantity, part);
            }
        });
        return above;
    }
}
