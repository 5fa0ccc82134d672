package org.twinnet.data.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.twinnet.data.InvalidDataException;

/** The bytes of one {@code .npy} file: magic string, version, header, and then the elements and nothing else. */
final class NpyFormat {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 16;

    private NpyFormat() {}

    /** The most bytes that an array within the limit can have, header included. */
    static long maxBytes(int maxElements) {
        return MAX_HEADER + 8L * maxElements;
    }

    static NpyArray parse(byte[] bytes, int maxElements, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        NpyHeader header = NpyHeaderParser.parse(headerText(buffer, place), maxElements, place);
        int elements = 1;
        for (int length : header.shape()) {
            elements *= length;
        }
        long expected = (long) elements * header.dtype().bytes();
        if (buffer.remaining() != expected) {
            throw new InvalidDataException(place + ": " + buffer.remaining() + " bytes of elements, but its header ("
                    + header.dtype() + ", " + elements + " elements) asks for " + expected
                    + "; the file is cut off or damaged");
        }
        double[] inFileOrder = new double[elements];
        buffer.order(header.byteOrder());
        for (int i = 0; i < elements; i++) {
            inFileOrder[i] = element(buffer, header.dtype(), i, place);
        }
        int[] shape = header.shape().stream().mapToInt(Integer::intValue).toArray();
        return new NpyArray(header.dtype(), shape, header.fortranOrder() ? rowMajor(inFileOrder, shape) : inFileOrder);
    }

    /** The string that stands there in place of an array; empty if none does. */
    static Optional<String> text(byte[] bytes, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return NpyText.parse(headerText(buffer, place), buffer, place);
    }

    private static String headerText(ByteBuffer buffer, String place) {
        for (byte expected : MAGIC) {
            if (!buffer.hasRemaining() || buffer.get() != expected) {
                throw new InvalidDataException(place + ": is not a NumPy array (it does not begin with \\x93NUMPY)");
            }
        }
        if (buffer.remaining() < 4) {
            throw new InvalidDataException(place + ": is cut off inside its .npy header");
        }
        int major = buffer.get();
        int minor = buffer.get();
        if (major < 1 || major > 3 || minor != 0) {
            throw new InvalidDataException(
                    place + ": version " + major + "." + minor + " of the .npy format is not read; 1.0 to 3.0 are");
        }
        if (major > 1 && buffer.remaining() < 4) {
            throw new InvalidDataException(place + ": is cut off inside its .npy header");
        }
        long length = major == 1 ? Short.toUnsignedInt(buffer.getShort()) : Integer.toUnsignedLong(buffer.getInt());
        if (length > MAX_HEADER || length > buffer.remaining()) {
            throw new InvalidDataException(place + ": its .npy header claims " + length + " bytes, but "
                    + buffer.remaining() + " bytes follow and at most " + MAX_HEADER + " are read");
        }
        byte[] header = new byte[(int) length];
        buffer.get(header);
        return new String(header, major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static double element(ByteBuffer buffer, Dtype dtype, int index, String place) {
        double value = dtype.next(buffer);
        if (Double.isNaN(value) && !dtype.isFloating()) {
            throw new InvalidDataException(place + ": element " + (index + 1) + " of the file is "
                    + (dtype == Dtype.BOOL
                            ? "a boolean that is neither 0 nor 1; the file is damaged"
                            : "an integer beyond ±2^53, which a double cannot hold exactly; save it as float64"));
        }
        return value;
    }

    /** Fortran order is row-major order of the array with its axes reversed, so this is a transposition. */
    private static double[] rowMajor(double[] columnMajor, int[] shape) {
        double[] values = new double[columnMajor.length];
        int[] index = new int[shape.length];
        for (double value : columnMajor) {
            int position = 0;
            for (int d = 0; d < shape.length; d++) {
                position = position * shape[d] + index[d];
            }
            values[position] = value;
            for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
                index[d] = 0;
            }
        }
        return values;
    }
}
