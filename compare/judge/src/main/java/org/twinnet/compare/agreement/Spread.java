package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.theory.Rounding;

/**
 * How far the cost of a run moves when its weights move by one unit in the last place at every step: the yardstick of
 * free-running agreement.
 *
 * <p>Training is an iterated map. Where it is chaotic, the smallest change grows until two correct programs share
 * nothing; a difference between the twins then says nothing either. The spread is measured by running one twin again
 * with perturbed weights and features and its sums in another order; it is made monotone in the iteration, because runs
 * that have parted only seem to meet again. It is at least u, the resolution of a relative difference.
 *
 * @param points the spread at each reported iteration
 * @param horizon last iteration up to which free runs are compared
 * @param wholeRun whether that is the last iteration of the run
 */
public record Spread(List<Point> points, int horizon, boolean wholeRun) {

    /**
     * Spread above which free runs are no longer compared. The limit that a cost is held to is {@link #ALLOWANCE} times
     * the spread; at 1e-9 it is 1e-7, about where a real but small mistake, such as a clipped logarithm, would begin to
     * hide in it.
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
     * Measures the spread. What rounding of the cost alone explains may widen the spread of its own iteration, but ends
     * nothing: the runs need not have parted for that.
     *
     * @param run the run itself
     * @param perturbed the same run from perturbed weights, at least one
     * @param floors floors of the run's costs, one a reported iteration
     * @return spread at every reported iteration; the first one is always comparable, because all runs start from given
     *     numbers
     */
    static Spread measure(FreeRun run, List<FreeRun> perturbed, List<CostFloor> floors) {
        List<Point> points = new ArrayList<>();
        double envelope = Rounding.FLOAT64.u();
        int horizon = -1;
        for (int i = 0; i < run.costs().size(); i++) {
            CostPoint point = run.costs().get(i);
            double here = envelope;
            for (FreeRun other : perturbed) {
                Movement movement = Movement.of(point, other.costs().get(i), floors.get(i));
                here = Math.max(here, movement.relative());
                if (!movement.isExplained() || movement.relative() < LIMIT) {
                    envelope = Math.max(envelope, movement.relative());
                }
            }
            points.add(new Point(point.iteration(), here));
            if (envelope < LIMIT || point.iteration() == 0) {
                horizon = point.iteration();
            }
        }
        int last = run.costs().get(run.costs().size() - 1).iteration();
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

        static Movement of(CostPoint own, CostPoint moved, CostFloor floor) {
            boolean reported =
                    Double.isFinite(floor.reported()) && Double.isFinite(own.cost()) && Double.isFinite(moved.cost());
            double a = reported ? own.cost() : own.logitCost();
            double b = reported ? moved.cost() : moved.logitCost();
            double distance = a == b ? 0 : Math.abs(a - b);
            // a NaN means that a run has left the range of doubles: nothing is comparable from there on
            double relative = distance == 0 ? 0 : distance / Math.abs(a);
            return new Movement(
                    Double.isFinite(a) && Double.isFinite(b) ? relative : Double.POSITIVE_INFINITY,
                    distance <= (reported ? floor.reported() : floor.fromLogit()));
        }
    }

    /**
     * How far the free runs are comparable.
     *
     * @param divergence how both trainings diverge
     * @return a note for the rung
     */
    Phrase note(Optional<Divergence> divergence) {
        if (wholeRun) {
            return Said.COMPARABLE_WHOLE.of();
        }
        Optional<Integer> left = divergence
                .filter(it -> it.kind() == Divergence.Kind.LEFT_DOUBLES)
                .map(Divergence::iteration);
        return left.isPresent() ? Said.COMPARABLE_LEFT.of(horizon, left.get()) : Said.COMPARABLE_TO.of(horizon, LIMIT);
    }
}
