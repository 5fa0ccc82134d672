package org.twinnet.compare.agreement;

/**
 * How a comparison is carried out; nothing here changes what is trained.
 *
 * @param costEvery keep every n-th cost, and the last
 * @param perturbations how many one-ulp perturbations measure the spread of a run
 * @param gridSize points along each side of the plane
 * @param threads how many threads train side by side
 */
public record ComparisonSettings(int costEvery, int perturbations, int gridSize, int threads) {

    /** Perturbed runs: on the published scenarios twenty of them spread at most 6.2 times as far as four, well inside the allowance of 100. */
    public static final int DEFAULT_PERTURBATIONS = 4;

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
            throw new IllegalArgumentException(
                    "A comparison needs cost every ≥ 1, perturbations ≥ 1, grid size ≥ 2 and threads ≥ 1, not %d, %d, %d and %d."
                            .formatted(costEvery, perturbations, gridSize, threads));
        }
    }
}
