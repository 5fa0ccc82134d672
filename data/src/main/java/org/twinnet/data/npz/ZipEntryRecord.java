package org.twinnet.data.npz;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.io.BoundedInflater;

/**
 * One entry of a zip archive.
 *
 * @param name its name, as both headers have it
 * @param flags the general purpose bits
 * @param method {@link #STORED} or {@link #DEFLATED}
 * @param crc the CRC-32 of the content
 * @param compressedSize the bytes that it takes in the archive
 * @param size the bytes of the content, as claimed
 * @param offset where its compressed bytes begin
 */
record ZipEntryRecord(String name, int flags, int method, int crc, int compressedSize, long size, int offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** The local header knew neither sizes nor checksum; they follow the data. */
    boolean hasDataDescriptor() {
        return (flags & 8) != 0;
    }

    ZipEntryRecord at(int newOffset) {
        return new ZipEntryRecord(name, flags, method, crc, compressedSize, size, newOffset);
    }

    /** The content, its size and checksum verified. */
    byte[] content(byte[] zip, long maxBytes, String place) {
        if (size > maxBytes) {
            throw new InvalidDataException(
                    place + ": claims " + size + " bytes, at most " + maxBytes + " are read of one entry");
        }
        byte[] content = method == STORED
                ? Arrays.copyOfRange(zip, offset, offset + compressedSize)
                : BoundedInflater.inflate(
                        zip, offset, compressedSize, BoundedInflater.Format.RAW_DEFLATE, (int) size, place);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        if (content.length != size || (int) checksum.getValue() != crc) {
            throw new InvalidDataException(
                    place + ": is damaged (its checksum or size is wrong); get an intact copy of the file");
        }
        return content;
    }
}
