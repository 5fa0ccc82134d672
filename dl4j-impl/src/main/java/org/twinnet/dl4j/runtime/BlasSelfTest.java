package org.twinnet.dl4j.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.memory.Precision;

/**
 * Multiplies matrices with ND4J and in plain Java and compares every entry, before any comparison relies on ND4J.
 *
 * <p>A BLAS can be wrong: OpenBLAS 0.3.19, which ND4J 1.0.0-M2.1 brings along, computes wrong products with its
 * Cooperlake kernel (OpenMathLib/OpenBLAS issue 5267), the shape of a two-input layer among them. Training then ends
 * silently at another cost, which would look like a disagreement of the twins.
 *
 * <p>The bound. A sum of k products, in any order, with or without fused multiply-add, is off by at most {@code γₖ ·
 * (|A| · |B|)} with {@code γₖ = k·u / (1 − k·u)}, {@code u = 2⁻⁵³} (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., eq. 3.5). The plain Java result is a compensated sum, off by at most {@code u·|c| +
 * γₖ²·(|A|·|B|)} (Ogita, Rump, Oishi 2005, prop. 5.5), and {@code |A|·|B|} is itself rounded by at most γₖ of it. All
 * three together stay below {@code γₖ₊₂ · (|A| · |B|)}. Products of floats, which have a kernel of their own, are held
 * to {@code u = 2⁻²⁴}.
 */
public final class BlasSelfTest {
    private static final int[] SIZES = {1, 2, 3, 5, 8, 17, 33, 64};

    /** One dimension of this size shows faults of the code for long operands; the Cooperlake fault begins near 200. */
    private static final int LONG = 257;

    private static final long SEED = 20_110;

    /** More examples than this change neither the kernel nor the remainders that it handles apart. */
    private static final int MANY_EXAMPLES = 2048;

    /** Of a product that costs more multiplications than this in plain Java, evenly spread entries are compared. */
    private static final long MULTIPLICATIONS = 4_000_000;

    private final Multiplier multiplier;
    private final Precision precision;

    BlasSelfTest(Multiplier multiplier, Precision precision) {
        this.multiplier = multiplier;
        this.precision = precision;
    }

    /**
     * What was checked.
     *
     * @param products number of products compared
     * @param largestMultiple largest error found, as a multiple of its bound; at most 1
     */
    public record Result(int products, double largestMultiple) {}

    /**
     * A · B with both operands given row by row; a transposed one is stored, and given to the BLAS, as its transpose.
     */
    record Product(int rows, int inner, int columns, boolean transposeA, boolean transposeB) {
        @Override
        public String toString() {
            String transposed = transposeA && transposeB ? ", both transposed" : transposeA ? ", A transposed" : "";
            return rows + "×" + inner + " by " + inner + "×" + columns
                    + (transposeB && !transposeA ? ", B transposed" : transposed);
        }
    }

    /** Whoever multiplies: A is rows × inner, B inner × columns, the result rows × columns, all row by row. */
    @FunctionalInterface
    interface Multiplier {
        double[] multiply(Product product, double[] a, double[] b);
    }

    static BlasSelfTest ofNd4j(Precision precision) {
        return new BlasSelfTest((product, a, b) -> multiplyWithNd4j(product, a, b, precision), precision);
    }

    /** Compares products of sizes 1 to 64, of one long and two short sizes, and of the network's layers. */
    Result run(List<Integer> layerSizes, int examples) {
        SplittableRandom random = new SplittableRandom(SEED);
        int products = 0;
        double largest = 0;
        for (int[] shape : shapes(layerSizes, examples)) {
            double[] a = operand(random, shape[0] * shape[1]);
            double[] b = operand(random, shape[1] * shape[2]);
            for (int transposes = 0; transposes < 4; transposes++) {
                boolean transposeA = (transposes & 1) != 0;
                boolean transposeB = (transposes & 2) != 0;
                Product product = new Product(shape[0], shape[1], shape[2], transposeA, transposeB);
                largest = Math.max(largest, largestMultiple(product, a, b));
                products++;
            }
        }
        return new Result(products, largest);
    }

