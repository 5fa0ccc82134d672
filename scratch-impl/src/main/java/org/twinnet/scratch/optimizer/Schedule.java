package org.twinnet.scratch.optimizer;

/** The learning rate of every iteration. */
public sealed interface Schedule permits Schedule.Constant {

    /**
     * The learning rate of an iteration.
     *
     * @param t the iteration, from 1
     * @return α, above 0
     */
    double at(int t);

    /**
     * The same learning rate throughout.
     *
     * @param learningRate α, above 0
     */
    record Constant(double learningRate) implements Schedule {

        /**
         * Checks the learning rate.
         *
         * @param learningRate α, above 0
         * @throws IllegalArgumentException if it is not a finite number above 0
         */
        public Constant {
            if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
                throw new IllegalArgumentException(
                        "Training needs a finite learning rate above 0, not " + learningRate + ".");
            }
        }

        @Override
        public double at(int t) {
            return learningRate;
        }
    }
}
