package org.twinnet.compare.tuning.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * How the variance of a function over the unit cube divides among its arguments (functional analysis of variance): for
 * each argument the share that it explains alone, Sᵢ = Var(E[f | xᵢ]) / Var f, and the share that goes with it in any
 * company, Tᵢ = E[Var(f | all but xᵢ)] / Var f.
 *
 * <p>With matrices A and B of N points of a Sobol sequence and Aᵢ the matrix A with column i of B,
 *
 * <p>Sᵢ·Var f = (1/N)·Σⱼ f(B)ⱼ·(f(Aᵢ)ⱼ − f(A)ⱼ), Tᵢ·Var f = (1/2N)·Σⱼ (f(A)ⱼ − f(Aᵢ)ⱼ)²
 *
 * <p>Saltelli et al., Variance based sensitivity analysis of model output, 2010, table 2, rows (b) and (f). The mean is
 * taken off f first, which changes neither index and makes the first sum less noisy. What the finite sums leave outside
 * 0 ≤ Sᵢ ≤ Tᵢ ≤ 1 is cut off. Importance of hyper-parameters by this decomposition of a model of the score: Hutter,
 * Hoos, Leyton-Brown, An Efficient Approach for Assessing Hyperparameter Importance, 2014.
 *
 * @param indices Sᵢ and Tᵢ of each argument
 * @param variance variance of the function
 */
record SobolIndices(List<Index> indices, double variance) {

    /** Share of one argument alone, and in any company. */
    record Index(double first, double total) {}

    /** N, a power of two, at which a Sobol sequence is balanced. */
    static final int POINTS = 4096;

    static SobolIndices of(ToDoubleFunction<double[]> function, int arguments) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * arguments);
        double[][] a = new double[POINTS][];
        double[][] b = new double[POINTS][];
        for (int j = 0; j < POINTS; j++) {
            double[] point = sequence.nextVector();
            a[j] = Arrays.copyOf(point, arguments);
            b[j] = Arrays.copyOfRange(point, arguments, 2 * arguments);
        }
        double[] fa = values(function, a);
        double[] fb = values(function, b);
        double mean = (Arrays.stream(fa).sum() + Arrays.stream(fb).sum()) / (2 * POINTS);
        double variance = 0;
        for (int j = 0; j < POINTS; j++) {
            fa[j] -= mean;
            fb[j] -= mean;
            variance += (fa[j] * fa[j] + fb[j] * fb[j]) / (2 * POINTS);
        }
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            double alone = 0;
            double together = 0;
            for (int j = 0; j < POINTS; j++) {
                double[] mixed = a[j].clone();
                mixed[i] = b[j][i];
                double fi = function.applyAsDouble(mixed) - mean;
                alone += fb[j] * (fi - fa[j]) / POINTS;
                together += (fa[j] - fi) * (fa[j] - fi) / (2 * POINTS);
            }
            double total = variance == 0 ? 0 : Math.min(1, together / variance);
            indices.add(new Index(variance == 0 ? 0 : Math.max(0, Math.min(total, alone / variance)), total));
        }
        return new SobolIndices(indices, variance);
    }

    private static double[] values(ToDoubleFunction<double[]> function, double[][] points) {
        return Arrays.stream(points).mapToDouble(function).toArray();
    }
}
