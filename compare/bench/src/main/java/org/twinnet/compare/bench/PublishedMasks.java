package org.twinnet.compare.bench;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The published masks for DL4J: the same in every iteration, so DL4J asks once, as the hand-written loop draws once.
 */
final class PublishedMasks implements MaskSource {

    private final List<Matrix> masks;

    PublishedMasks(Experiment experiment, int m) {
        masks = ScratchModels.masks(experiment, m).of(0);
    }

    @Override
    public void mask(int iteration, int layer, double[] target) {
        masks.get(layer - 1).writeTo(target, 0);
    }

    @Override
    public boolean fixed() {
        return true;
    }
}
