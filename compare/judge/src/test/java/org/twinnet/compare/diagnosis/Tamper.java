package org.twinnet.compare.diagnosis;

import org.twinnet.compare.trace.Quantity;

/** Changes numbers of a training where they arise, before anything is made of them. */
interface Tamper {

    /** It changes nothing. */
    Tamper NONE = (quantity, layer, iteration, values, now) -> {};

    /** What the training holds at the moment. */
    @FunctionalInterface
    interface Now {

        /** The latest numbers of a quantity; of W and b, those before the update. */
        double[][] of(Quantity quantity, int layer);
    }

    /**
     * Changes numbers in place: Z, A before it is dropped, dA, dZ, dW, db, the state of the optimizer behind a step,
     * and W and b behind it, under the next iteration.
     */
    void change(Quantity quantity, int layer, int iteration, double[][] values, Now now);

    /** The cost in place of the right one. */
    default double cost(int iteration, double right) {
        return right;
    }
}
