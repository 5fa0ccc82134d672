package org.twinnet.compare.bench.search;

import java.util.Collections;
import java.util.List;
import org.twinnet.compare.tuning.space.Dimension;

/**
 * Ten standard test functions of global optimization, of two and three variables. Domains that are usually symmetric
 * about the minimum are shifted: a search that prefers the centre would find it by luck.
 */
final class StandardFunctions {

    private static final double[] HARTMANN_ALPHA = {1, 1.2, 3, 3.2};
    private static final double[][] HARTMANN_A = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
    private static final double[][] HARTMANN_P = {
        {0.3689, 0.1170, 0.2673}, {0.4699, 0.4387, 0.7470}, {0.1091, 0.8732, 0.5547}, {0.0381, 0.5743, 0.8828}
    };

    private StandardFunctions() {}

    /** All of them. */
    static List<TestFunction> all() {
        return List.of(
                new TestFunction(
                        "Branin", 0.397887357729738, List.of(range(-5, 10), range(0, 15)), StandardFunctions::branin),
                new TestFunction(
                        "Six-hump camel",
                        -1.031628453489877,
                        List.of(range(-3, 3), range(-2, 2)),
                        StandardFunctions::sixHumpCamel),
                new TestFunction(
                        "Goldstein-Price, log10",
                        Math.log10(3),
                        List.of(range(-2, 2), range(-2, 2)),
                        StandardFunctions::goldsteinPrice),
                new TestFunction("Rosenbrock", 0, cube(-5, 10), StandardFunctions::rosenbrock),
                new TestFunction("Ackley", 0, cube(-15, 30), StandardFunctions::ackley),
                new TestFunction("Rastrigin", 0, cube(-2.56, 5.12), StandardFunctions::rastrigin),
                new TestFunction("Griewank", 0, cube(-300, 600), StandardFunctions::griewank),
                new TestFunction("Levy", 0, cube(-10, 10), StandardFunctions::levy),
                new TestFunction("Hartmann", -3.862779787332660, cube(0, 1), StandardFunctions::hartmann),
                new TestFunction(
                        "Styblinski-Tang", 3 * -39.16616570377142, cube(-5, 5), StandardFunctions::styblinskiTang));
    }

    private static List<Dimension.Range> cube(double from, double to) {
        return Collections.nCopies(3, range(from, to));
    }

    private static Dimension.Range range(double from, double to) {
        return new Dimension.Range(from, to, false);
    }

    /** Three equal minima. (y − 5.1/(4π²)·x² + 5/π·x − 6)² + 10·(1 − 1/(8π))·cos x + 10 */
    private static double branin(double[] x) {
        double square = x[1] - 5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0] + 5 / Math.PI * x[0] - 6;
        return square * square + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x[0]) + 10;
    }

    /** Two equal minima of six. (4 − 2.1·x² + x⁴/3)·x² + x·y + (−4 + 4·y²)·y² */
    private static double sixHumpCamel(double[] x) {
        double a = x[0] * x[0];
        double b = x[1] * x[1];
        return (4 - 2.1 * a + a * a / 3) * a + x[0] * x[1] + (-4 + 4 * b) * b;
    }

    /**
     * Values from 3 to a million, so their logarithm is taken. log₁₀ of (1 + (x + y + 1)²·(19 − 14x + 3x² − 14y + 6xy +
     * 3y²)) · (30 + (2x − 3y)²·(18 − 32x + 12x² + 48y − 36xy + 27y²))
     */
    private static double goldsteinPrice(double[] x) {
        double a = x[0];
        double b = x[1];
        double first = 1 + Math.pow(a + b + 1, 2) * (19 - 14 * a + 3 * a * a - 14 * b + 6 * a * b + 3 * b * b);
        double second = 30 + Math.pow(2 * a - 3 * b, 2) * (18 - 32 * a + 12 * a * a + 48 * b - 36 * a * b + 27 * b * b);
        return Math.log10(first * second);
    }

    /** A curved valley. Σ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² */
    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            sum += 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2);
        }
        return sum;
    }

    /** A funnel with ripples. −20·exp(−0.2·√(Σxᵢ²/d)) − exp(Σcos(2πxᵢ)/d) + 20 + e */
    private static double ackley(double[] x) {
        double squares = 0;
        double cosines = 0;
        for (double xi : x) {
            squares += xi * xi;
            cosines += Math.cos(2 * Math.PI * xi);
        }
        return -20 * Math.exp(-0.2 * Math.sqrt(squares / x.length)) - Math.exp(cosines / x.length) + 20 + Math.E;
    }

    /** A bowl with hundreds of minima. 10·d + Σ xᵢ² − 10·cos(2πxᵢ) */
    private static double rastrigin(double[] x) {
        double sum = 10 * x.length;
        for (double xi : x) {
            sum += xi * xi - 10 * Math.cos(2 * Math.PI * xi);
        }
        return sum;
    }

    /** A wide bowl with small ripples. Σxᵢ²/4000 − Πcos(xᵢ/√i) + 1 */
    private static double griewank(double[] x) {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] / 4000;
            product *= Math.cos(x[i] / Math.sqrt(i + 1.0));
        }
        return sum - product + 1;
    }

    /** Waves. w = 1 + (x − 1)/4; sin²(πw₁) + Σ (wᵢ − 1)²·(1 + 10·sin²(πwᵢ + 1)) + (w_d − 1)²·(1 + sin²(2πw_d)) */
    private static double levy(double[] x) {
        int last = x.length - 1;
        double sum = square(Math.sin(Math.PI * w(x[0])));
        for (int i = 0; i < last; i++) {
            sum += square(w(x[i]) - 1) * (1 + 10 * square(Math.sin(Math.PI * w(x[i]) + 1)));
        }
        return sum + square(w(x[last]) - 1) * (1 + square(Math.sin(2 * Math.PI * w(x[last]))));
    }

    private static double w(double x) {
        return 1 + (x - 1) / 4;
    }

    /** Four wells of different depth. −Σ αᵢ·exp(−Σ Aᵢⱼ·(xⱼ − Pᵢⱼ)²) */
    private static double hartmann(double[] x) {
        double sum = 0;
        for (int i = 0; i < HARTMANN_ALPHA.length; i++) {
            double exponent = 0;
            for (int j = 0; j < x.length; j++) {
                exponent += HARTMANN_A[i][j] * square(x[j] - HARTMANN_P[i][j]);
            }
            sum -= HARTMANN_ALPHA[i] * Math.exp(-exponent);
        }
        return sum;
    }

    /** Eight wells, of which one is the deepest. ½·Σ xᵢ⁴ − 16·xᵢ² + 5·xᵢ */
    private static double styblinskiTang(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += (Math.pow(xi, 4) - 16 * xi * xi + 5 * xi) / 2;
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
