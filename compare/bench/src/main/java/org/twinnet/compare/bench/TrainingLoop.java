package org.twinnet.compare.bench;

/** A network in training. */
@FunctionalInterface
interface TrainingLoop {

    /**
     * Trains on.
     *
     * @param iterations so many iterations more
     */
    void run(int iterations);
}
