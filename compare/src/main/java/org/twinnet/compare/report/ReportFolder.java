package org.twinnet.compare.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that holds either the old report or the new one, never half of one: files are written into a hidden folder beside it, which takes its place
 * when it is complete.
 */
public final class ReportFolder {

    private final Path target;
    private final boolean replace;

    private ReportFolder(Path target, boolean replace) {
        this.target = target;
        this.replace = replace;
    }

    /**
     * Claims a folder, without changing anything yet.
     *
     * @param target where the report shall be
     * @param replace whether a folder that is not empty may be replaced
     * @return the folder
     * @throws IllegalArgumentException if it is a file, cannot be written to, holds the working folder, or is not empty and may not be replaced
     */
    public static ReportFolder at(Path target, boolean replace) {
        try {
            return claim(target, replace);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--out " + target + " cannot be used (" + reason(e) + "); name another folder.", e);
        }
    }

    private static ReportFolder claim(Path target, boolean replace) throws IOException {
        Path folder = target.toAbsolutePath().normalize();
        if (folder.getParent() == null) {
            throw refused(target, "is the root of a file system; name a folder below it.");
        }
        Path existing = existing(folder);
        if (!Files.isDirectory(existing)) {
            throw refused(
                    target,
                    existing.equals(folder)
                            ? "is a file; name a folder."
                            : "cannot be made: " + existing + " is a file; name another folder.");
        }
        if (existing.equals(folder)) {
            folder = folder.toRealPath();
            requireReplaceable(target, folder, replace);
            existing = folder.getParent();
        }
        if (!Files.isWritable(existing)) {
            throw refused(target, "cannot be made: " + existing + " cannot be written to; name another folder.");
        }
        return new ReportFolder(folder, replace);
    }

    private static void requireReplaceable(Path target, Path folder, boolean replace) throws IOException {
        if (Path.of("").toRealPath().startsWith(folder)) {
            throw refused(target, "holds the working folder and so cannot be replaced; name a folder below it.");
        }
        if (!Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()))) {
            throw refused(target, "is a mounted file system and so cannot be replaced; name a folder below it.");
        }
        if (!replace && !isEmpty(folder)) {
            throw refused(target, "is not empty; name another folder, or add --force to replace it.");
        }
    }

    /** The path itself where something is there, else the nearest folder above it that exists. */
    private static Path existing(Path path) throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return path;
        } catch (NoSuchFileException e) {
            return existing(path.getParent());
        } catch (IOException e) {
            for (Path above = path.getParent(); above != null; above = above.getParent()) {
                if (Files.isRegularFile(above)) {
                    return above;
                }
            }
            throw e;
        }
    }

    private static IllegalArgumentException refused(Path target, String why) {
        return new IllegalArgumentException("--out " + target + " " + why);
    }

    /**
     * Why a file cannot be used, for a message: the exceptions of the file system say it in their type.
     *
     * @param exception what happened
     * @return such as {@code AccessDeniedException: report}
     */
    public static String reason(IOException exception) {
        return exception.getClass().getSimpleName() + ": " + exception.getMessage();
    }

    /**
     * Writes all files and puts the folder in place. Where another report came in the meantime and may not be replaced, the next free name is taken.
     *
     * @param files names and contents
     * @return the folder
     * @throws UncheckedIOException if writing fails; what was there before is there still
     */
    public Path write(Map<String, byte[]> files) {
        try {
            Files.createDirectories(target.getParent());
            Path fresh = target.resolveSibling(".twinnet-" + UUID.randomUUID());
            try {
                Files.createDirectory(fresh);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(fresh.resolve(file.getKey()), file.getValue());
                }
                Path place = place();
                replaceBy(fresh, place, target.resolveSibling(fresh.getFileName() + "-old"));
                return place;
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place() throws IOException {
        Path place = target;
        for (int i = 2; !replace && Files.exists(place) && !(Files.isDirectory(place) && isEmpty(place)); i++) {
            place = target.resolveSibling(target.getFileName() + "-" + i);
        }
        return place;
    }

    private static void replaceBy(Path fresh, Path place, Path aside) throws IOException {
        boolean existed = Files.exists(place);
        if (existed) {
            Files.move(place, aside);
        }
        try {
            Files.move(fresh, place);
        } catch (IOException e) {
            if (existed) {
                Files.move(aside, place);
            }
            throw e;
        }
        delete(aside);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
