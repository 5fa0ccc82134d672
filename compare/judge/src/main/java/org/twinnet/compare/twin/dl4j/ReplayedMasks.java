package org.twinnet.compare.twin.dl4j;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;

/** The hand-written network's masks, handed to DL4J as numbers. */
public final class ReplayedMasks implements MaskSource {

    private final DropoutMasks masks;
    private final boolean fixed;

    ReplayedMasks(Experiment experiment, int m) {
        this(ScratchModels.masks(experiment, m), isFixed(experiment, m));
    }

    /** Published masks are the same in every iteration whose batch is of the same size. */
    private static boolean isFixed(Experiment experiment, int m) {
        return experiment.masks().kind() == MaskKind.PUBLISHED
                && new ReplayedBatches(experiment, m).sizes().length == 1;
    }

    ReplayedMasks(DropoutMasks masks, boolean fixed) {
        this.masks = masks;
        this.fixed = fixed;
    }

    /**
     * The experiment's masks for DL4J to replay.
     *
     * @param experiment what is trained
     * @param m number of training examples
     * @return none without dropout
     */
    public static DropoutChoice of(Experiment experiment, int m) {
        return experiment.hasDropout()
                ? DropoutChoice.replayed(new ReplayedMasks(experiment, m))
                : DropoutChoice.none();
    }

    @Override
    public void mask(int iteration, int layer, double[] target) {
        List<MaskedLayer> layers = masks.layers();
        int at = 0;
        while (layers.get(at).layer() != layer) {
            at++;
        }
        masks.of(iteration).get(at).writeTo(target, 0);
    }

    @Override
    public boolean fixed() {
        return fixed;
    }
}
