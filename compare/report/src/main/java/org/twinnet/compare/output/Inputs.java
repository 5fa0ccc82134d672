package org.twinnet.compare.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command reads: no output may take its place.
 *
 * @param paths files and folders, as the user named them
 */
public record Inputs(List<Path> paths) {

    /**
     * Copies the list.
     *
     * @param paths files and folders
     */
    public Inputs {
        paths = List.copyOf(paths);
    }

    /**
     * The inputs of a command.
     *
     * @param paths files and folders; null for one that was not given
     * @return those that were given
     */
    public static Inputs of(Path... paths) {
        return new Inputs(Arrays.stream(paths).filter(Objects::nonNull).toList());
    }

    /**
     * The same and another one.
     *
     * @param path a file or folder; null for one that was not given
     * @return those that were given
     */
    public Inputs and(Path path) {
        return new Inputs(Stream.concat(paths.stream(), Stream.ofNullable(path)).toList());
    }

    /** An input that would go with a folder: it, or a link to it, is inside or is the folder itself. */
    Optional<Path> in(Path folder) {
        return paths.stream()
                .filter(path -> places(path).anyMatch(place -> place.startsWith(folder)))
                .findFirst();
    }

    /** Whether a file is an input, under whatever name. */
    boolean contain(Path file) {
        return paths.stream().anyMatch(path -> places(path).anyMatch(file::equals) || same(path, file));
    }

    private static boolean same(Path path, Path file) {
        try {
            return Files.isSameFile(path, file);
        } catch (IOException e) {
            // One of the two does not exist, or cannot be looked at: the names alone decide.
            return false;
        }
    }

    /** Where the input is, and where the link to it is. */
    private static Stream<Path> places(Path path) {
        Path named = path.toAbsolutePath().normalize();
        return Stream.of(
                real(named),
                named.getParent() == null ? named : real(named.getParent()).resolve(named.getFileName()));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
