package org.twinnet.compare.move.guide;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;

/**
 * What a line costs that is overlooked, as DL4J trains with it. The line that mends it trains what the original's
 * formula says, and the line itself what the guide says that DL4J does.
 *
 * @param right the original by hand
 * @param slip DL4J with the line overlooked
 */
record Cost(Trained right, Trained slip) {

    /** Iterations that show that a line is right; what it costs where it is not, all of them show. */
    private static final int ENOUGH = 200;

    /** Measures both lines, and holds each to its formula. */
    static Cost measured(Experiment right, Ported mended, Experiment formula, Ported overlooked) {
        Split split = mended.split();
        Trained byHand = Trained.of(ScratchTwin.factory(), right, split);
        Experiment some = right.iterations(Math.min(right.iterations(), ENOUGH));
        Trained.of(ScratchTwin.factory(), some, split)
                .requireAlike(mended.iterations(some.iterations()).trained(), "mended " + right);
        Trained slip = Trained.of(ScratchTwin.factory(), formula, split)
                .requireAlike(overlooked.trained(), "overlooked " + formula);
        return new Cost(byHand, slip);
    }

    /** In test examples and parameters. */
    static String of(Experiment right, Ported mended, Experiment formula, Ported overlooked) {
        Cost cost = measured(right, mended, formula, overlooked);
        return cost.right().beside(cost.slip());
    }
}
