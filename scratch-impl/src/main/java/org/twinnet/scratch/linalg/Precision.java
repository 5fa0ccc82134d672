package org.twinnet.scratch.linalg;

/**
 * What is left of a number when it is stored.
 *
 * <p>Formulas are written in double precision. A network in single precision has every tensor rounded to it as soon as
 * a formula has made it: inputs, what each layer makes of them, losses, gradients, what an optimizer remembers,
 * updates, parameters. Its numbers are those of a program in single precision whose sums inside of a formula are exact.
 *
 * <p>Source: IEEE 754-2019, binary64 and binary32; rounding is to nearest, ties to even.
 */
public enum Precision {
    /** Double precision: everything stays as it is. */
    FLOAT64 {
        @Override
        public double round(double x) {
            return x;
        }

        @Override
        public void round(Matrix X) {
            // what is stored is what was computed
        }

        @Override
        public Matrix rounded(Matrix X) {
            return X;
        }
    },

    /** Single precision: 24 binary digits, from 1.4·10⁻⁴⁵ to 3.4·10³⁸; what is larger becomes infinite. */
    FLOAT32 {
        @Override
        public double round(double x) {
            return (float) x;
        }

        @Override
        public void round(Matrix X) {
            for (int i = 0; i < X.rows(); i++) {
                double[] x = X.row(i);
                for (int j = 0; j < x.length; j++) {
                    x[j] = (float) x[j];
                }
            }
        }

        @Override
        public Matrix rounded(Matrix X) {
            Matrix copy = Matrix.of(X.toArray());
            round(copy);
            return copy;
        }
    };

    /**
     * Rounds a number.
     *
     * @param x any number
     * @return the nearest that can be stored; infinite beyond the largest
     */
    public abstract double round(double x);

    /**
     * Rounds all numbers of a matrix.
     *
     * @param X modified
     */
    public abstract void round(Matrix X);

    /**
     * The nearest matrix that can be stored.
     *
     * @param X not modified
     * @return X itself where nothing is rounded, a rounded copy elsewhere
     */
    public abstract Matrix rounded(Matrix X);
}
