package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/**
 * The costs of two runs, each on its own, held against what explains a difference in that very run: the floor of the
 * cost itself, and {@link Spread#ALLOWANCE} times the spread. Where a reported cost is not determined, because an
 * output has rounded to the wrong label, both costs from the logit are compared in its place.
 *
 * @param points every reported iteration
 */
public record FreeRunCosts(List<Point> points) {

    /** Name of the quantity that is compared where the reported cost is not determined. */
    static final Phrase FROM_LOGIT = Said.COST_FROM_LOGIT.of();

    private static final Phrase COST = Said.COST.of();

    /**
     * One reported iteration.
     *
     * @param iteration iteration, from 0
     * @param difference relative difference of the costs that were compared; NaN where one is not finite
     * @param limit what the rung allows, relative to the larger cost; NaN where there is no limit
     * @param fromLogit whether the costs from the logit were compared
     */
    public record Point(int iteration, double difference, double limit, boolean fromLogit) {}

    /**
     * Copies the list.
     *
     * @param points every reported iteration
     */
    public FreeRunCosts {
        points = List.copyOf(points);
    }

    /** What one iteration compares: two numbers and the largest difference that is explained. */
    private record Pair(double left, double right, double floor, boolean fromLogit) {

        static Pair of(CostPoint left, CostPoint right, CostFloor floor, double spread) {
            if (DifferenceStatistics.isDetermined(left.cost(), right.cost(), floor.reported())) {
                return new Pair(
                        left.cost(), right.cost(), limit(left.cost(), right.cost(), floor.reported(), spread), false);
            }
            double a = left.logitCost();
            double b = right.logitCost();
            return new Pair(a, b, limit(a, b, floor.fromLogit(), spread), true);
        }

        private static double limit(double a, double b, double floor, double spread) {
            // both runs start from the same bits: the first cost has no spread, and 0·∞ would be no limit
            return spread == 0 ? floor : floor + Spread.ALLOWANCE * spread * Math.max(Math.abs(a), Math.abs(b));
        }

        Point at(int iteration) {
            double scale = Math.max(Math.abs(left), Math.abs(right));
            double difference = left == right ? 0 : Math.abs(left - right) / scale;
            return new Point(
                    iteration,
                    Double.isFinite(left) && Double.isFinite(right) ? difference : Double.NaN,
                    floor == 0 ? 0 : floor / scale,
                    fromLogit);
        }
    }

    /**
     * Pairs the costs of two runs.
     *
     * @param left costs of one run
     * @param right costs of the other, at the same iterations
     * @param floors floors of these costs, likewise
     * @param spread the run's sensitivity, likewise
     * @return one point an iteration
     */
    static FreeRunCosts of(List<CostPoint> left, List<CostPoint> right, List<CostFloor> floors, Spread spread) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            points.add(pair(left, right, floors, spread, i).at(left.get(i).iteration()));
        }
        return new FreeRunCosts(points);
    }

    private static Pair pair(
            List<CostPoint> left, List<CostPoint> right, List<CostFloor> floors, Spread spread, int i) {
        boolean first = left.get(i).iteration() == 0;
        return Pair.of(
                left.get(i),
                right.get(i),
                floors.get(i),
                first ? 0 : spread.points().get(i).spread());
    }

    /**
     * The rung.
     *
     * @param left costs of one run
     * @param right costs of the other, at the same iterations
     * @param floors floors of these costs, likewise
     * @param spread the run's sensitivity, likewise
     * @param note how far the runs are comparable
     * @return the costs up to the horizon
     */
    static Rung rung(List<CostPoint> left, List<CostPoint> right, List<CostFloor> floors, Spread spread, Phrase note) {
        DifferenceStatistics reported = new DifferenceStatistics(COST);
        DifferenceStatistics logit = new DifferenceStatistics(FROM_LOGIT);
        boolean fromLogit = false;
        for (int i = 0; i < left.size() && left.get(i).iteration() <= spread.horizon(); i++) {
            int iteration = left.get(i).iteration();
            Pair pair = pair(left, right, floors, spread, i);
            if (pair.fromLogit()) {
                fromLogit = true;
                double undetermined = Double.POSITIVE_INFINITY;
                reported.add(left.get(i).cost(), right.get(i).cost(), undetermined, iteration, COST);
            }
            (pair.fromLogit() ? logit : reported)
                    .add(pair.left(), pair.right(), pair.floor(), iteration, pair.fromLogit() ? FROM_LOGIT : COST);
        }
        return new Rung(
                RungName.FREE_RUN,
                fromLogit ? List.of(reported.result(), logit.result()) : List.of(reported.result()),
                Said.FLOOR_FREE_RUN.of(Spread.ALLOWANCE),
                note);
    }

    /**
     * The largest relative difference up to an iteration.
     *
     * @param lastIteration compare up to this iteration
     * @return NaN if a cost is not finite, even from the logit
     */
    public double largestDifference(int lastIteration) {
        double largest = 0;
        for (Point point : points) {
            if (point.iteration() <= lastIteration) {
                largest = Double.isNaN(point.difference()) ? Double.NaN : Math.max(largest, point.difference());
            }
        }
        return largest;
    }
}
