package org.twinnet.data.npz;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.io.BoundedFile;

/**
 * The named arrays of an {@code .npz} file, as {@code numpy.savez} and {@code numpy.savez_compressed} write it.
 *
 * <p>Reading is all or nothing: every entry is decompressed, its CRC-32 verified and its header parsed, and whatever is
 * wrong with any of them refuses the file. Refused too are duplicate names, entries that are not arrays, object arrays
 * (pickles), encryption, and anything that {@link NpzLimits} forbids. C and Fortran order, both byte orders and all
 * types of {@link Dtype} are read; versions 1.0 to 3.0 of the array format are.
 */
public final class NpzArchive {

    private static final String SUFFIX = ".npy";

    private final Map<String, NpyArray> arrays;

    private NpzArchive(Map<String, NpyArray> arrays) {
        this.arrays = arrays;
    }

    /**
     * Reads an archive within the {@linkplain NpzLimits#defaults() default limits}.
     *
     * @param file the archive
     * @return its arrays
     * @throws InvalidDataException if the file cannot be read, is damaged or hostile, holds something that is not an
     *     array of numbers or booleans, or exceeds a limit
     */
    public static NpzArchive read(Path file) {
        return read(file, NpzLimits.defaults());
    }

    /**
     * Reads an archive within limits.
     *
     * @param file the archive
     * @param limits how big it may be
     * @return its arrays
     * @throws InvalidDataException if the file cannot be read, is damaged or hostile, holds something that is not an
     *     array of numbers or booleans, or exceeds a limit
     */
    public static NpzArchive read(Path file, NpzLimits limits) {
        byte[] zip = BoundedFile.read(file, limits.maxArchiveBytes());
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        int elementsLeft = limits.maxTotalElements();
        for (ZipEntryRecord entry : ZipDirectory.read(zip, limits.maxEntries(), file.toString())) {
            String place = file + ", entry " + InvalidDataException.quote(entry.name());
            if (!entry.name().endsWith(SUFFIX) || entry.name().length() == SUFFIX.length()) {
                throw new InvalidDataException(place + ": is not an array; every entry of an .npz ends in .npy");
            }
            NpyArray array = array(zip, entry, Math.min(limits.maxElements(), elementsLeft), place);
            elementsLeft -= array.size();
            arrays.put(entry.name().substring(0, entry.name().length() - SUFFIX.length()), array);
        }
        return new NpzArchive(Collections.unmodifiableMap(arrays));
    }

    private static NpyArray array(byte[] zip, ZipEntryRecord entry, int maxElements, String place) {
        return NpyFormat.parse(entry.content(zip, NpyFormat.maxBytes(maxElements), place), maxElements, place);
    }

    /**
     * The names of the arrays, without {@code .npy}.
     *
     * @return the names in the order of the file, unmodifiable
     */
    public Set<String> names() {
        return arrays.keySet();
    }

    /**
     * An array by its name.
     *
     * @param name such as {@code "X"} or {@code "W1@0"}; case matters
     * @return the array, or empty if there is none of that name
     */
    public Optional<NpyArray> array(String name) {
        return Optional.ofNullable(arrays.get(name));
    }
}
