package org.twinnet.data.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code .npz} files for tests, well-formed ones and others. */
public final class NpzFiles {

    private NpzFiles() {}

    /** The golden file of that name, which NumPy wrote; see make.py beside it. */
    static Path golden(String name) {
        return Path.of("src", "test", "resources", "golden", "npz", name);
    }

    /** A version 1.0 array file with any header text and any bytes after it. */
    public static byte[] npy(String header, byte[] payload) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + text.length + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .put(payload)
                .array();
    }

    /** A little-endian float64 array in C order; {@code shape} as Python writes it. */
    public static byte[] float64(String shape, double... values) {
        ByteBuffer payload = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            payload.putDouble(value);
        }
        return npy("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", payload.array());
    }

    /** An archive without compression. */
    public static byte[] stored(Map<String, byte[]> entries) {
        return zip(entries, ZipEntry.STORED);
    }

    /** An archive with compression, whose entries are followed by data descriptors. */
    public static byte[] deflated(Map<String, byte[]> entries) {
        return zip(entries, ZipEntry.DEFLATED);
    }

    private static byte[] zip(Map<String, byte[]> entries, int method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> named : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(named.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(named.getValue());
                    entry.setCrc(crc.getValue());
                    entry.setSize(named.getValue().length);
                }
                zip.putNextEntry(entry);
                zip.write(named.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static NpzArchive read(Path folder, byte[] archive) throws IOException {
        return NpzArchive.read(Files.write(folder.resolve("test.npz"), archive));
    }

    static NpzArchive read(Path folder, byte[] archive, NpzLimits limits) throws IOException {
        return NpzArchive.read(Files.write(folder.resolve("test.npz"), archive), limits);
    }
}
