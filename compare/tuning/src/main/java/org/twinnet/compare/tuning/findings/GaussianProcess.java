package org.twinnet.compare.tuning.findings;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Gaussian process regression with a constant mean: losses y at points X are a draw of N(μ·1, σ²·R), R = C + η·I, where
 * C holds the kernel of each pair of points and η is the share of noise. With Cholesky's decomposition of R,
 *
 * <p>μ = 1ᵀR⁻¹y / 1ᵀR⁻¹1, σ² = (y − μ)ᵀR⁻¹(y − μ)/n, prediction at x: μ + c(x)ᵀα, α = R⁻¹(y − μ)
 *
 * <p>ln L = −½·(n·ln σ² + ln|R| + n·(1 + ln 2π)): the logarithm of the likelihood at its largest in μ and σ².
 *
 * <p>Rasmussen &amp; Williams, Gaussian Processes for Machine Learning, 2006, equations 2.25, 2.30 and 2.42; μ and σ²
 * in closed form as in Jones, Schonlau, Welch, Efficient Global Optimization of Expensive Black-Box Functions, 1998,
 * equations 4 to 6.
 */
final class GaussianProcess {

    private final Kernel kernel;
    private final double[][] points;
    private final double mean;
    private final double[] alpha;
    private final double logLikelihood;
    private final DecompositionSolver solver;

    GaussianProcess(Kernel kernel, double noise, double[][] points, double[] losses) {
        this.kernel = kernel;
        this.points = points;
        int n = points.length;
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                r[i][j] = kernel.of(points[i], points[j]);
                r[j][i] = r[i][j];
            }
            r[i][i] = 1 + noise;
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(MatrixUtils.createRealMatrix(r));
        solver = cholesky.getSolver();
        RealVector y = new ArrayRealVector(losses);
        RealVector ones = new ArrayRealVector(n, 1);
        RealVector weights = solver.solve(ones);
        mean = weights.dotProduct(y) / weights.dotProduct(ones);
        RealVector centred = y.mapSubtract(mean);
        RealVector solved = solver.solve(centred);
        alpha = solved.toArray();
        double variance = Math.max(Double.MIN_NORMAL, centred.dotProduct(solved) / n);
        RealMatrix l = cholesky.getL();
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            logDeterminant += 2 * StrictMath.log(l.getEntry(i, i));
        }
        logLikelihood = -0.5 * (n * StrictMath.log(variance) + logDeterminant + n * (1 + StrictMath.log(2 * Math.PI)));
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** The expected loss at a point. */
    double predict(double[] point) {
        double sum = mean;
        for (int i = 0; i < points.length; i++) {
            sum += alpha[i] * kernel.of(point, points[i]);
        }
        return sum;
    }

    /**
     * For each point its loss minus what the model without it predicts there: [R⁻¹(y − μ)]ᵢ / [R⁻¹]ᵢᵢ. Rasmussen &amp;
     * Williams, equation 5.12; kernel, noise and mean stay those of all points.
     */
    double[] leaveOneOutErrors() {
        RealMatrix inverse = solver.getInverse();
        double[] errors = new double[points.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = alpha[i] / inverse.getEntry(i, i);
        }
        return errors;
    }
}
