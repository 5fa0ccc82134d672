package org.twinnet.compare.agreement.floor;

/**
 * How far two correct programs can part in the cost of one iteration, from equal parameters.
 *
 * @param reported where one takes the logarithm of the probability and the other works on the logit; infinite where an
 *     output has rounded to the wrong label
 * @param fromLogit where both work on the logit
 */
public record CostFloor(double reported, double fromLogit) {

    /** Both numbers are equal to a bit or wrong. */
    static final CostFloor EXACT = new CostFloor(0, 0);

    /**
     * The floor of one iteration.
     *
     * @param floor the analysis of that iteration
     * @return the floors of its cost
     */
    public static CostFloor of(NoiseFloor floor) {
        return new CostFloor(floor.cost(), floor.logitCost());
    }
}
