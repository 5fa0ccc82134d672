package org.twinnet.data.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinnet.data.InvalidDataException;

/**
 * A single string as NumPy writes it: a header of the type {@code <Un} and of shape {@code ()}, and n code points of
 * four bytes each.
 */
final class NpyText {

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([<>])U([1-9][0-9]{0,3})', 'fortran_order': (?:True|False), 'shape': \\(\\), }\\s*");

    private NpyText() {}

    /**
     * Reads a string.
     *
     * @param header text of the {@code .npy} header
     * @param elements what follows it
     * @param place the entry, for messages
     * @return the string; empty if the header is of something else
     * @throws InvalidDataException if the bytes are no string of the header's length
     */
    static Optional<String> parse(String header, ByteBuffer elements, String place) {
        Matcher form = HEADER.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(form.group(2));
        if (elements.remaining() != 4 * length) {
            throw new InvalidDataException(place + ": " + elements.remaining() + " bytes of a string of " + length
                    + " characters, which takes " + 4 * length + "; the file is cut off or damaged");
        }
        elements.order(form.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < length; k++) {
            int codePoint = elements.getInt();
            if (!Character.isValidCodePoint(codePoint)) {
                throw new InvalidDataException(
                        place + ": character " + (k + 1) + " of its string is none; the file is damaged");
            }
            text.appendCodePoint(codePoint);
        }
        // NumPy fills a shorter string up with zeros and takes them off again
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return Optional.of(text.substring(0, end));
    }
}
