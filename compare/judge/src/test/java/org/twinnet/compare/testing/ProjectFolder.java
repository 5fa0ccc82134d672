package org.twinnet.compare.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of the project, and of the optional folder beside it, from whichever module a test runs in. */
public final class ProjectFolder {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());

    private ProjectFolder() {}

    /** The nearest folder above the working one that holds the hand-written twin. */
    private static Path root(Path folder) {
        if (Files.isDirectory(folder.resolve("scratch-impl/src"))) {
            return folder;
        }
        if (folder.getParent() == null) {
            throw new IllegalStateException("the tests run outside of the project");
        }
        return root(folder.getParent());
    }

    /**
     * A file or folder of the project.
     *
     * @param path such as {@code compare/docs/mistakes.md}
     */
    public static Path file(String path) {
        return ROOT.resolve(path);
    }

    /**
     * A file or folder of what lies beside the project as {@code shared}, whether or not it is there.
     *
     * @param path such as {@code reference/traces}
     */
    public static Path shared(String path) {
        return ROOT.resolveSibling("shared").resolve(path);
    }
}
