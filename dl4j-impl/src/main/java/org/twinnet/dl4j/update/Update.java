package org.twinnet.dl4j.update;

import java.util.Objects;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What becomes of a gradient.
 *
 * @param clip what is done to one that is too large
 * @param descent how the network moves along it
 * @param schedule how the learning rate changes from iteration to iteration
 * @param weightDecay how much weights shrink beside that, α·weightDecay·W, from 0
 */
public record Update(GradientClip clip, Descent descent, RateSchedule schedule, double weightDecay) {

    /**
     * Checks the numbers.
     *
     * @param clip not null
     * @param descent its learning rate finite, above 0
     * @param schedule not null
     * @param weightDecay finite, from 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Update {
        Objects.requireNonNull(clip, "clip");
        Objects.requireNonNull(schedule, "schedule");
        require("Learning rate", descent.learningRate(), descent.learningRate() > 0, "finite numbers above 0");
        require("Weight decay", weightDecay, weightDecay >= 0, "finite numbers from 0");
    }

    private static void require(String name, double value, boolean inRange, String allowed) {
        if (!inRange || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed are " + allowed + ".");
        }
    }

    /**
     * A rule with one learning rate, and nothing else.
     *
     * @param descent how the network moves
     * @return the update
     */
    public static Update of(Descent descent) {
        return new Update(new GradientClip.None(), descent, new RateSchedule.Constant(), 0);
    }

    /**
     * DL4J's updater of the network.
     *
     * @return a new one
     */
    public IUpdater updater() {
        return descent.updater(schedule);
    }

    /**
     * Whether it is α times the gradient, with one α for all iterations.
     *
     * @return true for gradient descent without schedule, decay and limits
     */
    public boolean isPlain() {
        return equals(of(descent)) && descent instanceof Descent.GradientDescent;
    }
}
