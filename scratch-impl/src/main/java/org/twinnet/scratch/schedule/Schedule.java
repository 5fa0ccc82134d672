package org.twinnet.scratch.schedule;

/** The learning rate of every iteration. */
public sealed interface Schedule permits Constant, Step, Exponential, Inverse {

    /**
     * The same learning rate throughout.
     *
     * @param learningRate α
     * @return the schedule
     * @throws IllegalArgumentException if it is not a finite number above 0
     */
    static Schedule constant(double learningRate) {
        return new Constant(learningRate);
    }

    /**
     * The learning rate of an iteration.
     *
     * @param t the iteration, from 1
     * @return αₜ, above 0 as long as it is in the range of doubles
     */
    double at(int t);
}
