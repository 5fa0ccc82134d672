package org.twinnet.data.npz;

import java.nio.ByteBuffer;
import org.twinnet.data.InvalidDataException;

/** The header that precedes each entry of a zip archive, held against what the central directory says of it. */
final class ZipLocalHeader {

    private static final int SIGNATURE = 0x04034b50;
    private static final int BYTES = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int ZIP64_FIELD = 1;
    private static final long ZIP64 = 0xffffffffL;

    private final ByteBuffer zip;
    private final int start;
    private final int limit;
    private final ZipEntryRecord central;
    private final String file;

    private ZipLocalHeader(ByteBuffer zip, int start, int limit, ZipEntryRecord central, String file) {
        this.zip = zip;
        this.start = start;
        this.limit = limit;
        this.central = central;
        this.file = file;
    }

    /** The entry with the offset of its data, which only the local header tells. */
    static ZipEntryRecord locate(ByteBuffer zip, int start, int limit, ZipEntryRecord central, String file) {
        return new ZipLocalHeader(zip, start, limit, central, file).locate();
    }

    /** Where the entry ends: after its data, and after the descriptor that may follow them. */
    static int endOf(ByteBuffer zip, int limit, ZipEntryRecord located, String file) {
        int end = located.offset() + located.compressedSize();
        return located.hasDataDescriptor() ? new ZipLocalHeader(zip, end, limit, located, file).endOfDescriptor() : end;
    }

    private ZipEntryRecord locate() {
        require(start + BYTES <= limit && zip.getInt(start) == SIGNATURE);
        int nameLength = unsignedShort(start + 26);
        int extraLength = unsignedShort(start + 28);
        int nameStart = start + BYTES;
        int dataStart = nameStart + nameLength + extraLength;
        require((long) dataStart + central.compressedSize() <= limit);
        require(unsignedShort(start + 6) == central.flags()
                && unsignedShort(start + 8) == central.method()
                && nameLength == central.name().length());
        for (int i = 0; i < nameLength; i++) {
            require(zip.get(nameStart + i) == central.name().charAt(i));
        }
        if (!central.hasDataDescriptor()) {
            requireSizes(nameStart + nameLength, extraLength);
        }
        return central.at(dataStart);
    }

    /** NumPy asks for zip64 whatever the size, so both sizes usually stand in an extra field. */
    private void requireSizes(int extraStart, int extraLength) {
        long compressed = Integer.toUnsignedLong(zip.getInt(start + 18));
        long size = Integer.toUnsignedLong(zip.getInt(start + 22));
        if (compressed == ZIP64 && size == ZIP64) {
            require(extraLength >= 20
                    && unsignedShort(extraStart) == ZIP64_FIELD
                    && unsignedShort(extraStart + 2) >= 16);
            size = zip.getLong(extraStart + 4);
            compressed = zip.getLong(extraStart + 12);
        }
        require(zip.getInt(start + 14) == central.crc()
                && compressed == central.compressedSize()
                && size == central.size());
    }

    /** Checksum and sizes again, after an optional signature; the sizes have 4 bytes each, or 8 in a zip64 entry. */
    private int endOfDescriptor() {
        int at = start;
        if (at + 4 <= limit && zip.getInt(at) == DESCRIPTOR_SIGNATURE) {
            at += 4;
        }
        if (at + 12 <= limit
                && zip.getInt(at) == central.crc()
                && zip.getInt(at + 4) == central.compressedSize()
                && zip.getInt(at + 8) == (int) central.size()) {
            return at + 12;
        }
        require(at + 20 <= limit
                && zip.getInt(at) == central.crc()
                && zip.getLong(at + 4) == central.compressedSize()
                && zip.getLong(at + 12) == central.size());
        return at + 20;
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private void require(boolean agrees) {
        if (!agrees) {
            throw new InvalidDataException(
                    file + ": damaged zip archive: the header of entry " + InvalidDataException.quote(central.name())
                            + " is cut off, or does not agree with the archive's directory");
        }
    }
}
