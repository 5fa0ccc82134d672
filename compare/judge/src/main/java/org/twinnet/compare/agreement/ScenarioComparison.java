package org.twinnet.compare.agreement;

import java.util.Optional;
import org.twinnet.compare.boundary.BoundaryComparison;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.ladder.Ladder;
import org.twinnet.compare.ladder.Status;

/**
 * The whole comparison of one experiment.
 *
 * @param experiment what was trained
 * @param ladder every rung
 * @param scratch the hand-written network's free run
 * @param dl4j DL4J's free run
 * @param costs the costs of both free runs, held against each other
 * @param divergence how both trainings diverge; empty where they don't
 * @param spread how far one-ulp changes move the run, and up to where free runs are compared
 * @param plane where boundaries are looked at, the same in all scenarios
 * @param boundary decision boundaries of the two free runs; empty where there are no classes to divide
 * @param clip what the stock loss would have cost at the end of the run
 */
public record ScenarioComparison(
        Experiment experiment,
        Ladder ladder,
        TwinRun scratch,
        TwinRun dl4j,
        FreeRunCosts costs,
        Optional<Divergence> divergence,
        Spread spread,
        Plane plane,
        Optional<BoundaryComparison> boundary,
        ClipCost clip) {

    /**
     * The verdict of the ladder.
     *
     * @return agree, disagree or inconclusive
     */
    public Status verdict() {
        return ladder.verdict();
    }
}
