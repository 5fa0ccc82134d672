package org.twinnet.data.io;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.twinnet.data.InvalidDataException;

/**
 * Decompresses deflated data that somebody else wrote: never more than a limit, and nothing but one complete stream.
 *
 * <p>Memory grows with what has come out so far, not with what the file claims, and stops at the limit.
 */
public final class BoundedInflater {

    private static final int FIRST_BUFFER = 8192;

    private BoundedInflater() {}

    /** How the compressed data is wrapped. */
    public enum Format {
        /** RFC 1951 without a wrapper, as in a zip archive; who calls has to check the archive's CRC-32. */
        RAW_DEFLATE,
        /** RFC 1950, as in a MATLAB file; its Adler-32 checksum is verified. */
        ZLIB
    }

    /**
     * Decompresses one stream that fills a range of bytes exactly.
     *
     * @param bytes holds the stream; not modified
     * @param offset where the stream begins
     * @param length the stream's length
     * @param format how it is wrapped
     * @param limit the most bytes that may come out
     * @param place what messages call the stream, such as {@code "data.mat, element at byte 128"}
     * @return what came out
     * @throws InvalidDataException if the stream is damaged, ends too early or before the end of the range, fails its
     *     checksum, or holds more than {@code limit} bytes
     */
    public static byte[] inflate(byte[] bytes, int offset, int length, Format format, int limit, String place) {
        Inflater inflater = new Inflater(format == Format.RAW_DEFLATE);
        try {
            inflater.setInput(bytes, offset, length);
            byte[] out = drain(inflater, limit, place);
            if (inflater.getRemaining() > 0) {
                throw new InvalidDataException(place + ": its compressed data ends " + inflater.getRemaining()
                        + " bytes too early; the file is damaged");
            }
            return out;
        } catch (DataFormatException e) {
            String reason = e.getMessage() == null ? "not a deflate stream" : e.getMessage();
            throw new InvalidDataException(
                    place + ": its compressed data is damaged (" + reason + "); get an intact copy of the file", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] drain(Inflater inflater, int limit, String place) throws DataFormatException {
        byte[] out = new byte[Math.min(FIRST_BUFFER, limit)];
        int count = 0;
        while (!inflater.finished()) {
            if (count == out.length) {
                out = grow(inflater, out, limit, place);
            }
            int inflated = inflater.inflate(out, count, out.length - count);
            count += inflated;
            if (inflated == 0 && !inflater.finished()) {
                throw new InvalidDataException(place + ": its compressed data is cut off after " + count
                        + " bytes; get an intact copy of the file");
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** A bigger buffer; at the limit only the end of the stream may follow, which one probing byte tells. */
    private static byte[] grow(Inflater inflater, byte[] out, int limit, String place) throws DataFormatException {
        if (out.length < limit) {
            return Arrays.copyOf(out, (int) Math.min(2L * out.length, limit));
        }
        if (inflater.inflate(new byte[1]) > 0) {
            throw new InvalidDataException(
                    place + ": inflates to more than " + limit + " bytes, the most that is allowed here");
        }
        return out;
    }
}
