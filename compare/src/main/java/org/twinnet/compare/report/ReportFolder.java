package org.twinnet.compare.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that holds either the old report or the new one, never half of one: files are written into a folder beside it, which takes its place when it is
 * complete.
 */
public final class ReportFolder {

    private final Path target;

    private ReportFolder(Path target) {
        this.target = target;
    }

    /**
     * Claims a folder, without changing anything yet.
     *
     * @param target where the report shall be
     * @param replace whether a folder that is not empty may be replaced
     * @return the folder
     * @throws IllegalArgumentException if it is a file, cannot be written to, or is not empty and may not be replaced
     */
    public static ReportFolder at(Path target, boolean replace) {
        Path folder = target.toAbsolutePath().normalize();
        if (folder.getParent() == null) {
            throw new IllegalArgumentException(
                    "--out " + target + " is the root of a file system; name a folder below it.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + target + " is a file; name a folder.");
        }
        if (!replace && Files.isDirectory(folder) && !isEmpty(folder)) {
            throw new IllegalArgumentException(
                    "--out " + target + " is not empty; name another folder, or add --force to replace it.");
        }
        Path existing = folder.getParent();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new IllegalArgumentException("--out " + target + " cannot be made: " + existing
                    + " is no folder that can be written to; name another one.");
        }
        return new ReportFolder(folder);
    }

    /**
     * Writes all files and puts the folder in place.
     *
     * @param files names and contents
     * @return the folder
     * @throws UncheckedIOException if writing fails; what was there before is there still
     */
    public Path write(Map<String, String> files) {
        String name = target.getFileName().toString();
        try {
            Files.createDirectories(target.getParent());
            Path fresh = Files.createTempDirectory(target.getParent(), "." + name + ".new-");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Files.writeString(fresh.resolve(file.getKey()), file.getValue());
                }
                replaceBy(fresh, target.resolveSibling(fresh.getFileName() + ".old"));
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private void replaceBy(Path fresh, Path aside) throws IOException {
        boolean existed = Files.exists(target);
        if (existed) {
            Files.move(target, aside);
        }
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            if (existed) {
                Files.move(aside, target);
            }
            throw e;
        }
        delete(aside);
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new IllegalArgumentException("--out " + folder + " cannot be read; name another folder.", e);
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
