package org.twinnet.compare.check;

import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.Items;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Whether the snapshots of the weights are one and the same array, which later updates changed in place: all Wˡ are
 * equal bit for bit although there are gradients, and what stands beside them was not computed from them. Weights that
 * are never updated are equal too, but their Z is W·A + b.
 */
final class Snapshots {

    private Snapshots() {}

    static boolean areAliased(Trace trace, Items items) {
        boolean repeated = false;
        for (int l = 1; l <= trace.depth(); l++) {
            int layer = l;
            List<double[][]> snapshots = trace.tensors().entrySet().stream()
                    .filter(entry -> entry.getKey().quantity() == Quantity.W
                            && entry.getKey().layer() == layer)
                    .map(entry -> entry.getValue().values().toArray())
                    .toList();
            repeated |= snapshots.size() > 1;
            if (snapshots.stream().anyMatch(W -> !Arrays.deepEquals(W, snapshots.get(0)))) {
                return false;
            }
        }
        return repeated && hasGradient(trace) && isForeign(trace, items);
    }

    private static boolean hasGradient(Trace trace) {
        return trace.tensors().entrySet().stream()
                .filter(entry -> entry.getKey().quantity() == Quantity.dW)
                .map(entry -> entry.getValue().values())
                .anyMatch(Snapshots::isNotZero);
    }

    private static boolean isNotZero(Matrix values) {
        return Arrays.stream(values.toArray()).flatMapToDouble(Arrays::stream).anyMatch(value -> value != 0);
    }

    /** Whether the first number that is computed from the weights, of any iteration, is not theirs. */
    private static boolean isForeign(Trace trace, Items items) {
        Replay replay = new Replay(trace, Recipe.RIGHT);
        for (int iteration : trace.iterations()) {
            boolean foreign = items.held().stream()
                    .filter(item -> item.iteration() == iteration && !isCarried(item))
                    .findFirst()
                    .flatMap(item -> items.face(item, replay))
                    .map(facing -> facing.compare().status() == Status.DISAGREE)
                    .orElse(false);
            if (foreign) {
                return true;
            }
        }
        return false;
    }

    /** What an iteration has from the one before is not computed from its weights. */
    private static boolean isCarried(Item item) {
        return item.tensor()
                .map(TensorName::quantity)
                .filter(it -> it.isParameter() || it.isState() || it.isRunning())
                .isPresent();
    }
}
