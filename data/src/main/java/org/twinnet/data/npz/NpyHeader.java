package org.twinnet.data.npz;

import java.nio.ByteOrder;
import java.util.List;

/** What stands before the elements of a {@code .npy} file: their type, byte order, arrangement and shape. */
record NpyHeader(Dtype dtype, ByteOrder byteOrder, boolean fortranOrder, List<Integer> shape) {}
