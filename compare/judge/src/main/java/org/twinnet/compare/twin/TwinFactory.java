package org.twinnet.compare.twin;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.data.Dataset;

/** Makes a twin at iteration 0, with the experiment's initial parameters. */
@FunctionalInterface
public interface TwinFactory {

    /**
     * Makes a twin on the thread that will use it.
     *
     * @param experiment what to train
     * @param training the training examples
     * @return a new twin, to be closed by the caller
     */
    Twin create(Experiment experiment, Dataset training);

    /**
     * Makes a twin that computes the same numbers but for rounding: with its sums in another order, where the twin can
     * do that.
     *
     * @param experiment what to train
     * @param training the training examples
     * @param order selects the order
     * @return a new twin, to be closed by the caller; its parameters are in the usual order
     */
    default Twin createReordered(Experiment experiment, Dataset training, long order) {
        return create(experiment, training);
    }
}
