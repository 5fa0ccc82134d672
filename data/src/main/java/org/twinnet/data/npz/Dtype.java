package org.twinnet.data.npz;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The element types that are read: the ones whose every value a {@code double} can hold, or refuse to hold. */
public enum Dtype {
    /** One byte, 0 or 1; nothing else is a valid boolean. */
    BOOL("b1"),
    /** Signed, 8 bits. */
    INT8("i1"),
    /** Signed, 16 bits. */
    INT16("i2"),
    /** Signed, 32 bits. */
    INT32("i4"),
    /** Signed, 64 bits; values beyond ±2⁵³ are refused, because a {@code double} would change some of them. */
    INT64("i8"),
    /** Unsigned, 8 bits. */
    UINT8("u1"),
    /** Unsigned, 16 bits. */
    UINT16("u2"),
    /** Unsigned, 32 bits. */
    UINT32("u4"),
    /** Unsigned, 64 bits; values above 2⁵³ are refused, because a {@code double} would change some of them. */
    UINT64("u8"),
    /** IEEE 754 binary32, widened exactly. */
    FLOAT32("f4"),
    /** IEEE 754 binary64. */
    FLOAT64("f8");

    private static final long LARGEST_EXACT = 1L << 53;

    private final String code;

    Dtype(String code) {
        this.code = code;
    }

    /**
     * Whether this is a floating-point type.
     *
     * @return true for {@link #FLOAT32} and {@link #FLOAT64}
     */
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /**
     * The size of one element in a file.
     *
     * @return 1, 2, 4 or 8 bytes
     */
    public int bytes() {
        return code.charAt(1) - '0';
    }

    /** The type with NumPy's code, without its byte order: {@code "f8"}. */
    static Optional<Dtype> ofCode(String code) {
        for (Dtype dtype : values()) {
            if (dtype.code.equals(code)) {
                return Optional.of(dtype);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a number is a value of this type.
     *
     * @param value any number
     * @return true for 0 and 1 of {@link #BOOL}, for the whole numbers in an integer type's range, and for what a
     *     floating type represents exactly, NaN and infinities included
     */
    public boolean holds(double value) {
        return switch (this) {
            case BOOL -> value == 0 || value == 1;
            case FLOAT32 -> Double.isNaN(value) || (float) value == value;
            case FLOAT64 -> true;
            case INT8, INT16, INT32, INT64 -> {
                double end = Math.scalb(1.0, 8 * bytes() - 1);
                yield value == Math.rint(value) && value >= -end && value < end;
            }
            case UINT8, UINT16, UINT32, UINT64 ->
                value == Math.rint(value) && value >= 0 && value < Math.scalb(1.0, 8 * bytes());
        };
    }

    /**
     * Takes the next element from a buffer.
     *
     * @param buffer positioned at an element, in the byte order of the elements
     * @return the element; NaN from a type that is not floating says that the element is not a value of the type, or
     *     that a double would change it
     */
    public double next(ByteBuffer buffer) {
        return switch (this) {
            case BOOL -> {
                byte b = buffer.get();
                yield b == 0 || b == 1 ? b : Double.NaN;
            }
            case INT8 -> buffer.get();
            case INT16 -> buffer.getShort();
            case INT32 -> buffer.getInt();
            case INT64 -> exact(buffer.getLong());
            case UINT8 -> Byte.toUnsignedInt(buffer.get());
            case UINT16 -> Short.toUnsignedInt(buffer.getShort());
            case UINT32 -> Integer.toUnsignedLong(buffer.getInt());
            case UINT64 -> {
                long unsigned = buffer.getLong();
                yield unsigned < 0 ? Double.NaN : exact(unsigned);
            }
            case FLOAT32 -> buffer.getFloat();
            case FLOAT64 -> buffer.getDouble();
        };
    }

    private static double exact(long value) {
        return value < -LARGEST_EXACT || value > LARGEST_EXACT ? Double.NaN : value;
    }
}
