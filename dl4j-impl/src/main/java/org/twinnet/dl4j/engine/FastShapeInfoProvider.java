package org.twinnet.dl4j.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/**
 * Shape descriptors, each asked of the native library once.
 *
 * <p>The provider that it extends caches one of its two overloads; arrays use the other one, about a hundred times in
 * one iteration. A descriptor is constant, so sharing it between arrays changes nothing.
 */
public final class FastShapeInfoProvider extends DirectShapeInfoProvider {
    /** A training run uses some dozens of shapes; beyond this many the calls pass through uncached. */
    private static final int MAX_ENTRIES = 10_000;

    private final Map<Key, Pair<DataBuffer, long[]>> descriptors = new ConcurrentHashMap<>();

    /** Creates an empty provider; ND4J calls this by reflection. */
    public FastShapeInfoProvider() {
        // Nothing to set up; the constructor is public for ND4J.
    }

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType dataType, boolean empty) {
        if (PlainSection.isOpen()) {
            return super.createShapeInformation(shape, stride, elementWiseStride, order, dataType, empty);
        }
        Key key = new Key(shape, stride, elementWiseStride, order, dataType, empty);
        Pair<DataBuffer, long[]> known = descriptors.get(key);
        if (known != null) {
            return known;
        }
        Pair<DataBuffer, long[]> created =
                super.createShapeInformation(shape, stride, elementWiseStride, order, dataType, empty);
        if (descriptors.size() < MAX_ENTRIES) {
            descriptors.put(key.detached(), created);
        }
        return created;
    }

    @SuppressWarnings("ArrayRecordComponent") // a key of ND4J's own arrays, compared by content below
    private record Key(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType dataType, boolean empty) {
        /** The caller owns the arrays and may change them; a stored key has its own. */
        Key detached() {
            return new Key(shape.clone(), stride.clone(), elementWiseStride, order, dataType, empty);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && elementWiseStride == that.elementWiseStride
                    && order == that.order
                    && dataType == that.dataType
                    && empty == that.empty
                    && Arrays.equals(shape, that.shape)
                    && Arrays.equals(stride, that.stride);
        }

        @Override
        public int hashCode() {
            int hash = 31 * Arrays.hashCode(shape) + Arrays.hashCode(stride);
            return 31 * (31 * hash + Long.hashCode(elementWiseStride)) + order;
        }
    }
}
