package org.twinnet.compare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinnet.compare.report.ReportFolder;

/**
 * A file that an option asks for beside the report.
 *
 * @param option the option, such as {@code --json}
 * @param path the file
 */
record OutputFile(String option, Path path) {

    /** Refuses what cannot be written, before minutes of work and not after. */
    void requireWritable() {
        Path file = path.toAbsolutePath().normalize();
        boolean writable = Files.exists(file)
                ? !Files.isDirectory(file) && Files.isWritable(file)
                : Files.isDirectory(file.getParent()) && Files.isWritable(file.getParent());
        if (!writable) {
            throw new UserException(
                    "%s %s cannot be written; name a file in a folder that exists.".formatted(option, path));
        }
    }

    void write(String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UserException("%s %s could not be written: %s".formatted(option, path, ReportFolder.reason(e)));
        }
    }
}
