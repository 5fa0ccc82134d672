package org.twinnet.compare.experiment;

/** Where the first weights come from; biases begin at 0. */
public sealed interface Initialization extends Choice {

    /** The largest seed that NumPy takes, 2³² − 1. */
    long LARGEST_SEED = 0xFFFF_FFFFL;

    /**
     * The seed of NumPy's {@code RandomState}.
     *
     * @return 0 to 2³² − 1
     */
    long seed();

    /**
     * The notebook's: NumPy's {@code randn(units, inputs)} divided by √inputs, layer after layer.
     *
     * @param seed seed of NumPy's {@code RandomState}
     */
    record ScaledGaussian(
            @Allowed(from = 0, to = LARGEST_SEED) @Default("3")
            long seed) implements Initialization {

        /**
         * Checks the seed.
         *
         * @param seed seed of NumPy's {@code RandomState}
         * @throws SettingException if it is not 0 to 2³² − 1
         */
        public ScaledGaussian {
            Components.check(ScaledGaussian.class, seed);
        }
    }
}
