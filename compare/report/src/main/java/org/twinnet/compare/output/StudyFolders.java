package org.twinnet.compare.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognizes the folders of studies, damaged ones too: what is in them took hours of training. */
final class StudyFolders {

    private static final int HEAD = 1000;

    private StudyFolders() {}

    /** The study that a path is, or lies in. */
    static Optional<Path> above(Path path) {
        return Stream.iterate(path, at -> at != null, Path::getParent)
                .filter(StudyFolders::isStudy)
                .findFirst();
    }

    /**
     * Many programs have a file settings.json, and some a study.db; a study has the one with its mark, or the other
     * with its lock.
     */
    private static boolean isStudy(Path folder) {
        return (Files.exists(folder.resolve("study.db")) && Files.exists(folder.resolve("study.lock")))
                || head(folder.resolve("settings.json")).contains("\"twinnet-study\"");
    }

    private static String head(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
