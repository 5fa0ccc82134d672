package org.twinnet.compare.trace;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;

/**
 * Recognizes the precision that a trace was computed in: float32 when any array is stored so, or when every number that a float64 array holds
 * is a float32 number, which float64 arithmetic through a sigmoid does not produce.
 */
record TracePrecision(Precision precision, boolean widened) {

    static TracePrecision of(Collection<NpyArray> tensors, Optional<NpyArray> costs) {
        if (tensors.stream().anyMatch(array -> array.dtype() == Dtype.FLOAT32)
                || costs.filter(array -> array.dtype() == Dtype.FLOAT32).isPresent()) {
            return new TracePrecision(Precision.FLOAT32, false);
        }
        boolean someNumber = tensors.stream()
                .filter(array -> array.dtype() == Dtype.FLOAT64)
                .anyMatch(array -> Arrays.stream(array.values()).anyMatch(value -> value != 0));
        boolean widened = someNumber && tensors.stream().allMatch(TracePrecision::isRepresentable);
        return new TracePrecision(widened ? Precision.FLOAT32 : Precision.FLOAT64, widened);
    }

    private static boolean isRepresentable(NpyArray array) {
        return Arrays.stream(array.values()).allMatch(value -> Double.isNaN(value) || (float) value == value);
    }
}
