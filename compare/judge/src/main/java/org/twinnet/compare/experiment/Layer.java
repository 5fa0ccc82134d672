package org.twinnet.compare.experiment;

/**
 * One layer after the inputs: Z = W·A + b, then the activation, then dropout in training.
 *
 * @param units number of units
 * @param activation what turns Z into A
 * @param keepProb probability to keep a unit in training, 1 for no dropout
 */
public record Layer(
        @Allowed(from = 1, to = 100_000) int units,
        Activation activation,
        @Allowed(above = 0, to = 1) @Default("1.0") double keepProb) {

    /**
     * Checks the numbers.
     *
     * @param units number of units
     * @param activation what turns Z into A
     * @param keepProb probability to keep a unit
     * @throws SettingException if there is no unit, or the probability is not above 0 and at most 1
     */
    public Layer {
        Components.check(Layer.class, units, activation, keepProb);
    }
}
