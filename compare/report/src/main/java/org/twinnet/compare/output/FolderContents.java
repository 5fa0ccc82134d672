package org.twinnet.compare.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in a folder, and what of it is Twinnet's.
 *
 * @param entries everything in it
 * @param list the files that Twinnet wrote, where the folder knows; the reports of former versions have no list
 * @param foreign the first entry that Twinnet did not write
 */
record FolderContents(List<Path> entries, Optional<FileList> list, Optional<Path> foreign) {

    static FolderContents of(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> found = Files.list(folder)) {
            entries = found.sorted().toList();
        }
        Path marker = folder.resolve(FileList.NAME);
        Optional<FileList> list = FileList.read(marker);
        for (Path entry : entries) {
            boolean ours = list.isPresent()
                    ? entry.equals(marker) || list.get().names(entry)
                    : FormerReports.include(entry, entries);
            if (!ours || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                return new FolderContents(entries, list, Optional.of(entry));
            }
        }
        return new FolderContents(entries, list, Optional.empty());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether it is the report of a study, which can be made again without training. */
    boolean isStudyReport() {
        return entries.stream().anyMatch(entry -> entry.getFileName().toString().equals("candidates.csv"));
    }

    /** Whether it says itself which files were written, and what they held. */
    boolean isListed() {
        return list.isPresent();
    }

    /** The first file that somebody changed since it was written. */
    Optional<Path> changed() {
        return list.flatMap(written -> entries.stream()
                .filter(entry -> written.names(entry) && !written.isUnchanged(entry))
                .findFirst());
    }
}
