package org.twinnet.dl4j.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/** The remembered things never leak from one operation into another. */
class FastOpsTest {

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
        assertInstanceOf(FastOpExecutioner.class, Nd4j.getExecutioner());
    }

    @Test
    void should_not_let_an_operation_see_the_arguments_of_another() {
        assertEquals(Nd4j.createFromArray(-0.5, 0.5), clip(Nd4j.createFromArray(-9.0, 9.0), 0.5));
        assertEquals(Nd4j.createFromArray(-2.0, 2.0), clip(Nd4j.createFromArray(-9.0, 9.0), 2.0));
        assertEquals(Nd4j.createFromArray(-0.5, 0.5), clip(Nd4j.createFromArray(-9.0, 9.0), 0.5));
    }

    @Test
    void should_go_on_when_more_kinds_of_operations_come_than_are_remembered() {
        for (int k = 1; k <= 600; k++) {
            double limit = k / 100.0;
            assertEquals(Nd4j.createFromArray(-limit, limit), clip(Nd4j.createFromArray(-9.0, 9.0), limit));
        }
    }

    @Test
    void should_recover_from_an_operation_that_fails() {
        INDArray a = Nd4j.ones(DataType.DOUBLE, 2, 3);
        INDArray c = Nd4j.create(DataType.DOUBLE, 2, 2);
        INDArray closed = Nd4j.ones(DataType.DOUBLE, 3, 2);
        closed.close();
        for (int k = 0; k < 2; k++) {
            assertThrows(IllegalStateException.class, () -> Nd4j.gemm(a, closed, c, false, false, 1, 0));
            assertThrows(IllegalStateException.class, () -> a.mmuli(closed, c));
            Nd4j.gemm(a, a, c, false, true, 1, 0);
            assertEquals(Nd4j.valueArrayOf(new long[] {2, 2}, 3.0, DataType.DOUBLE), c);
        }
    }

    @Test
    void should_report_products_of_matrices_that_do_not_fit_as_nd4j_does() {
        INDArray a = Nd4j.ones(DataType.DOUBLE, 2, 3);
        var plain = assertThrows(RuntimeException.class, () -> PlainSection.run(() -> a.mmul(a)));
        var fast = assertThrows(RuntimeException.class, () -> a.mmul(a));
        assertEquals(plain.getMessage(), fast.getMessage());
    }

    @Test
    void should_share_descriptors_of_equal_shapes_only() {
        FastShapeInfoProvider provider = new FastShapeInfoProvider();
        long[] shape = {2, 3};
        var first = provider.createShapeInformation(shape, new long[] {3, 1}, 1, 'c', DataType.DOUBLE, false);
        assertSame(
                first,
                provider.createShapeInformation(new long[] {2, 3}, new long[] {3, 1}, 1, 'c', DataType.DOUBLE, false));
        assertNotSame(
                first,
                provider.createShapeInformation(new long[] {2, 3}, new long[] {1, 2}, 1, 'f', DataType.DOUBLE, false));
        assertNotSame(
                first,
                provider.createShapeInformation(new long[] {2, 3}, new long[] {3, 1}, 1, 'c', DataType.FLOAT, false));
        assertNotSame(
                first,
                provider.createShapeInformation(new long[] {2, 3}, new long[] {4, 1}, 1, 'c', DataType.DOUBLE, false));
        long[] one = {1, 1};
        assertNotSame(
                provider.createShapeInformation(one, one, 1, 'c', DataType.DOUBLE, false),
                provider.createShapeInformation(one, one, 1, 'f', DataType.DOUBLE, false));
        shape[0] = 5; // the caller's array is not the key
        assertSame(
                first,
                provider.createShapeInformation(new long[] {2, 3}, new long[] {3, 1}, 1, 'c', DataType.DOUBLE, false));
        assertNotSame(
                first,
                PlainSection.run(() -> provider.createShapeInformation(
                        new long[] {2, 3}, new long[] {3, 1}, 1, 'c', DataType.DOUBLE, false)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "7, 1", "5, 3", "211, 20", "40000, 2"})
    void should_copy_between_memory_orders(int rows, int columns) {
        double[] values =
                new SplittableRandom(1).doubles((long) rows * columns, -1, 1).toArray();
        INDArray source = Nd4j.createFromArray(values).reshape(rows, columns).dup('f');
        INDArray target = Nd4j.create(DataType.DOUBLE, new long[] {rows, columns}, 'c');
        target.assign(source);
        assertEquals(source, target);
        assertEquals(values[values.length - 1], target.getDouble(rows - 1, columns - 1));
        INDArray plain = Nd4j.create(DataType.DOUBLE, new long[] {rows, columns}, 'c');
        PlainSection.run(() -> plain.assign(source));
        assertEquals(plain, target);
    }

    @Test
    void should_leave_views_other_types_and_misfits_to_nd4j() {
        INDArray source = Nd4j.createFromArray(1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .reshape(3, 4)
                .dup('f');
        INDArray large = Nd4j.zeros(DataType.DOUBLE, 5, 6);
        INDArray view = large.get(NDArrayIndex.interval(1, 4), NDArrayIndex.interval(2, 6));
        view.assign(source);
        assertEquals(source, view);
        assertEquals(78, large.sumNumber().doubleValue());
        INDArray floats = Nd4j.create(DataType.FLOAT, new long[] {3, 4}, 'c');
        floats.assign(source);
        assertEquals(source.castTo(DataType.FLOAT), floats);
        INDArray row = source.getRow(1, true);
        INDArray copy = Nd4j.create(DataType.DOUBLE, new long[] {1, 4}, 'c');
        copy.assign(row);
        assertEquals(row, copy);
    }

    @Test
    void should_copy_from_and_to_parts_of_larger_matrices() {
        INDArray numbers = Nd4j.createFromArray(1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        INDArray lastColumns =
                numbers.reshape('f', new long[] {2, 6}).get(NDArrayIndex.all(), NDArrayIndex.interval(3, 6));
        INDArray rows = Nd4j.zeros(DataType.DOUBLE, 5, 3);
        INDArray middle = rows.get(NDArrayIndex.interval(2, 4), NDArrayIndex.all());
        middle.assign(lastColumns);
        assertEquals(Nd4j.createFromArray(new double[][] {{7, 9, 11}, {8, 10, 12}}), middle);
        assertEquals(57, rows.sumNumber().doubleValue());
        INDArray whole = Nd4j.zeros(DataType.DOUBLE, 2, 3);
        whole.assign(lastColumns);
        assertEquals(middle, whole);
    }

    private static INDArray clip(INDArray array, double limit) {
        Nd4j.getExecutioner()
                .exec(DynamicCustomOp.builder("clipbyvalue")
                        .addInputs(array)
                        .callInplace(true)
                        .addFloatingPointArguments(-limit, limit)
                        .build());
        return array;
    }
}
