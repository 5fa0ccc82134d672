package org.twinnet.compare.theory.clipping;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The gradient of each layer is shortened to the limit where it is longer; its error is that of {@link NormTheory} over
 * the tensors of the layer.
 *
 * @param limit the largest norm
 * @param afterPenalty whether the penalty's gradient is part of what is clipped
 */
public record NormPerLayerTheory(double limit, boolean afterPenalty) implements ClippingTheory {

    @Override
    public String formula() {
        return "dV = dV·limit/‖dVˡ‖ where the norm over layer l is larger";
    }

    @Override
    public void clip(List<List<Bounded>> layers, Rounding rounding) {
        for (List<Bounded> tensors : layers) {
            NormTheory.shorten(tensors, limit, rounding);
        }
    }
}
