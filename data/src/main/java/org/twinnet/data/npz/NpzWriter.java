package org.twinnet.data.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes arrays as {@code numpy.savez} does: entries that are not compressed, row-major, {@code <f8} for numbers,
 * {@code <i8} for whole ones and {@code <U} for a string. The same arrays make the same bytes.
 */
public final class NpzWriter {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** Begins with no array. */
    public NpzWriter() {}

    /**
     * Adds an array.
     *
     * @param name its name, without {@code .npy}
     * @param values its entries in row-major order
     * @param shape its lengths; their product is the number of entries
     * @return this
     * @throws IllegalArgumentException if the entries do not fit the shape
     */
    public NpzWriter put(String name, double[] values, int... shape) {
        return put(name, "<f8", 8 * values.length, values.length, shape, bytes -> {
            for (double value : values) {
                bytes.putDouble(value);
            }
        });
    }

    /**
     * Adds a vector of whole numbers.
     *
     * @param name its name, without {@code .npy}
     * @param values its entries
     * @return this
     */
    public NpzWriter put(String name, int... values) {
        return put(name, "<i8", 8 * values.length, values.length, new int[] {values.length}, bytes -> {
            for (int value : values) {
                bytes.putLong(value);
            }
        });
    }

    /**
     * Adds a single string.
     *
     * @param name its name, without {@code .npy}
     * @param text the string
     * @return this
     */
    public NpzWriter put(String name, String text) {
        int[] characters = text.codePoints().toArray();
        return put(name, "<U" + characters.length, 4 * characters.length, 1, new int[0], bytes -> {
            for (int character : characters) {
                bytes.putInt(character);
            }
        });
    }

    private NpzWriter put(String name, String type, int length, int count, int[] shape, Consumer<ByteBuffer> elements) {
        long size = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        if (size != count) {
            throw new IllegalArgumentException(
                    name + ": " + count + " numbers for the shape " + Arrays.toString(shape) + ".");
        }
        String lengths = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String header = String.format(
                Locale.ROOT,
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }",
                type,
                shape.length == 1 ? lengths + "," : lengths);
        // NumPy pads such that the numbers begin at a multiple of 64 bytes
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + padded.length() + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1));
        elements.accept(bytes);
        entries.put(name, bytes.array());
        return this;
    }

    /**
     * The archive.
     *
     * @return the bytes of an {@code .npz}
     */
    public byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : entries.entrySet()) {
                byte[] content = array.getValue();
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                // the earliest time that a zip knows
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
