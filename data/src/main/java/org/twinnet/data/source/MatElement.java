package org.twinnet.data.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.twinnet.data.InvalidDataException;

/**
 * One uncompressed variable of a MATLAB v5 file: a matrix element whose parts are flags, dimensions, name and values.
 *
 * <p>Checks the structure only, so that no length in it can surprise the library that reads the values.
 */
final class MatElement {

    static final int TAG_BYTES = 8;

    private static final int INT8 = 1;
    private static final int INT32 = 5;
    private static final int UINT32 = 6;
    private static final int MATRIX = 14;
    private static final int FIRST_NUMERIC_CLASS = 6;
    private static final int LAST_NUMERIC_CLASS = 15;
    private static final int COMPLEX = 0x800;

    private final ByteBuffer in;
    private final String place;

    private MatElement(byte[] element, ByteOrder order, String place) {
        this.in = ByteBuffer.wrap(element).order(order);
        this.place = place;
    }

    /**
     * Checks that an element is one real numeric matrix of two dimensions and nothing more.
     *
     * @return its name
     */
    static String requireNumericMatrix(byte[] element, ByteOrder order, String place) {
        return new MatElement(element, order, place).check();
    }

    private String check() {
        if (in.remaining() < TAG_BYTES || in.getInt() != MATRIX || in.getInt() != in.remaining()) {
            throw damaged("it is not one matrix of the length that it claims");
        }
        ByteBuffer flags = part(UINT32, "array flags");
        if (flags.remaining() != 8) {
            throw damaged("its array flags have " + flags.remaining() + " bytes, not 8");
        }
        int word = flags.getInt();
        int arrayClass = word & 0xFF;
        if (arrayClass < FIRST_NUMERIC_CLASS || arrayClass > LAST_NUMERIC_CLASS || (word & COMPLEX) != 0) {
            throw new InvalidDataException(place + ": is not a real numeric matrix (but " + kind(arrayClass)
                    + "); save X and y with full(double(…))");
        }
        ByteBuffer dimensions = part(INT32, "dimensions");
        if (dimensions.remaining() != 8) {
            throw damaged("its dimensions have " + dimensions.remaining() + " bytes; a matrix has two of 4 bytes");
        }
        int rows = dimensions.getInt();
        int columns = dimensions.getInt();
        if (rows < 0 || columns < 0 || (long) rows * columns > SourceLimits.MAX_NUMBERS) {
            throw new InvalidDataException(place + ": a matrix of " + rows + " x " + columns + " is not read; at most "
                    + SourceLimits.MAX_NUMBERS + " numbers are");
        }
        ByteBuffer name = part(INT8, "name");
        byte[] ascii = new byte[name.remaining()];
        name.get(ascii);
        values((long) rows * columns);
        if (in.hasRemaining()) {
            throw damaged(in.remaining() + " bytes follow its values");
        }
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }

    private void values(long count) {
        int at = in.position();
        int type = in.remaining() < TAG_BYTES ? 0 : typeAt(at);
        int size = bytesOf(type);
        ByteBuffer values = part(type, "values");
        if (size == 0 || values.remaining() != count * size) {
            throw damaged("its values have type " + type + " and " + values.remaining() + " bytes, which is not "
                    + count + " numbers");
        }
    }

    /** The next part, which has to be of a type; skips the padding to a multiple of 8 bytes that follows it. */
    private ByteBuffer part(int wantedType, String what) {
        if (in.remaining() < TAG_BYTES) {
            throw damaged("it is cut off before its " + what);
        }
        int at = in.position();
        boolean small = in.getInt(at) >>> 16 != 0;
        long length = small ? in.getInt(at) >>> 16 : Integer.toUnsignedLong(in.getInt(at + 4));
        int start = small ? at + 4 : at + TAG_BYTES;
        long paddedEnd = small ? at + TAG_BYTES : start + (length + 7) / 8 * 8;
        if (typeAt(at) != wantedType || (small && length > 4) || paddedEnd > in.limit()) {
            throw damaged("its " + what + " have type " + typeAt(at) + " and " + length + " bytes, where "
                    + (in.limit() - start) + " are left");
        }
        in.position((int) paddedEnd);
        return in.slice(start, (int) length).order(in.order());
    }

    /** In a small part the upper half of the first word is its length. */
    private int typeAt(int at) {
        return in.getInt(at) & 0xFFFF;
    }

    private static int bytesOf(int type) {
        return switch (type) {
            case 1, 2 -> 1;
            case 3, 4 -> 2;
            case 5, 6, 7 -> 4;
            case 9, 12, 13 -> 8;
            default -> 0;
        };
    }

    private static String kind(int arrayClass) {
        return switch (arrayClass) {
            case 1 -> "a cell array";
            case 2 -> "a structure";
            case 3, 17 -> "an object";
            case 4 -> "text";
            case 5 -> "a sparse matrix";
            case 16 -> "a function";
            default ->
                arrayClass <= LAST_NUMERIC_CLASS && arrayClass >= FIRST_NUMERIC_CLASS
                        ? "complex"
                        : "of unknown class " + arrayClass;
        };
    }

    private InvalidDataException damaged(String detail) {
        return new InvalidDataException(place + ": is damaged: " + detail);
    }
}
