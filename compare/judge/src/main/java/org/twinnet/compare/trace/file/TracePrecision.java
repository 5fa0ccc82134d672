package org.twinnet.compare.trace.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;

/**
 * Recognizes the precision that a trace was computed in: float32 when any array is stored so, or when every number that
 * a float64 array holds is a float32 number, which float64 arithmetic through a sigmoid does not produce.
 *
 * @param precision the precision to be held to
 * @param mixed whether float32 numbers stand beside numbers that float32 cannot hold, or are all stored as float64
 */
record TracePrecision(Precision precision, boolean mixed) {

    /** So many numbers of 24 bits do not come out of float64 arithmetic: each has a chance of 2⁻²⁹. */
    private static final int FEWEST_TELLING = 8;

    private static final int SIMPLE_TRAILING_ZEROS = 40;

    static TracePrecision of(Collection<NpyArray> tensors, Optional<NpyArray> costs) {
        List<NpyArray> floating = new ArrayList<>(
                tensors.stream().filter(array -> array.dtype().isFloating()).toList());
        costs.ifPresent(floating::add);
        long single = floating.stream()
                .filter(array -> array.dtype() == Dtype.FLOAT32)
                .count();
        if (single > 0) {
            // zeros, and costs that were gathered as Python numbers, are float64 arrays in a float32 trace
            boolean mixed = !floating.stream().allMatch(TracePrecision::isRepresentable);
            return new TracePrecision(Precision.FLOAT32, mixed);
        }
        long telling = tensors.stream()
                .filter(array -> array.dtype() == Dtype.FLOAT64)
                .flatMapToDouble(array -> Arrays.stream(array.values()))
                .filter(TracePrecision::usesManyDigits)
                .count();
        boolean widened = telling >= FEWEST_TELLING && tensors.stream().allMatch(TracePrecision::isRepresentable);
        return new TracePrecision(widened ? Precision.FLOAT32 : Precision.FLOAT64, widened);
    }

    /** Whole numbers and simple fractions are float32 numbers too; they say nothing. */
    private static boolean usesManyDigits(double value) {
        return value != 0
                && Double.isFinite(value)
                && Long.numberOfTrailingZeros(Double.doubleToRawLongBits(value)) < SIMPLE_TRAILING_ZEROS;
    }

    private static boolean isRepresentable(NpyArray array) {
        return Arrays.stream(array.values()).allMatch(value -> Double.isNaN(value) || (float) value == value);
    }
}
