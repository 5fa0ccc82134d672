package org.twinnet.data.npz;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * (pickles), strings other than a single one, encryption, and anything that {@link NpzLimits} forbids. C and Fortran
 * order, both byte orders and all types of {@link Dtype} are read; versions 1.0 to 3.0 of the array format are.
 */
public final class NpzArchive {

    private static final String SUFFIX = ".npy";

    private final Map<String, NpyArray> arrays;
    private final Map<String, String> texts;

    private NpzArchive(Map<String, NpyArray> arrays, Map<String, String> texts) {
        this.arrays = Collections.unmodifiableMap(arrays);
        this.texts = Collections.unmodifiableMap(texts);
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
        Map<String, String> texts = new LinkedHashMap<>();
        int elementsLeft = limits.maxTotalElements();
        for (ZipEntryRecord entry : ZipDirectory.read(zip, limits.maxEntries(), file.toString(), ZipKind.NPZ)) {
            String place = file + ", entry " + InvalidDataException.quote(entry.name());
            if (!entry.name().endsWith(SUFFIX) || entry.name().length() == SUFFIX.length()) {
                throw new InvalidDataException(place + ": is not an array; every entry of an .npz ends in .npy");
            }
            String name = entry.name().substring(0, entry.name().length() - SUFFIX.length());
            int maxElements = Math.min(limits.maxElements(), elementsLeft);
            byte[] content = entry.content(zip, NpyFormat.maxBytes(maxElements), place);
            Optional<String> text = NpyFormat.text(content, place);
            if (text.isPresent()) {
                texts.put(name, text.get());
            } else {
                NpyArray array = NpyFormat.parse(content, maxElements, place);
                elementsLeft -= array.size();
                arrays.put(name, array);
            }
        }
        return new NpzArchive(arrays, texts);
    }

    /**
     * The names of the arrays and of the single strings, without {@code .npy}.
     *
     * @return the names, arrays first, each in the order of the file
     */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(arrays.keySet());
        names.addAll(texts.keySet());
        return names;
    }

    /**
     * A single string, which is an entry of shape {@code ()} and a type such as {@code <U7}.
     *
     * @param name such as {@code "examples_as"}; case matters
     * @return the string, or empty if there is none of that name
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
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
