package org.twinnet.compare.agreement;

import java.util.Arrays;
import java.util.Locale;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.witness.Expense;

/**
 * How a comparison is carried out; nothing here changes what is trained.
 *
 * @param costEvery keep every n-th cost, and the last
 * @param perturbations how many one-ulp perturbations measure the spread of a run
 * @param gridSize points along each side of the plane
 * @param threads how many threads train side by side
 */
public record ComparisonSettings(int costEvery, int perturbations, int gridSize, int threads) {

    /**
     * Perturbed runs: on the published scenarios twenty of them spread at most 6.2 times as far as four, well inside
     * the allowance of 100.
     */
    public static final int DEFAULT_PERTURBATIONS = 4;

    /** From one kept cost to the next: divisors of the notebook's 10,000, so that the costs it publishes are kept. */
    private static final int[] STEPS = {100, 200, 500, 1000, 2000, 5000, 10_000};

    private static final int MOST_COSTS = 3000;

    /** Points along each side of the plane unless the network is large. */
    private static final int GRID_SIZE = 400;

    /**
     * Passes over the plane: each twin is asked for its rung and for its contour, and the error analysis takes four.
     */
    private static final int PASSES = 8;

    /**
     * The points along each side of the plane that decide about the boundary.
     *
     * @param experiment what is trained
     * @return 400, or fewer where asking a large network at 160,000 points would take longer than the rest
     */
    public static int gridSize(Experiment experiment) {
        return Expense.of(experiment, 1).times(PASSES).side(GRID_SIZE);
    }

    /**
     * Checks the numbers.
     *
     * @param costEvery keep every n-th cost
     * @param perturbations perturbations that measure the spread
     * @param gridSize points along each side of the plane
     * @param threads threads that train side by side
     * @throws IllegalArgumentException if one is below 1, or the grid below 2
     */
    public ComparisonSettings {
        if (costEvery < 1 || perturbations < 1 || gridSize < 2 || threads < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A comparison needs cost every ≥ 1, perturbations ≥ 1, grid size ≥ 2 and threads ≥ 1, "
                            + "not %d, %d, %d and %d.",
                    costEvery,
                    perturbations,
                    gridSize,
                    threads));
        }
    }

    /**
     * Every how many costs one is kept where nobody says it: the first of 100, 200, 500, 1000, 2000, 5000 and 10,000
     * that keeps at most 3,000 costs and the last, so that a report of a long run stays a few megabytes.
     *
     * @param iterations length of a run
     * @return 100 up to 300,000 iterations; 10,000 above 15 million, whatever number of costs that is
     */
    public static int defaultCostEvery(int iterations) {
        return Arrays.stream(STEPS)
                .filter(step -> iterations / step <= MOST_COSTS)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
    }
}
