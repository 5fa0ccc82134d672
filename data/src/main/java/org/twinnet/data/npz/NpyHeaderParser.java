package org.twinnet.data.npz;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinnet.data.InvalidDataException;

/**
 * Reads the Python dictionary in a {@code .npy} header, and no other Python:
 *
 * <pre>{'descr': '&lt;f8', 'fortran_order': False, 'shape': (2, 211), }</pre>
 *
 * <p>The three keys may stand in any order; each must occur once, and no other may. A comma may follow the last item.
 */
final class NpyHeaderParser {

    private static final int MAX_RANK = 32;
    private static final int MAX_DIGITS = 18;

    private final String text;
    private final String place;
    private int position;

    private Dtype dtype;
    private ByteOrder byteOrder;
    private boolean fortranOrder;
    private List<Integer> shape;

    private NpyHeaderParser(String text, String place) {
        this.text = text;
        this.place = place;
    }

    static NpyHeader parse(String text, int maxElements, String place) {
        NpyHeaderParser parser = new NpyHeaderParser(text, place);
        parser.dictionary(maxElements);
        return new NpyHeader(parser.dtype, parser.byteOrder, parser.fortranOrder, parser.shape);
    }

    private void dictionary(int maxElements) {
        Set<String> seen = new HashSet<>();
        expect('{');
        while (!accept('}')) {
            String key = string();
            if (!seen.add(key)) {
                throw malformed("the key " + InvalidDataException.quote(key) + " occurs twice");
            }
            expect(':');
            switch (key) {
                case "descr" -> descr();
                case "fortran_order" -> fortranOrder = bool();
                case "shape" -> shape = shape(maxElements);
                default -> throw malformed("unknown key " + InvalidDataException.quote(key));
            }
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (position < text.length()) {
            throw malformed("something follows the closing brace");
        }
        if (seen.size() < 3) {
            throw malformed("it needs the keys 'descr', 'fortran_order' and 'shape'");
        }
    }

    private void descr() {
        if (peek() == '[') {
            throw new InvalidDataException(place + ": a structured array (with named fields) is not read; "
                    + "save each field as its own array");
        }
        String descr = string();
        if (descr.endsWith("O")) {
            throw new InvalidDataException(place + ": an object array is a pickle, which can run code and is never "
                    + "read; save numbers, for example with astype(float)");
        }
        char order = descr.isEmpty() ? ' ' : descr.charAt(0);
        dtype = (descr.isEmpty() ? Optional.<Dtype>empty() : Dtype.ofCode(descr.substring(1)))
                .filter(d -> order == '<' || order == '>' || (order == '|' && d.bytes() == 1))
                .orElseThrow(() -> new InvalidDataException(place + ": element type "
                        + InvalidDataException.quote(descr)
                        + " is not read; allowed are bool, integers of 8 to 64 bits, float32 and float64"));
        byteOrder = order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private boolean bool() {
        skipSpace();
        if (text.startsWith("True", position)) {
            position += 4;
            return true;
        }
        if (text.startsWith("False", position)) {
            position += 5;
            return false;
        }
        throw malformed("'fortran_order' must be True or False");
    }

    /** A tuple of lengths. In Python a tuple of one needs its comma, and {@code (5)} is the number 5. */
    private List<Integer> shape(int maxElements) {
        List<Integer> lengths = new ArrayList<>();
        expect('(');
        boolean comma = true;
        while (!accept(')')) {
            if (!comma) {
                throw malformed("'shape' must be a tuple of lengths");
            }
            lengths.add(length(maxElements));
            comma = accept(',');
        }
        if (lengths.size() == 1 && !comma) {
            throw malformed("'shape' must be a tuple; a tuple of one length ends in a comma");
        }
        if (lengths.size() > MAX_RANK) {
            throw malformed("'shape' has " + lengths.size() + " dimensions, at most " + MAX_RANK + " are read");
        }
        // Capped at every step: two factors below 2³¹ cannot overflow a long, and no limit is above the cap.
        long elements = 1;
        for (int length : lengths) {
            elements = Math.min(elements * length, Integer.MAX_VALUE);
        }
        if (elements > maxElements) {
            throw tooBig(maxElements);
        }
        return List.copyOf(lengths);
    }

    private int length(int maxElements) {
        skipSpace();
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (position == start) {
            throw malformed("'shape' must hold whole numbers, 0 or more");
        }
        if (position - start > MAX_DIGITS || Long.parseLong(text, start, position, 10) > maxElements) {
            throw tooBig(maxElements);
        }
        return Integer.parseInt(text, start, position, 10);
    }

    /** No escapes: none of the three keys and none of the type codes has a character that needs one. */
    private String string() {
        skipSpace();
        char quote = peek();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, position + 1) : -1;
        if (end < 0 || text.substring(position, end).indexOf('\\') >= 0) {
            throw malformed("a string is expected at its character " + (position + 1));
        }
        String value = text.substring(position + 1, end);
        position = end + 1;
        return value;
    }

    private char peek() {
        skipSpace();
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw malformed("'" + wanted + "' is expected at its character " + (position + 1));
        }
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private InvalidDataException malformed(String detail) {
        return new InvalidDataException(place + ": damaged .npy header: " + detail);
    }

    private InvalidDataException tooBig(int maxElements) {
        return new InvalidDataException(
                place + ": its header claims more than " + maxElements + " elements, the most that is read");
    }
}
