package org.twinnet.compare.trace.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;

/** Reads the reported costs. A list of k is of shape (k,), and as well (k, 1) or (k, 1, 1). */
final class CostReader {

    private final EntryFile file;

    CostReader(EntryFile file) {
        this.file = file;
    }

    List<ReportedCost> read() {
        Optional<NpyArray> iterations = file.array("cost_iterations");
        Optional<NpyArray> costs = file.array("costs");
        if (iterations.isEmpty() && costs.isEmpty()) {
            return List.of();
        }
        NpyArray at =
                iterations.orElseThrow(() -> file.refusal("cost_iterations", "is missing, although costs is there"));
        NpyArray values =
                costs.orElseThrow(() -> file.refusal("costs", "is missing, although cost_iterations is there"));
        if (!isList(at) || at.dtype().isFloating() || at.dtype() == Dtype.BOOL) {
            throw file.refusal("cost_iterations", "is " + at + "; it must be integers of shape (k,)");
        }
        if (!isList(values) || !values.dtype().isFloating() || values.size() != at.size()) {
            throw file.refusal(
                    "costs", "is " + values + "; it must be float64 or float32 of shape (" + at.size() + ",)");
        }
        double[] iteration = at.values();
        double[] cost = values.values();
        List<ReportedCost> reported = new ArrayList<>();
        double previous = -1;
        for (int k = 0; k < iteration.length; k++) {
            if (!(iteration[k] > previous && iteration[k] <= Integer.MAX_VALUE)) {
                throw file.refusal(
                        "cost_iterations[" + k + "]", "is " + iteration[k] + "; they must increase, from 0 on");
            }
            reported.add(new ReportedCost((int) iteration[k], cost[k]));
            previous = iteration[k];
        }
        return reported;
    }

    /** All axes but the first are of length 1. */
    private static boolean isList(NpyArray array) {
        int[] shape = array.shape();
        return shape.length >= 1 && Arrays.stream(shape).skip(1).allMatch(n -> n == 1);
    }
}
