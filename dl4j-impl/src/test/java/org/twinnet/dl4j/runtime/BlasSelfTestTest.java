package org.twinnet.dl4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twinnet.dl4j.memory.Precision;

class BlasSelfTestTest {
    private final List<Integer> layers = List.of(2, 20, 3, 1);

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    @Test
    void should_find_nd4j_right_on_this_machine() {
        BlasSelfTest.Result result = Nd4jRuntime.start().selfTest(layers, 211, Precision.FLOAT64);
        assertEquals(4 * (8 * 8 * 8 + 3 * 8 * 8 + 3 * 3), result.products());
        // Measured 0.5 with the Haswell kernel; 0 would mean that nothing was compared.
        assertTrue(result.largestMultiple() > 0.1 && result.largestMultiple() <= 1, result.toString());
    }

    @Test
    void should_accept_a_product_summed_in_plain_order() {
        BlasSelfTest.Result result = new BlasSelfTest(BlasSelfTestTest::multiply, Precision.FLOAT64).run(layers, 50);
        assertTrue(result.largestMultiple() <= 1, result.toString());
    }

    @Test
    void should_name_the_wrong_product_the_kernel_and_what_to_do() {
        BlasSelfTest faulty = new BlasSelfTest(
                (product, a, b) -> {
                    double[] c = multiply(product, a, b);
                    if (product.inner() == 2 && product.rows() == 211 && product.transposeA()) {
                        c[4 * product.columns() + 1] *= 1 + 1e-12;
                    }
                    return c;
                },
                Precision.FLOAT64);
        var e = assertThrows(IllegalStateException.class, () -> faulty.run(layers, 211));
        String kernel = OpenBlas.core();
        assertTrue(
                e.getMessage().startsWith("BLAS self-test: the product 211×2 by 2×20, A transposed is wrong at [4,1]:"),
                e.getMessage());
        assertTrue(e.getMessage().contains("with kernel " + kernel), e.getMessage());
        assertTrue(e.getMessage().contains("set the environment variable OPENBLAS_CORETYPE"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void should_catch_errors_a_little_above_the_bound_and_nan() {
        for (double fault : new double[] {1e-14, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            BlasSelfTest faulty = new BlasSelfTest(
                    (product, a, b) -> {
                        double[] c = multiply(product, a, b);
                        c[c.length - 1] += product.columns() == 64 && product.inner() == 3 ? fault : 0;
                        return c;
                    },
                    Precision.FLOAT64);
            assertThrows(IllegalStateException.class, () -> faulty.run(layers, 50), () -> "fault " + fault);
        }
    }

    @Test
    void should_stay_quick_for_wide_layers_and_many_examples() {
        int[] largest = {0};
        BlasSelfTest counting = new BlasSelfTest(
                (product, a, b) -> {
                    largest[0] = Math.max(largest[0], Math.max(product.rows(), product.columns()));
                    return multiply(product, a, b);
                },
                Precision.FLOAT64);
        counting.run(List.of(2, 1), 1_000_001);
        assertEquals(2048 + 1_000_001 % 2048, largest[0]);
    }

    /** Tests the BLAS for a network whose own shapes hide the fault; the main class of another JVM. */
    public static final class SelfTest {
        private SelfTest() {}

        /**
         * Prints the result or the message.
         *
         * @param args none
         */
        public static void main(String[] args) {
            try {
                System.out.println(Nd4jRuntime.start().selfTest(List.of(2, 3, 1), 10, Precision.FLOAT64));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void should_catch_the_kernel_that_is_known_to_be_wrong() throws Exception {
        Path processor = Path.of("/proc/cpuinfo");
        Assumptions.assumeTrue(
                Files.exists(processor) && Files.readString(processor).contains("avx512_bf16"),
                "the Cooperlake kernel needs a processor with avx512_bf16");
        ChildJvm.Result result = ChildJvm.run(SelfTest.class, Map.of(OpenBlas.CORE_VARIABLE, "Cooperlake"));
        String message = result.output();
        assertTrue(message.startsWith("BLAS self-test: the product "), message);
        assertTrue(message.contains("with kernel Cooperlake, OPENBLAS_CORETYPE is \"Cooperlake\""), message);
    }

    private static double[] multiply(BlasSelfTest.Product product, double[] a, double[] b) {
        double[] c = new double[product.rows() * product.columns()];
        for (int i = 0; i < product.rows(); i++) {
            for (int j = 0; j < product.columns(); j++) {
                double sum = 0;
                for (int k = 0; k < product.inner(); k++) {
                    sum += a[i * product.inner() + k] * b[k * product.columns() + j];
                }
                c[i * product.columns() + j] = sum;
            }
        }
        return c;
    }
}
