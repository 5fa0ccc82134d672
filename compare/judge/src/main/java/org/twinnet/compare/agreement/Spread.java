package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/**
 * How far the cost of a run moves when its weights move by one unit in the last place at every step: the yardstick of
 * free-running agreement.
 *
 * <p>Training is an iterated map. Where it is chaotic, the smallest change grows until two correct programs share
 * nothing; a difference between the twins then says nothing either. The spread is measured by running one twin again
 * with perturbed weights, features and activations and its sums in another order; it is made monotone in the iteration,
 * because runs that have parted only seem to meet again. It is at least u, the resolution of a relative difference.
 *
 * <p>In single precision rounding is large enough to carry a unit over its kink, which some programs do and others do
 * not. There each twin's run is also held to the same run in double precision: two runs that are near those are near
 * each other, if the twins are the same in double precision.
 *
 * @param points the spread at each reported iteration
 * @param horizon last iteration up to which free runs are compared
 * @param wholeRun whether that is the last iteration of the run
 */
public record Spread(List<Point> points, int horizon, boolean wholeRun) {

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
     * The spread above which free runs are no longer compared. The limit that a cost is held to is {@link #ALLOWANCE}
     * times the spread. In double precision 1e-9 makes it 1e-7, about where a real but small mistake, such as a clipped
     * logarithm, would begin to hide in it. In single precision, where u alone is 6e-8, 1e-5 makes it 1e-3, which hides
     * no mistake of a whole formula.
     *
     * @param precision what the runs compute in
     * @return a relative difference of costs
     */
    public static double limit(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> 1e-9;
            case FLOAT32 -> 1e-5;
        };
    }

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
     * Measures the spread. What rounding of the cost alone explains may widen the spread of its own iteration, but ends
     * nothing: the runs need not have parted for that.
     *
     * @param runs the runs, each with the same run rounded otherwise, at least once in all
     * @param floors floors of the runs' costs, one a reported iteration
     * @param precision what the runs compute in
     * @return spread at every reported iteration; the first one is always comparable, because all runs start from given
     *     numbers
     */
    static Spread measure(List<Rounded> runs, List<CostFloor> floors, Precision precision) {
        List<Point> points = new ArrayList<>();
        double limit = limit(precision);
        double envelope = precision.unitRoundoff();
        int horizon = -1;
        List<CostPoint> reported = runs.get(0).run().costs();
        for (int i = 0; i < reported.size(); i++) {
            int iteration = reported.get(i).iteration();
            double here = envelope;
            for (Rounded one : runs) {
                for (FreeRun other : one.others()) {
                    for (Movement movement :
                            Movement.of(one.run().costs().get(i), other.costs().get(i), floors.get(i))) {
                        here = Math.max(here, movement.relative());
                        if (!movement.isExplained() || movement.relative() < limit) {
                            envelope = Math.max(envelope, movement.relative());
                        }
                    }
                }
            }
            points.add(new Point(iteration, here));
            if (envelope < limit || iteration == 0) {
                horizon = iteration;
            }
        }
        int last = reported.get(reported.size() - 1).iteration();
        return new Spread(points, horizon, horizon == last);
    }

    /**
     * The same spread for runs that cannot be compared from an iteration on, because training has left the range of
     * doubles.
     *
     * @param iteration the first iteration that is not comparable
     * @return a horizon before it, but never before the first iteration
     */
    Spread until(int iteration) {
        int last = points.stream()
                .mapToInt(Point::iteration)
                .filter(reported -> reported == 0 || reported < iteration)
                .max()
                .orElse(-1);
        return new Spread(points, Math.min(horizon, last), false);
    }

    /** How far a perturbed run moves the cost, and whether rounding of the cost alone can do that. */
    private record Movement(double relative, boolean isExplained) {

        /**
         * Of the cost from the logit, and of the reported one where that is finite: where outputs saturate, the latter
         * goes in steps, and shows nothing of what is smaller than one.
         */
        static List<Movement> of(CostPoint own, CostPoint moved, CostFloor floor) {
            Movement fromLogit = of(own.logitCost(), moved.logitCost(), floor.fromLogit());
            boolean reported =
                    Double.isFinite(floor.reported()) && Double.isFinite(own.cost()) && Double.isFinite(moved.cost());
            return reported ? List.of(fromLogit, of(own.cost(), moved.cost(), floor.reported())) : List.of(fromLogit);
        }

        private static Movement of(double a, double b, double floor) {
            double distance = a == b ? 0 : Math.abs(a - b);
            // a NaN means that a run has left the range of doubles: nothing is comparable from there on
            double relative = distance == 0 ? 0 : distance / Math.abs(a);
            return new Movement(
                    Double.isFinite(a) && Double.isFinite(b) ? relative : Double.POSITIVE_INFINITY, distance <= floor);
        }
    }

    /**
     * How far the free runs are comparable.
     *
     * @param divergence how both trainings diverge
     * @param precision what the runs compute in
     * @return a note for the rung
     */
    Phrase note(Optional<Divergence> divergence, Precision precision) {
        if (wholeRun) {
            return Said.COMPARABLE_WHOLE.of();
        }
        Optional<Integer> left = divergence
                .filter(it -> it.kind() == Divergence.Kind.LEFT_DOUBLES)
                .map(Divergence::iteration);
        return left.isPresent()
                ? Said.COMPARABLE_LEFT.of(horizon, left.get())
                : Said.COMPARABLE_TO.of(horizon, limit(precision));
    }
}
