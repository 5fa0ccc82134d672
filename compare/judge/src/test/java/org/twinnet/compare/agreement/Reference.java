package org.twinnet.compare.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.twinnet.compare.testing.ProjectFolder;

/** The optional folder of reference runs that lies beside the project: the course's data and NumPy's trajectories. */
final class Reference {

    private static final Path FOLDER = ProjectFolder.shared("reference");

    private Reference() {}

    /** A file of the folder; the calling test is skipped where the folder is not there. */
    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER), "the reference folder ../shared/reference is not beside the project");
        return file;
    }

    /** The lines of a CSV file without its header, cells split. */
    static List<String[]> rows(String name, boolean header) throws IOException {
        return Files.readAllLines(file(name)).stream()
                .skip(header ? 1 : 0)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .toList();
    }
}