    private static List<int[]> shapes(List<Integer> layerSizes, int examples) {
        List<int[]> shapes = new ArrayList<>();
        for (int one : SIZES) {
            for (int two : SIZES) {
                for (int three : SIZES) {
                    shapes.add(new int[] {one, two, three});
                }
                shapes.add(new int[] {LONG, one, two});
                shapes.add(new int[] {one, LONG, two});
                shapes.add(new int[] {one, two, LONG});
            }
        }
        int m = examples <= MANY_EXAMPLES ? examples : MANY_EXAMPLES + examples % MANY_EXAMPLES;
        for (int l = 1; l < layerSizes.size(); l++) {
            int inputs = layerSizes.get(l - 1);
            int units = layerSizes.get(l);
            shapes.add(new int[] {m, inputs, units}); // Z = X · W
            shapes.add(new int[] {inputs, m, units}); // dW = Xᵀ · dZ
            shapes.add(new int[] {inputs, units, m}); // dXᵀ = W · dZᵀ
        }
        return shapes;
    }

    private double[] operand(SplittableRandom random, int length) {
        return random.doubles(length, -1, 1).map(precision::round).toArray();
    }

    private double largestMultiple(Product product, double[] a, double[] b) {
        double[] c = multiplier.multiply(product, a, b);
        int inner = product.inner();
        double rounded = (inner + 2) * precision.unitRoundoff();
        double gamma = rounded / (1 - rounded);
        long cost = (long) c.length * inner;
        int step = (int) (1 + cost / MULTIPLICATIONS);
        double largest = 0;
        for (int entry = 0; entry < c.length; entry += step) {
            int row = entry / product.columns();
            int column = entry % product.columns();
            double expected = dot(product, a, b, row, column);
            double multiple = Math.abs(c[entry] - expected) / (gamma * absoluteDot(product, a, b, row, column));
            if (!(multiple <= 1)) {
                throw new IllegalStateException(message(product, row, column, c[entry], expected, multiple));
            }
            largest = Math.max(largest, multiple);
        }
        return largest;
    }

    /** One entry of A · B, summed as if in twice the precision. */
    private static double dot(Product product, double[] a, double[] b, int row, int column) {
        double sum = 0;
        double correction = 0;
        for (int k = 0; k < product.inner(); k++) {
            double x = a[row * product.inner() + k];
            double y = b[k * product.columns() + column];
            double term = x * y;
            double next = sum + term;
            double lost = next - sum;
            // What rounding took from the sum and from the product, both exactly.
            correction += (sum - (next - lost)) + (term - lost) + Math.fma(x, y, -term);
            sum = next;
        }
        return sum + correction;
    }

    private static double absoluteDot(Product product, double[] a, double[] b, int row, int column) {
        double sum = 0;
        for (int k = 0; k < product.inner(); k++) {
            sum += Math.abs(a[row * product.inner() + k] * b[k * product.columns() + column]);
        }
        return sum;
    }

    private static String message(
            Product product, int row, int column, double found, double expected, double multiple) {
        String variable = System.getenv(OpenBlas.CORE_VARIABLE);
        return "BLAS self-test: the product " + product + " is wrong at [" + row + "," + column + "]: ND4J computes "
                + found + ", plain Java " + expected
                + String.format(Locale.ROOT, " (%.3g times the rounding bound)", multiple)
                + "; the BLAS is " + OpenBlas.description() + " with kernel " + OpenBlas.core() + ", "
                + OpenBlas.CORE_VARIABLE + " is " + (variable == null ? "not set" : "\"" + variable + "\"")
                + ". No result of ND4J is to be trusted here: set the environment variable " + OpenBlas.CORE_VARIABLE
                + " to another kernel of this processor, such as Haswell or SkylakeX, and start again.";
    }

    private static double[] multiplyWithNd4j(Product product, double[] a, double[] b, Precision precision) {
        try (INDArray left = stored(a, product.rows(), product.inner(), product.transposeA(), 'c', precision);
                // Weights are column-major in DL4J.
                INDArray right = stored(b, product.inner(), product.columns(), product.transposeB(), 'f', precision);
                INDArray result = Nd4j.create(left.dataType(), new long[] {product.rows(), product.columns()}, 'f')) {
            Nd4j.gemm(left, right, result, product.transposeA(), product.transposeB(), 1, 0);
            return result.dup('c').data().asDouble();
        }
    }

    private static INDArray stored(
            double[] values, int rows, int columns, boolean transposed, char order, Precision precision) {
        INDArray matrix = Nd4j.createFromArray(values).castTo(precision.type()).reshape(rows, columns);
        return (transposed ? matrix.transpose() : matrix).dup(order);
    }
}
