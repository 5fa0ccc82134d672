package org.twinnet.compare.twin.witness;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;

/**
 * What a piece of work costs, in multiplications of doubles, and what a comparison affords for it beside the training
 * that was asked for.
 *
 * @param multiplications how many, at least 1
 */
public record Expense(double multiplications) {

    /** Afforded for one kind of work: some seconds of one core, busy with other things as well. */
    private static final double AFFORDED = 5e9;

    /** A plane with fewer points along each side shows nothing. */
    private static final int LEAST_SIDE = 20;

    /** Adding, switching and storing one unit of one example takes as long as so many multiplications. */
    private static final int UNIT = 8;

    /** Sigmoid and logarithms of one example take as long as so many multiplications. */
    private static final int OUTPUT = 50;

    /**
     * One pass of examples through a network.
     *
     * @param experiment what is trained
     * @param examples how many examples
     * @return examples × (weights + 8 · units + 50)
     */
    public static Expense of(Experiment experiment, int examples) {
        List<Integer> sizes = experiment.layerSizes();
        double work = OUTPUT;
        for (int l = 1; l < sizes.size(); l++) {
            double inputs = sizes.get(l - 1);
            work += sizes.get(l) * (inputs + UNIT);
        }
        return new Expense(examples * work);
    }

    /**
     * The same work several times.
     *
     * @param times how often
     * @return times × multiplications
     */
    public Expense times(double times) {
        return new Expense(times * multiplications);
    }

    /**
     * How many points along each side of a plane a network can be asked at, when this work is asking at one of them.
     *
     * @param most as many as are wanted
     * @return that many, or fewer of a large network; at least 20
     */
    public int side(int most) {
        return Math.min(most, Math.max(LEAST_SIDE, (int) Math.sqrt(affordable())));
    }

    /**
     * How often this work can be done.
     *
     * @return 0 when once is too much already
     */
    public int affordable() {
        return (int) (AFFORDED / multiplications);
    }
}
