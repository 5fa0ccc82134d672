package org.twinnet.scratch.clipping;

import org.twinnet.scratch.layer.Parameters;

/** What becomes of a gradient that is too large. */
public sealed interface Clipping permits Clipping.None, Value, NormPerLayer, Norm {

    /**
     * Nothing.
     *
     * @return what leaves every gradient as it is
     */
    static Clipping none() {
        return new None();
    }

    /**
     * Tells what is clipped.
     *
     * @return true for the gradient of the whole cost, false for that of the loss, to which the penalty's is added then
     */
    boolean afterPenalty();

    /**
     * Clips.
     *
     * @param gradients dV of every parameter V, modified
     */
    void clip(Parameters gradients);

    /** Every gradient stays as it is. */
    record None() implements Clipping {

        @Override
        public boolean afterPenalty() {
            return false;
        }

        @Override
        public void clip(Parameters gradients) {
            // nothing is too large
        }
    }
}
