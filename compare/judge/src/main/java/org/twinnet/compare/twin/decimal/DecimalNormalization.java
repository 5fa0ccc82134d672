package org.twinnet.compare.twin.decimal;

import org.hipparchus.dfp.Dfp;

/**
 * Batch normalization of one unit in decimal arithmetic, after the paper's algorithm 1 and the chain rule as it stands
 * in its §3: through Ẑ, σ² and μ one after the other.
 *
 * @param epsilon ε
 */
record DecimalNormalization(Dfp epsilon) {

    /**
     * What a forward pass leaves behind.
     *
     * @param centred z − μ of each example
     * @param deviation √(σ² + ε)
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Unit(Dfp[] centred, Dfp deviation) {

        Dfp normalized(int example) {
            return centred[example].divide(deviation);
        }
    }

    /**
     * What goes back.
     *
     * @param dZ one an example
     * @param gamma Σ dN·ẑ
     * @param beta Σ dN
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Gradient(Dfp[] dZ, Dfp gamma, Dfp beta) {}

    Unit measure(Dfp[] z) {
        Dfp m = epsilon.newInstance(z.length);
        Dfp mean = epsilon.getZero();
        for (Dfp one : z) {
            mean = mean.add(one.divide(m));
        }
        Dfp[] centred = new Dfp[z.length];
        Dfp variance = epsilon.getZero();
        for (int j = 0; j < z.length; j++) {
            centred[j] = z[j].subtract(mean);
            variance = variance.add(centred[j].multiply(centred[j]).divide(m));
        }
        return new Unit(centred, variance.add(epsilon).sqrt());
    }

    Gradient backward(Unit unit, Dfp gamma, Dfp[] dN) {
        Dfp zero = epsilon.getZero();
        Dfp m = epsilon.newInstance(dN.length);
        Dfp dGamma = zero;
        Dfp dBeta = zero;
        Dfp dVariance = zero;
        Dfp dMean = zero;
        Dfp cube = unit.deviation().multiply(unit.deviation()).multiply(unit.deviation());
        for (int j = 0; j < dN.length; j++) {
            Dfp dX = dN[j].multiply(gamma);
            dGamma = dGamma.add(dN[j].multiply(unit.normalized(j)));
            dBeta = dBeta.add(dN[j]);
            dVariance = dVariance.subtract(dX.multiply(unit.centred()[j]).divide(cube.add(cube)));
            dMean = dMean.subtract(dX.divide(unit.deviation()));
        }
        Dfp[] dZ = new Dfp[dN.length];
        for (int j = 0; j < dN.length; j++) {
            Dfp twice = unit.centred()[j].add(unit.centred()[j]);
            dZ[j] = dN[j].multiply(gamma)
                    .divide(unit.deviation())
                    .add(dVariance.multiply(twice).divide(m))
                    .add(dMean.divide(m));
        }
        return new Gradient(dZ, dGamma, dBeta);
    }
}
