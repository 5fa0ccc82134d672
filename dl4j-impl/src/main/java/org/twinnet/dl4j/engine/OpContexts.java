package org.twinnet.dl4j.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;

/**
 * The native contexts of one thread, one for each kind of operation, used again and again.
 *
 * <p>A context keeps its static arguments when it is purged of its arrays, so those arguments, not only their number,
 * are part of the key: an operation never sees the arguments of another one.
 */
final class OpContexts {
    /** Enough for any training loop; an operation whose arguments change all the time doesn't fill memory. */
    private static final int MAX_CONTEXTS = 256;

    private final Map<Key, Slot> slots = new HashMap<>();
    private final Map<Scaling, Mmul> products = new HashMap<>();

    /**
     * Lends the context of an operation, its static arguments set and its arrays not.
     *
     * @return the slot, to be released after the call; null if this operation must take the ordinary way
     */
    Slot borrow(CustomOp op) {
        double[] numbers = op.tArgs();
        long[] integers = op.iArgs();
        boolean[] flags = op.bArgs();
        Key key = new Key(op.opHash(), op.isInplaceCall(), numbers, integers, flags);
        Slot slot = slots.get(key);
        if (slot == null) {
            if (slots.size() == MAX_CONTEXTS) {
                return null;
            }
            slot = new Slot();
            slot.context.markInplace(op.isInplaceCall());
            slot.context.setTArguments(numbers);
            slot.context.setIArguments(integers);
            slot.context.setBArguments(flags);
            slots.put(key, slot);
        }
        return slot.lend() ? slot : null;
    }

    /** The product of untransposed matrices, without its arrays: to make one takes longer than to multiply. */
    Mmul product(double alpha, double beta) {
        Scaling scaling = new Scaling(alpha, beta);
        Mmul known = products.get(scaling);
        if (known != null) {
            return known;
        }
        Mmul created = new Mmul();
        created.addTArgument(alpha, beta);
        created.addIArgument(0, 0, 0); // neither operand nor the result transposed
        if (products.size() < MAX_CONTEXTS) {
            products.put(scaling, created);
        }
        return created;
    }

    private record Scaling(double alpha, double beta) {}

    /** A context and whether somebody is using it. */
    static final class Slot implements AutoCloseable {
        private final CpuOpContext context = new CpuOpContext();
        private boolean lent;

        private boolean lend() {
            boolean free = !lent;
            lent = true;
            return free;
        }

        CpuOpContext context() {
            return context;
        }

        void setArrays(List<INDArray> inputs, List<INDArray> outputs) {
            for (int k = 0; k < inputs.size(); k++) {
                context.setInputArray(k, inputs.get(k));
            }
            for (int k = 0; k < outputs.size(); k++) {
                context.setOutputArray(k, outputs.get(k));
            }
        }

        /** Gives the context back, without the arrays: a cache must not keep them from being freed. */
        @Override
        public void close() {
            context.purge();
            lent = false;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // the operation's argument arrays, fresh ones, compared by content below
    private record Key(long opHash, boolean inPlace, double[] numbers, long[] integers, boolean[] flags) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && opHash == that.opHash
                    && inPlace == that.inPlace
                    && Arrays.equals(numbers, that.numbers)
                    && Arrays.equals(integers, that.integers)
                    && Arrays.equals(flags, that.flags);
        }

        @Override
        public int hashCode() {
            int hash = 31 * Long.hashCode(opHash) + Arrays.hashCode(numbers);
            return 31 * (31 * hash + Arrays.hashCode(integers)) + Arrays.hashCode(flags);
        }
    }
}
