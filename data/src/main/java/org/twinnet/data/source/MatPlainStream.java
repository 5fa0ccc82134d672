package org.twinnet.data.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.io.BoundedInflater;

/**
 * A MATLAB v5 file without its compression, every length in it verified: what MFL is given to read.
 *
 * <p>MFL believes what a file says. It never verifies the Adler-32 checksum of a compressed element, so a damaged file
 * can read as other numbers without a word, and it allocates what a tag claims, so a small file can ask for gigabytes.
 * Here each compressed element is inflated within a limit and its checksum verified, and {@link MatElement} checks that
 * each part of it fits into the one that holds it. Elements that were saved without compression carry no checksum;
 * nobody can tell whether their numbers are as they were.
 *
 * @see <a href="https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf">MAT-File Format</a>
 */
final class MatPlainStream {

    private static final int HEADER_BYTES = 128;
    private static final int SUBSYSTEM_OFFSET = 116;
    private static final int VERSION = 124;
    private static final short VERSION_5 = 0x0100;
    private static final int COMPRESSED = 15;

    private final String file;
    private final ByteBuffer in;
    private final Set<String> allowedNames;
    private final Set<String> names = new LinkedHashSet<>();
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

    private MatPlainStream(String file, byte[] bytes, Set<String> allowedNames) {
        this.file = file;
        this.in = ByteBuffer.wrap(bytes);
        this.allowedNames = allowedNames;
    }

    /**
     * The plain bytes of a file whose variables are among the allowed ones, each at most once, and numeric matrices
     * that hold values of their class only.
     *
     * @throws InvalidDataException if the file is anything else
     */
    static byte[] of(String file, byte[] bytes, Set<String> allowedNames) {
        MatPlainStream stream = new MatPlainStream(file, bytes, allowedNames);
        stream.header();
        while (stream.in.hasRemaining()) {
            stream.element();
        }
        return stream.plain.toByteArray();
    }

    private void header() {
        String text = new String(in.array(), 0, Math.min(in.capacity(), SUBSYSTEM_OFFSET), StandardCharsets.ISO_8859_1);
        if (text.startsWith("MATLAB 7.3 MAT-file")) {
            throw new InvalidDataException(file + ": is a MATLAB v7.3 file; save it again with -v7");
        }
        if (!text.startsWith("MATLAB 5.0 MAT-file") || in.capacity() < HEADER_BYTES) {
            throw new InvalidDataException(file + ": is not a complete MATLAB v5 file; save it with -v7 or -v6");
        }
        boolean little = in.get(VERSION + 2) == 'I' && in.get(VERSION + 3) == 'M';
        boolean big = in.get(VERSION + 2) == 'M' && in.get(VERSION + 3) == 'I';
        in.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (!(little || big) || in.getShort(VERSION) != VERSION_5) {
            throw new InvalidDataException(file + ": has a damaged header (byte order or version)");
        }
        long subsystem = in.getLong(SUBSYSTEM_OFFSET);
        if (subsystem != 0 && subsystem != 0x2020202020202020L) {
            throw new InvalidDataException(
                    file + ": holds MATLAB objects (such as tables or strings); " + "save numeric matrices only");
        }
        plain.write(in.array(), 0, HEADER_BYTES);
        in.position(HEADER_BYTES);
    }

    private void element() {
        String place = file + ", element at byte " + in.position();
        if (in.remaining() < MatElement.TAG_BYTES) {
            throw new InvalidDataException(place + ": is cut off");
        }
        int start = in.position();
        int type = in.getInt();
        long length = Integer.toUnsignedLong(in.getInt());
        if (length > in.remaining()) {
            throw new InvalidDataException(
                    place + ": claims " + length + " bytes, but " + in.remaining() + " follow; the file is cut off");
        }
        byte[] element;
        if (type == COMPRESSED) {
            int room = SourceLimits.MAX_MAT_BYTES - plain.size();
            element = BoundedInflater.inflate(
                    in.array(), in.position(), (int) length, BoundedInflater.Format.ZLIB, room, place);
        } else {
            element = new byte[MatElement.TAG_BYTES + (int) length];
            in.get(start, element);
        }
        in.position(in.position() + (int) length);
        MatElement matrix = MatElement.numericMatrix(element, in.order(), place);
        String name = matrix.name();
        if (!allowedNames.contains(name)) {
            throw new InvalidDataException(file + ": variable " + InvalidDataException.quote(name) + " is not one of "
                    + String.join(", ", allowedNames) + "; remove or rename it, so that nothing is overlooked");
        }
        if (!names.add(name)) {
            throw new InvalidDataException(file + ": variable " + name + " occurs twice");
        }
        matrix.requireValuesOfClass(file + ", variable " + name);
        plain.writeBytes(element);
    }
}
