package org.twinnet.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinnet.data.InvalidDataException;

/** Reads a whole file into memory, after making sure that it is a file and that it is not too big. */
public final class BoundedFile {

    private BoundedFile() {}

    /**
     * The bytes of a regular file.
     *
     * <p>The limit holds for what is read, not only for the size that the file system reports, so a file that grows
     * meanwhile cannot exceed it.
     *
     * @param file the file
     * @param maxBytes the most bytes that it may have
     * @return its bytes, at least one
     * @throws InvalidDataException if the file does not exist, is a directory or another special file, is empty, is too
     *     big, or cannot be read
     */
    public static byte[] read(Path file, int maxBytes) {
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(file + ": is a directory; give a file in it");
        }
        if (Files.notExists(file)) {
            throw new InvalidDataException(file + ": no such file; check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidDataException(file + ": is not a regular file; copy the data to one");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) Math.min(maxBytes + 1L, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + "); check its permissions", e);
        }
        if (bytes.length == 0) {
            throw new InvalidDataException(file + ": is empty");
        }
        if (bytes.length > maxBytes) {
            throw new InvalidDataException(file + ": has more than " + maxBytes + " bytes, the most that is read");
        }
        return bytes;
    }
}
