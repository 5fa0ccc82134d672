package org.twinnet.compare.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * What is in a folder, and what of it is Twinnet's.
 *
 * @param folder the folder
 * @param entries everything in it, and in the folders below that Twinnet made
 * @param list the files that Twinnet wrote, where the folder knows; the reports of former versions have no list
 * @param foreign the first entry that Twinnet did not write
 */
record FolderContents(Path folder, List<Path> entries, Optional<FileList> list, Optional<Path> foreign) {

    static FolderContents of(Path folder) throws IOException {
        Path marker = folder.resolve(FileList.NAME);
        Optional<FileList> list = FileList.read(marker);
        List<Path> entries = new ArrayList<>();
        list(folder, folder, list, entries);
        for (Path entry : entries) {
            boolean ours = list.isPresent()
                    ? entry.equals(marker) || list.get().names(name(folder, entry))
                    : FormerReports.include(entry, entries);
            if (!ours || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                return new FolderContents(folder, entries, list, Optional.of(entry));
            }
        }
        return new FolderContents(folder, entries, list, Optional.empty());
    }

    /** Looks into the folders that Twinnet made; any other is an entry itself. */
    private static void list(Path folder, Path from, Optional<FileList> list, List<Path> entries) throws IOException {
        List<Path> found;
        try (Stream<Path> here = Files.list(from)) {
            found = here.sorted().toList();
        }
        for (Path entry : found) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                    && list.isPresent()
                    && list.get().hasFolder(name(folder, entry))) {
                list(folder, entry, list, entries);
            } else {
                entries.add(entry);
            }
        }
    }

    /** As the list of files says it, with slashes on every system. */
    private static String name(Path folder, Path entry) {
        StringJoiner name = new StringJoiner("/");
        folder.relativize(entry).forEach(part -> name.add(part.toString()));
        return name.toString();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether it is the report of a study, which can be made again without training. */
    boolean isStudyReport() {
        return entries.stream().anyMatch(entry -> entry.getFileName().toString().equals("candidates.csv"));
    }

    /** Whether it is a project that somebody builds. */
    boolean isProject() {
        return list.isPresent() && list.get().names("pom.xml");
    }

    /** Whether it says itself which files were written, and what they held. */
    boolean isListed() {
        return list.isPresent();
    }

    /** The first file that somebody changed since it was written. */
    Optional<Path> changed() {
        return list.flatMap(written -> entries.stream()
                .filter(entry -> {
                    String name = name(folder, entry);
                    return written.names(name) && !written.isUnchanged(name, entry);
                })
                .findFirst());
    }
}
