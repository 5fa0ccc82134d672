package org.twinnet.compare.agreement.floor;

/** Examples as the theory takes them, one column each. */
final class Examples {

    private Examples() {}

    /**
     * Turns examples as rows into features × m.
     *
     * @param featureRows one row an example, at least one
     * @return one column an example
     */
    static double[][] columns(double[][] featureRows) {
        double[][] X = new double[featureRows[0].length][featureRows.length];
        for (int k = 0; k < X.length; k++) {
            for (int j = 0; j < featureRows.length; j++) {
                X[k][j] = featureRows[j][k];
            }
        }
        return X;
    }
}
