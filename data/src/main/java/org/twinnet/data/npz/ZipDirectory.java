package org.twinnet.data.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twinnet.data.InvalidDataException;

/**
 * The table of contents of a zip archive, read more strictly than {@link java.util.zip} does.
 *
 * <p>The central directory at the end and the header before each entry must agree on the name, method, checksum and
 * sizes; entries must follow one another from the first byte on, without overlap and without a gap; no name may occur
 * twice; and nothing may follow the end record. Archives that show one content to one reader and another to the next
 * have no room to do so here. Encryption, other methods than stored and deflated, comments at the end, and archives in
 * several parts or over 4 GiB are refused.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int ENCRYPTED = 1;
    private static final long ZIP64 = 0xffffffffL;

    private final ByteBuffer zip;
    private final String file;
    private final ZipKind kind;

    private ZipDirectory(byte[] bytes, String file, ZipKind kind) {
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.file = file;
        this.kind = kind;
    }

    /** The entries in the order of the central directory. */
    static List<ZipEntryRecord> read(byte[] bytes, int maxEntries, String file, ZipKind kind) {
        return new ZipDirectory(bytes, file, kind).entries(maxEntries);
    }

    private List<ZipEntryRecord> entries(int maxEntries) {
        int end = zip.capacity() - END_BYTES;
        if (end < 0 || zip.getInt(end) != END_SIGNATURE) {
            throw new InvalidDataException(file + ": is not a complete zip archive, which " + kind.what()
                    + " is; it is cut off, or another kind of file");
        }
        int count = unsignedShort(end + 10);
        long size = unsignedInt(end + 12);
        long start = unsignedInt(end + 16);
        if (zip.getInt(end + 4) != 0 || unsignedShort(end + 8) != count || unsignedShort(end + 20) != 0) {
            throw damaged("its end record describes an archive in several parts, or a comment");
        }
        if (start + size != end) {
            throw damaged("its directory is not where the end record says");
        }
        if (count > maxEntries) {
            throw new InvalidDataException(file + ": has " + count + " entries, at most " + maxEntries + " are read");
        }
        return entries((int) start, end, count);
    }

    private List<ZipEntryRecord> entries(int start, int end, int count) {
        List<ZipEntryRecord> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int at = start;
        int expectedOffset = 0;
        for (int i = 0; i < count; i++) {
            if (at + CENTRAL_BYTES > end || zip.getInt(at) != CENTRAL_SIGNATURE) {
                throw damaged("its directory ends after " + i + " of " + count + " entries");
            }
            int next = at + CENTRAL_BYTES + unsignedShort(at + 28) + unsignedShort(at + 30) + unsignedShort(at + 32);
            if (next > end) {
                throw damaged("entry " + (i + 1) + " of its directory is cut off");
            }
            ZipEntryRecord entry = entry(at);
            if (!names.add(entry.name())) {
                throw new InvalidDataException(file + ": entry " + InvalidDataException.quote(entry.name())
                        + " occurs twice, so it is open which one is meant");
            }
            if (unsignedInt(at + 42) != expectedOffset) {
                throw damaged("entry " + InvalidDataException.quote(entry.name())
                        + " does not begin where the one before it ends");
            }
            entry = ZipLocalHeader.locate(zip, expectedOffset, start, entry, file);
            expectedOffset = ZipLocalHeader.endOf(zip, start, entry, file);
            entries.add(entry);
            at = next;
        }
        if (at != end || expectedOffset != start) {
            throw damaged("there are bytes that belong to no entry");
        }
        return entries;
    }

    private ZipEntryRecord entry(int at) {
        int flags = unsignedShort(at + 8);
        int method = unsignedShort(at + 10);
        int crc = zip.getInt(at + 16);
        long compressed = unsignedInt(at + 20);
        long size = unsignedInt(at + 24);
        String name = name(at + CENTRAL_BYTES, unsignedShort(at + 28));
        String place = file + ", entry " + InvalidDataException.quote(name);
        if ((flags & ENCRYPTED) != 0) {
            throw new InvalidDataException(place + ": is encrypted; save it without a password");
        }
        if (method != ZipEntryRecord.STORED && method != ZipEntryRecord.DEFLATED) {
            throw new InvalidDataException(place + ": compression method " + method + " is not read; " + kind.writers()
                    + " write ones that are");
        }
        if (compressed >= zip.capacity() || size == ZIP64) {
            throw damaged("entry " + InvalidDataException.quote(name) + " claims " + compressed
                    + " compressed bytes, more than the file has");
        }
        if (method == ZipEntryRecord.STORED && compressed != size) {
            throw damaged("entry " + InvalidDataException.quote(name) + " is stored, but its two sizes differ");
        }
        return new ZipEntryRecord(name, flags, method, crc, (int) compressed, size, 0);
    }

    /** ASCII only, so that a name looks the same to everybody and needs no guess about its encoding. */
    private String name(int at, int length) {
        String name = new String(zip.array(), at, length, StandardCharsets.ISO_8859_1);
        if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new InvalidDataException(file + ": entry " + InvalidDataException.quote(name)
                    + " has a name that is not plain ASCII; use the letters, digits and @ _ . of the documented names");
        }
        return name;
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private long unsignedInt(int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }

    private InvalidDataException damaged(String detail) {
        return new InvalidDataException(file + ": damaged zip archive: " + detail);
    }
}
