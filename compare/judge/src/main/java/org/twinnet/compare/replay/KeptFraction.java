package org.twinnet.compare.replay;

/** How far the fraction of units that a mask keeps is from its keep probability. */
public final class KeptFraction {

    private KeptFraction() {}

    /**
     * KL(f‖p) = f·ln(f/p) + (1 − f)·ln((1 − f)/(1 − p)): chance goes as far in n entries with a probability of at most
     * 2·e^(−n·KL).
     *
     * @param fraction f, from 0 to 1
     * @param probability p, above 0 and at most 1
     * @return the information in nats, at least 0; infinite where p is 1 and f is not
     */
    public static double information(double fraction, double probability) {
        return part(fraction, probability) + part(1 - fraction, 1 - probability);
    }

    private static double part(double f, double p) {
        return f == 0 ? 0 : f * Math.log(f / p);
    }
}
