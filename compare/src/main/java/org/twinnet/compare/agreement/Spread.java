package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.CostPoint;

/**
 * How far the cost of a run moves when its initial weights move by one unit in the last place: the yardstick of free-running agreement.
 *
 * <p>Training is an iterated map. Where it is chaotic, the smallest change grows until two correct programs share nothing; a difference between the
 * twins then says nothing either. The spread is measured by running one twin again from perturbed weights; it is made monotone in the iteration, because
 * runs that have parted only seem to meet again. It is at least u, the resolution of a relative difference.
 *
 * @param points the spread at each reported iteration
 * @param horizon last iteration up to which free runs are compared
 * @param wholeRun whether that is the last iteration of the run
 */
public record Spread(List<Point> points, int horizon, boolean wholeRun) {

    /**
     * Spread above which free runs are no longer compared. The limit that a cost is held to is {@link #ALLOWANCE} times the spread; at 1e-9 it is 1e-7,
     * about where a real but small mistake, such as a clipped logarithm, would begin to hide in it.
     */
    public static final double LIMIT = 1e-9;

    /** How many times the spread two twins may part: every operation rounds, not only the first weights. */
    public static final double ALLOWANCE = 100;

    /**
     * The spread at one iteration.
     *
     * @param iteration iteration, from 0
     * @param spread largest relative movement of the cost, up to this iteration
     */
    public record Point(int iteration, double spread) {}

    /**
     * Copies the list.
     *
     * @param points the spread at each reported iteration
     * @param horizon last comparable iteration
     * @param wholeRun whether that is the last iteration
     */
    public Spread {
        points = List.copyOf(points);
    }

    /**
     * Measures the spread.
     *
     * @param run the run itself
     * @param perturbed the same run from perturbed weights, at least one
     * @return spread at every reported iteration
     */
    static Spread measure(FreeRun run, List<FreeRun> perturbed) {
        List<Point> points = new ArrayList<>();
        double envelope = Rounding.UNIT;
        int horizon = -1;
        for (int i = 0; i < run.costs().size(); i++) {
            CostPoint point = run.costs().get(i);
            for (FreeRun other : perturbed) {
                double moved = Math.abs(other.costs().get(i).cost() - point.cost()) / Math.abs(point.cost());
                // a NaN means that a run has left the finite numbers: nothing is comparable from there on
                envelope = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(envelope, moved);
            }
            points.add(new Point(point.iteration(), envelope));
            if (envelope < LIMIT) {
                horizon = point.iteration();
            }
        }
        int last = run.costs().get(run.costs().size() - 1).iteration();
        return new Spread(points, horizon, horizon == last);
    }

    /**
     * Holds the costs of two free runs against the spread.
     *
     * @param left costs of one twin
     * @param right costs of the other, at the same iterations
     * @return the rung; inconclusive when nothing is comparable
     */
    Rung compare(List<CostPoint> left, List<CostPoint> right) {
        DifferenceStatistics statistics = new DifferenceStatistics("cost");
        for (int i = 0; i < points.size() && points.get(i).iteration() <= horizon; i++) {
            double a = left.get(i).cost();
            double b = right.get(i).cost();
            double floor = ALLOWANCE * points.get(i).spread() * Math.max(Math.abs(a), Math.abs(b));
            statistics.add(a, b, floor, points.get(i).iteration(), "cost");
        }
        String note = wholeRun
                ? "the whole run is comparable"
                : "comparable up to iteration %,d: beyond it one-ulp changes of the initial weights move the cost by more than %.0e"
                        .formatted(horizon, LIMIT);
        return new Rung(
                RungName.FREE_RUN,
                List.of(statistics.result()),
                "%.0f × the spread of the run under one-ulp changes of its initial weights".formatted(ALLOWANCE),
                note);
    }
}
