package org.twinnet.compare.experiment;

/**
 * What regularization adds to the loss: λ/(2m)·ΣW² over the weights of all layers, m training examples.
 *
 * @param l2 the notebook's λ, 0 for none
 */
public record Penalty(@Allowed(from = 0) @Default("0.0") double l2) {

    /** No penalty. */
    public static final Penalty NONE = new Penalty(0);

    /**
     * Checks the strength.
     *
     * @param l2 the notebook's λ
     * @throws SettingException if it is below 0 or not finite
     */
    public Penalty {
        Components.check(Penalty.class, l2);
    }

    /**
     * The L2 penalty.
     *
     * @param lambda the notebook's λ
     * @return λ/(2m)·ΣW²
     * @throws SettingException if λ is below 0 or not finite
     */
    public static Penalty l2(double lambda) {
        return new Penalty(lambda);
    }
}
