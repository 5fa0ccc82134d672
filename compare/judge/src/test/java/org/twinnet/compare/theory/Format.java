package org.twinnet.compare.theory;

import java.util.SplittableRandom;

/**
 * Programs that compute in a format, for tests of bounds: each operation is done in double precision and rounded once,
 * which for +, −, ·, ÷ and √ in single precision is the same as to do it there.
 */
public enum Format {
    /** Double precision. */
    FLOAT64(Rounding.FLOAT64) {
        @Override
        public double round(double x) {
            return x;
        }
    },
    /** Single precision. */
    FLOAT32(Rounding.FLOAT32) {
        @Override
        public double round(double x) {
            return (float) x;
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers
    private final Rounding rounding;

    Format(Rounding rounding) {
        this.rounding = rounding;
    }

    /** The format's rounding. */
    public Rounding rounding() {
        return rounding;
    }

    /** The nearest number of the format. */
    public abstract double round(double x);

    /** A number of the format at any scale: near 1 mostly, now and then tiny, huge or 0. */
    public double any(SplittableRandom random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> round(sign * Math.pow(10, -37 + 30 * random.nextDouble()));
            case 2 -> round(sign * Math.pow(10, 3 + 10 * random.nextDouble()));
            case 3 -> round(sign * 30 * random.nextDouble());
            default -> round(sign * 3 * random.nextDouble());
        };
    }

    /** A bound of the error of a number: mostly some roundings, now and then 0, or as large as the number itself. */
    public double anyError(double x, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Math.abs(x) * random.nextDouble();
            default -> Math.abs(x) * rounding.u() * 100 * random.nextDouble();
        };
    }

    /** A number of the format no farther from the exact one than the error; the exact one itself where that is 0. */
    public double near(double exact, double error, SplittableRandom random) {
        if (error == 0) {
            return exact;
        }
        for (int tries = 0; tries < 20; tries++) {
            double x = round(exact + error * (2 * random.nextDouble() - 1));
            if (Math.abs(x - exact) <= error) {
                return x;
            }
        }
        return exact;
    }
}
