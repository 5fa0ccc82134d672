package org.twinnet.compare.move.model;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.twinnet.data.InvalidDataException;

/**
 * Reads vectors in the form that {@code Nd4j.write} gives them: the shape as a buffer of longs, then the numbers as
 * another, each with the way of its allocation, its length and its type before it; big-endian.
 */
final class NdArrayReader {

    private static final String ALLOCATION = "MIXED_DATA_TYPES";
    private static final int FEWEST_OF_SHAPE = 4;
    private static final int MOST_OF_SHAPE = 8;

    /**
     * A vector as it was saved.
     *
     * @param values its numbers
     * @param single whether they were saved in single precision
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared by equals
    record Vector(double[] values, boolean single) {}

    private final ByteBuffer bytes;
    private final String place;
    private final int most;

    NdArrayReader(byte[] bytes, String place, int most) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.place = place;
        this.most = most;
    }

    /** The only array of an entry. */
    static Vector only(byte[] bytes, String place, int most) {
        NdArrayReader reader = new NdArrayReader(bytes, place, most);
        Vector vector = reader.next();
        reader.requireEnd();
        return vector;
    }

    void requireEnd() {
        if (bytes.hasRemaining()) {
            throw damaged(bytes.remaining() + " bytes follow its last number");
        }
    }

    Vector next() {
        try {
            long length = shape();
            return numbers(length);
        } catch (BufferUnderflowException e) {
            throw damaged("it ends too early", e);
        }
    }

    /** A text of Java's DataOutput, of ASCII alone. */
    String word() {
        try {
            byte[] word = new byte[Math.min(Short.toUnsignedInt(bytes.getShort()), bytes.remaining())];
            bytes.get(word);
            return new String(word, StandardCharsets.ISO_8859_1);
        } catch (BufferUnderflowException e) {
            throw damaged("it ends too early", e);
        }
    }

    int number() {
        try {
            return bytes.getInt();
        } catch (BufferUnderflowException e) {
            throw damaged("it ends too early", e);
        }
    }

    boolean flag() {
        try {
            return bytes.get() != 0;
        } catch (BufferUnderflowException e) {
            throw damaged("it ends too early", e);
        }
    }

    private long header(String... types) {
        String allocation = word();
        if (!allocation.equals(ALLOCATION)) {
            throw damaged("needed: an array as DL4J 1.0.0 writes it, and its first word is "
                    + InvalidDataException.quote(allocation));
        }
        long length = bytes.getLong();
        bytes.mark();
        String type = word();
        if (!Arrays.asList(types).contains(type)) {
            throw damaged(
                    "its type is " + InvalidDataException.quote(type) + "; needed: " + String.join(" or ", types));
        }
        bytes.reset();
        return length;
    }

    private long shape() {
        long length = header("LONG");
        word();
        if (length < FEWEST_OF_SHAPE || length > MOST_OF_SHAPE) {
            throw damaged("its shape has " + length + " numbers; needed: that of a vector");
        }
        long[] shape = new long[(int) length];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = bytes.getLong();
        }
        int rank = (int) shape[0];
        boolean vector = (rank == 1 && length == 6) || (rank == 2 && length == 8 && (shape[1] == 1 || shape[2] == 1));
        long count = rank == 1 ? shape[1] : shape[1] * shape[2];
        if (!vector || shape[1] < 1 || shape[rank] < 1) {
            throw damaged("it is no vector");
        }
        if (count > most) {
            throw damaged("it claims " + count + " numbers; at most " + most + " are read");
        }
        return count;
    }

    private Vector numbers(long count) {
        long length = header("DOUBLE", "FLOAT");
        boolean single = word().equals("FLOAT");
        int width = single ? Float.BYTES : Double.BYTES;
        if (length != count) {
            throw damaged("its shape is that of " + count + " numbers, and it says that it holds " + length);
        }
        if (count * width > bytes.remaining()) {
            throw damaged("it says that it holds " + count + " numbers, and has " + bytes.remaining() + " bytes left");
        }
        double[] values = new double[(int) count];
        for (int k = 0; k < values.length; k++) {
            values[k] = single ? bytes.getFloat() : bytes.getDouble();
        }
        return new Vector(values, single);
    }

    private InvalidDataException damaged(String why) {
        return new InvalidDataException(place + ": is damaged: " + why);
    }

    private InvalidDataException damaged(String why, Exception cause) {
        return new InvalidDataException(place + ": is damaged: " + why, cause);
    }
}
