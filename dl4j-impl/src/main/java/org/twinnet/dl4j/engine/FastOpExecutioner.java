package org.twinnet.dl4j.engine;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs each operation through a context that is made once, where the executioner that it extends makes a new one,
 * natively, for every call; and remembers the sub-array tables ("TADs") that reductions and broadcasts ask for.
 *
 * <p>It also holds on to each operation until its native call has returned. The inherited methods hand over addresses
 * and let go of the arrays that they belong to: what only the operation holds, such as the dimensions of a broadcast,
 * may be found dead by the garbage collector and freed while native code still reads it. With collections as often as
 * the machine can, that crashed two of three trainings.
 *
 * <p>The native function, its operands and its checks are the inherited ones. Contexts belong to a thread; tables are
 * constant and shared. An operation without given outputs, or with data types as arguments, takes the inherited way.
 */
public final class FastOpExecutioner extends NativeOpExecutioner {
    /** A training run uses a few tables; beyond this many the calls pass through uncached. */
    private static final int MAX_TABLES = 10_000;

    private final ThreadLocal<OpContexts> contexts = ThreadLocal.withInitial(OpContexts::new);
    private final Map<TableKey, TadPack> tables = new ConcurrentHashMap<>();

    /** Creates the executioner; ND4J calls this by reflection. */
    public FastOpExecutioner() {
        // Nothing to set up; the constructor is public for ND4J.
    }

    @Override
    public INDArray[] exec(CustomOp op) {
        boolean outputsGiven = op.numOutputArguments() > 0 || op.isInplaceCall();
        if (PlainSection.isOpen() || !outputsGiven || op.numDArguments() > 0) {
            return holding(op, () -> super.exec(op));
        }
        OpContexts.Slot slot = contexts.get().borrow(op);
        if (slot == null) {
            return holding(op, () -> super.exec(op));
        }
        try (slot) {
            Random random = Nd4j.getRandom();
            slot.context().setRngStates(random.rootState(), random.nodeState());
            slot.setArrays(op.inputArguments(), op.outputArguments());
            INDArray[] outputs = exec(op, slot.context());
            Pair<Long, Long> states = slot.context().getRngStates();
            random.setStates(states.getFirst(), states.getSecond());
            return outputs;
        }
    }

    @Override
    public INDArray exec(Op op) {
        return holding(op, () -> isCopied(op) ? op.z() : super.exec(op));
    }

    @Override
    public INDArray exec(Op op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(BroadcastOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(ReduceOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(IndexAccumulation op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(ScalarOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(RandomOp op, OpContext context, Random rng) {
        return holding(op, () -> super.exec(op, context, rng));
    }

    @Override
    public INDArray[] exec(CustomOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    private static boolean isCopied(Op op) {
        return op instanceof Assign && !PlainSection.isOpen() && MatrixCopy.copy(op.x(), op.z());
    }

    /** Makes a call whose operation, with all arrays that it holds, stays reachable to the end. */
    private static <T> T holding(Object operation, Supplier<T> call) {
        try {
            return call.get();
        } finally {
            Reference.reachabilityFence(operation);
        }
    }

    /** {@code c ← alpha · a · b + beta · c}, by the operation that {@code Mmul} names. */
    void multiply(INDArray a, INDArray b, INDArray c, double alpha, double beta) {
        OpContexts own = contexts.get();
        Mmul product = own.product(alpha, beta);
        OpContexts.Slot slot = own.borrow(product);
        if (slot == null) {
            exec(new Mmul(a, b, c, alpha, beta, MMulTranspose.allFalse()));
            return;
        }
        try (slot) {
            slot.setArrays(List.of(a, b), List.of(c));
            exec(product, slot.context());
        } finally {
            Reference.reachabilityFence(a);
            Reference.reachabilityFence(b);
            Reference.reachabilityFence(c);
        }
    }

    @Override
    public TadPack tadShapeInfoAndOffsets(INDArray array, int[] dimension) {
        if (PlainSection.isOpen()) {
            return super.tadShapeInfoAndOffsets(array, dimension);
        }
        TableKey key = new TableKey(array.shapeInfoJava(), dimension);
        TadPack known = tables.get(key);
        if (known != null) {
            return known;
        }
        TadPack created = super.tadShapeInfoAndOffsets(array, dimension);
        if (tables.size() < MAX_TABLES) {
            tables.put(key.detached(), created);
        }
        return created;
    }

    @SuppressWarnings("ArrayRecordComponent") // a key of ND4J's own arrays, compared by content below
    private record TableKey(long[] shapeInfo, int[] dimension) {
        /** The caller owns the arrays and may change them; a stored key has its own. */
        TableKey detached() {
            return new TableKey(shapeInfo.clone(), dimension.clone());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TableKey that
                    && Arrays.equals(shapeInfo, that.shapeInfo)
                    && Arrays.equals(dimension, that.dimension);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shapeInfo) + Arrays.hashCode(dimension);
        }
    }
}
