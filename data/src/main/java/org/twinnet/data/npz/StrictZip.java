package org.twinnet.data.npz;

import java.nio.file.Path;
import java.util.List;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.io.BoundedFile;

/**
 * A zip archive that somebody else wrote, of any content, read as strictly as an {@code .npz}: both of its tables of
 * contents must agree, no name occurs twice, no byte belongs to no entry, and nothing is larger than somebody allows.
 */
public final class StrictZip {

    private final byte[] bytes;
    private final String file;
    private final List<ZipEntryRecord> entries;

    private StrictZip(byte[] bytes, String file, List<ZipEntryRecord> entries) {
        this.bytes = bytes;
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads the table of contents; no entry is decompressed yet.
     *
     * @param file the archive
     * @param maxBytes the most bytes that the file may have
     * @param maxEntries the most entries in it
     * @param kind what it is, for messages
     * @return the archive
     * @throws InvalidDataException if the file cannot be read, is too big, or is no complete zip archive
     */
    public static StrictZip read(Path file, int maxBytes, int maxEntries, ZipKind kind) {
        byte[] bytes = BoundedFile.read(file, maxBytes);
        return new StrictZip(bytes, file.toString(), ZipDirectory.read(bytes, maxEntries, file.toString(), kind));
    }

    /**
     * The names of all entries.
     *
     * @return in the order of the archive; plain ASCII, each once
     */
    public List<String> names() {
        return entries.stream().map(ZipEntryRecord::name).toList();
    }

    /**
     * Decompresses an entry.
     *
     * @param name its name
     * @param maxBytes the most bytes that it may have
     * @return its bytes, their checksum verified
     * @throws InvalidDataException if there is none, it is damaged or too big
     */
    public byte[] content(String name, int maxBytes) {
        ZipEntryRecord entry = entries.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException(file + ": holds no entry " + name));
        return entry.content(bytes, maxBytes, file + ", entry " + InvalidDataException.quote(name));
    }
}
