package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** What becomes of a gradient that is too large. */
public sealed interface Clipping extends Choice {

    /** It stays as it is. */
    record None() implements Clipping {}

    /**
     * Every number g of it becomes max(−limit, min(limit, g)).
     *
     * @param limit the largest magnitude
     * @param afterPenalty whether the penalty's gradient is part of what is clipped
     */
    record Value(
            @Allowed(above = 0) @Default("1.0") double limit,
            @Default("false") boolean afterPenalty) implements Clipping {

        /**
         * Checks the limit.
         *
         * @param limit the largest magnitude
         * @param afterPenalty whether the penalty's gradient is part of what is clipped
         * @throws SettingException if the limit is not above 0 and finite
         */
        public Value {
            Components.check(Value.class, limit, afterPenalty);
        }
    }

    /**
     * The gradient of a layer, W, b and those of a normalization together, is scaled by limit/‖g‖ where its norm is
     * larger.
     *
     * @param limit the largest norm
     * @param afterPenalty whether the penalty's gradient is part of what is clipped
     */
    record NormPerLayer(
            @Allowed(above = 0) @Default("1.0") double limit,
            @Default("false") boolean afterPenalty) implements Clipping {

        /**
         * Checks the limit.
         *
         * @param limit the largest norm
         * @param afterPenalty whether the penalty's gradient is part of what is clipped
         * @throws SettingException if the limit is not above 0 and finite
         */
        public NormPerLayer {
            Components.check(NormPerLayer.class, limit, afterPenalty);
        }
    }

    /**
     * The gradient of all layers together is scaled by limit/‖g‖ where its norm is larger.
     *
     * @param limit the largest norm
     * @param afterPenalty whether the penalty's gradient is part of what is clipped
     */
    record Norm(
            @Allowed(above = 0) @Default("1.0") double limit,
            @Default("false") boolean afterPenalty) implements Clipping {

        /**
         * Checks the limit.
         *
         * @param limit the largest norm
         * @param afterPenalty whether the penalty's gradient is part of what is clipped
         * @throws SettingException if the limit is not above 0 and finite
         */
        public Norm {
            Components.check(Norm.class, limit, afterPenalty);
        }
    }
}
