package org.twinnet.data.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.Dtype;

/**
 * One uncompressed variable of a MATLAB v5 file: a matrix element whose parts are flags, dimensions, name and values.
 *
 * <p>Checks the structure, so that no length in it can surprise the library that reads the values, and each stored
 * number against the class of the matrix: MATLAB may store a matrix of doubles as small integers, but a logical matrix
 * never holds 29.
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
    private static final int LOGICAL = 0x200;

    private static final String INEXACT =
            "an integer beyond ±2^53, which a double cannot hold exactly; save it with double(…)";

    /** The numeric classes in the order of their numbers, from {@link #FIRST_NUMERIC_CLASS}. */
    private static final List<Dtype> CLASSES = List.of(
            Dtype.FLOAT64,
            Dtype.FLOAT32,
            Dtype.INT8,
            Dtype.UINT8,
            Dtype.INT16,
            Dtype.UINT16,
            Dtype.INT32,
            Dtype.UINT32,
            Dtype.INT64,
            Dtype.UINT64);

    private final ByteBuffer in;
    private final String place;

    private String name;
    private Dtype ofClass;
    private int rows;
    private Dtype stored;
    private ByteBuffer values;

    private MatElement(byte[] element, ByteOrder order, String place) {
        this.in = ByteBuffer.wrap(element).order(order);
        this.place = place;
    }

    /** An element that is one real numeric matrix of two dimensions and nothing more; anything else is refused. */
    static MatElement numericMatrix(byte[] element, ByteOrder order, String place) {
        MatElement matrix = new MatElement(element, order, place);
        matrix.parse();
        return matrix;
    }

    String name() {
        return name;
    }

    /**
     * Refuses a number that is no value of the matrix's class, such as 29 in a logical matrix. Floating-point numbers
     * may be stored as integers of up to 32 bits, as MATLAB does; 64 bits may as well be the bits of doubles.
     */
    void requireValuesOfClass(String variable) {
        if (ofClass.isFloating() && (stored == Dtype.INT64 || stored == Dtype.UINT64)) {
            throw new InvalidDataException(variable + ": its numbers are of class " + className()
                    + " but stored as 64-bit integers, which no matrix of that class is; "
                    + "save it again with full(double(…))");
        }
        for (int i = 0; values.hasRemaining(); i++) {
            double value = stored.next(values);
            boolean inexact = Double.isNaN(value) && !stored.isFloating();
            if (inexact || !ofClass.holds(value)) {
                throw new InvalidDataException(
                        variable + ", row " + (i % rows + 1) + ", column " + (i / rows + 1) + ": "
                                + (inexact
                                        ? INEXACT
                                        : text(value) + " is no value of the variable's class, " + className()
                                                + "; the file is damaged: save it again with full(double(…))"));
            }
        }
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private String className() {
        return switch (ofClass) {
            case BOOL -> "logical (0 or 1)";
            case FLOAT32 -> "single";
            case FLOAT64 -> "double";
            default -> ofClass.name().toLowerCase(Locale.ROOT);
        };
    }

    private void parse() {
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
        rows = dimensions.getInt();
        int columns = dimensions.getInt();
        if (rows < 0 || columns < 0 || (long) rows * columns > SourceLimits.MAX_NUMBERS) {
            throw new InvalidDataException(place + ": a matrix of " + rows + " x " + columns + " is not read; at most "
                    + SourceLimits.MAX_NUMBERS + " numbers are");
        }
        ByteBuffer nameBytes = part(INT8, "name");
        name = StandardCharsets.ISO_8859_1.decode(nameBytes).toString();
        ofClass = (word & LOGICAL) != 0 ? Dtype.BOOL : CLASSES.get(arrayClass - FIRST_NUMERIC_CLASS);
        values((long) rows * columns);
        if (in.hasRemaining()) {
            throw damaged(in.remaining() + " bytes follow its values");
        }
    }

    private void values(long count) {
        int at = in.position();
        int type = in.remaining() < TAG_BYTES ? 0 : typeAt(at);
        Optional<Dtype> storage = storage(type);
        values = part(type, "values");
        if (storage.isEmpty() || values.remaining() != count * storage.get().bytes()) {
            throw damaged("its values have type " + type + " and " + values.remaining() + " bytes, which is not "
                    + count + " numbers");
        }
        stored = storage.get();
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

    /** How values of a type are stored; empty if the type is none of numbers. */
    private static Optional<Dtype> storage(int type) {
        return Optional.ofNullable(
                switch (type) {
                    case 1 -> Dtype.INT8;
                    case 2 -> Dtype.UINT8;
                    case 3 -> Dtype.INT16;
                    case 4 -> Dtype.UINT16;
                    case 5 -> Dtype.INT32;
                    case 6 -> Dtype.UINT32;
                    case 7 -> Dtype.FLOAT32;
                    case 9 -> Dtype.FLOAT64;
                    case 12 -> Dtype.INT64;
                    case 13 -> Dtype.UINT64;
                    default -> null;
                });
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
