package org.twinnet.compare.diagnosis;

import java.util.Arrays;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/** Whether a fault has left a mark in a trace: some number differs from the right one by more than rounding does. */
final class Marks {

    private static final double ROUNDING = 1e-9;

    private Marks() {}

    /** A softmax without its maximum is right until it overflows. */
    static boolean leaves(String fault, Trace faulty, Trace clean) {
        return fault.equals("softmax-without-maximum") ? isNotFinite(faulty) : differ(faulty, clean);
    }

    private static boolean isNotFinite(Trace trace) {
        return trace.tensors().values().stream()
                .flatMap(tensor -> Arrays.stream(tensor.values().toArray()))
                .flatMapToDouble(Arrays::stream)
                .anyMatch(value -> !Double.isFinite(value));
    }

    static boolean differ(Trace faulty, Trace clean) {
        for (TensorName name : faulty.tensors().keySet()) {
            double[][] wrong = faulty.tensors().get(name).values().toArray();
            double[][] right = clean.tensors().get(name).values().toArray();
            for (int r = 0; r < right.length; r++) {
                if (differ(wrong[r], right[r])) {
                    return true;
                }
            }
        }
        return differ(costs(faulty), costs(clean));
    }

    /** Those that can be known: without the masks of an iteration its cost cannot. */
    private static double[] costs(Trace trace) {
        boolean dropped = trace.tensors().keySet().stream().anyMatch(name -> name.quantity() == Quantity.D);
        return trace.costs().stream()
                .filter(cost -> !dropped || trace.iterations().contains(cost.iteration()))
                .mapToDouble(ReportedCost::cost)
                .toArray();
    }

    private static boolean differ(double[] wrong, double[] right) {
        for (int c = 0; c < right.length; c++) {
            if (!(Math.abs(wrong[c] - right[c]) <= ROUNDING * Math.abs(right[c]) + ROUNDING * ROUNDING)) {
                return true;
            }
        }
        return false;
    }
}
