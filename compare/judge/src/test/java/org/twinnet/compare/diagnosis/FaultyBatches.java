package org.twinnet.compare.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;

/**
 * Which examples an iteration sees and by how many something is divided, with a fault where it has one of its own.
 *
 * @param experiment what is trained
 * @param fault the fault
 * @param m number of all examples
 */
record FaultyBatches(Experiment experiment, FaultyTrainer.Fault fault, int m) {

    private boolean is(String name) {
        return fault.is(name);
    }

    int[] examples(int i) {
        int[] all = IntStream.range(0, m).toArray();
        if (!(experiment.batches() instanceof Batches.Shuffled stated)) {
            return all;
        }
        int perEpoch = stated.perEpoch(m);
        if (is("batch-unshuffled")) {
            int from = i % perEpoch * stated.size();
            return Arrays.copyOfRange(all, from, Math.min(m, from + stated.size()));
        }
        int shown = is("batch-stale") ? Math.max(0, i - 1) : is("batch-shuffled-once") ? i % perEpoch : i;
        return new org.twinnet.scratch.batch.Batches.Shuffled(m, stated.size(), stated.seed()).examples(shown);
    }

    private int size(int held) {
        return experiment.batches() instanceof Batches.Shuffled stated ? stated.size() : held;
    }

    /** Of the gradients. */
    double divisor(int held) {
        return is("short-batch-averaged-by-size")
                ? size(held)
                : is("batch-averaged-by-examples") ? m : is("batch-not-averaged") ? 1 : held;
    }

    double costDivisor(int held) {
        return is("short-batch-averaged-by-size") ? size(held) : is("batch-averaged-by-examples") ? m : held;
    }
}
