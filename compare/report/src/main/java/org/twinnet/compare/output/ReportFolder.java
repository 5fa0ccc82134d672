package org.twinnet.compare.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.twinnet.compare.text.Message;

/**
 * A folder that holds either the old report or the new one, never half of one: files are written into a hidden folder
 * beside it, which takes its place when it is complete. Only a report that Twinnet wrote is ever replaced, as the list
 * of its files in the folder tells; where anything else is, inputs of the command or a study, nothing is.
 */
public final class ReportFolder {

    private static final Message FORCED =
            Message.of("name another folder, or add ").thenSetting("force").then(" to replace it.");

    private final String name;
    private final Path target;
    private final Existing existing;
    private final Inputs inputs;
    private final Kind kind;

    /** What a folder holds. */
    private enum Kind {
        REPORT,
        OF_STUDY,
        /** Somebody goes on with it: what they changed is theirs. */
        PROJECT
    }

    private ReportFolder(String name, Path target, Existing existing, Inputs inputs, Kind kind) {
        this.name = name;
        this.target = target;
        this.existing = existing;
        this.inputs = inputs;
        this.kind = kind;
    }

    /**
     * Claims a folder, without changing anything yet.
     *
     * @param option the option that names it, such as {@code --out}
     * @param path where the report shall be
     * @param existing what may become of what is there
     * @param inputs what the command reads
     * @return the folder
     * @throws OutputException if it is a file, cannot be written to, holds the working folder, or holds what may not be
     *     replaced
     */
    public static ReportFolder at(String option, Path path, Existing existing, Inputs inputs) {
        return claim(option + " " + path, path, existing, inputs, Kind.REPORT);
    }

    /**
     * Claims a folder for a project that somebody goes on with: of one that is there, what was changed since is never
     * replaced.
     *
     * @param option the option that names it, such as {@code --out}
     * @param path where the project shall be
     * @param existing what may become of what is there
     * @param inputs what the command reads
     * @return the folder
     * @throws OutputException if it is a file, cannot be written to, holds the working folder, or holds what may not be
     *     replaced
     */
    public static ReportFolder project(String option, Path path, Existing existing, Inputs inputs) {
        return claim(option + " " + path, path, existing, inputs, Kind.PROJECT);
    }

    /**
     * Claims a folder in the folder of a study, which the study makes again whenever it goes on.
     *
     * @param study the folder of the study
     * @param folder the name of the folder in it
     * @return the folder
     * @throws OutputException if it cannot be written, somebody changed it, or it holds something else
     */
    public static ReportFolder ofStudy(Path study, String folder) {
        Path path = study.resolve(folder);
        return claim("the study's folder " + path, path, Existing.RENEW, Inputs.of(), Kind.OF_STUDY);
    }

    private static ReportFolder claim(String name, Path path, Existing existing, Inputs inputs, Kind kind) {
        try {
            ReportFolder folder = new ReportFolder(name, place(name, path), existing, inputs, kind);
            Optional<Message> obstacle = folder.obstacle(folder.target);
            if (obstacle.isPresent()) {
                throw new OutputException(Message.of(name + " ").then(obstacle.get()));
            }
            return folder;
        } catch (IOException e) {
            throw new OutputException(
                    name + " cannot be used (" + OutputException.reason(e) + "); name another folder.", e);
        }
    }

    /** Where the folder is or will be, links followed. */
    private static Path place(String name, Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        if (folder.getParent() == null) {
            throw new OutputException(name + " is the root of a file system; name a folder below it.");
        }
        Path above = existing(folder);
        if (!Files.isDirectory(above)) {
            throw new OutputException(name
                    + (above.equals(folder)
                            ? " is a file; name a folder."
                            : " cannot be made: " + above + " is a file; name another folder."));
        }
        Path real = above.toRealPath().resolve(above.relativize(folder)).normalize();
        Path written = above.equals(folder) && real.getParent() != null ? real.getParent() : above;
        if (!Files.isWritable(written)) {
            throw new OutputException(
                    name + " cannot be made: " + written + " cannot be written to; name another folder.");
        }
        return real;
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

    /** Why a folder may not be replaced, and what to do. */
    private Optional<Message> obstacle(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (Path.of("").toRealPath().startsWith(folder)) {
            return Optional.of(
                    Message.of("holds the working folder and so cannot be replaced; name a folder below it."));
        }
        if (!Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()))) {
            return Optional.of(
                    Message.of("is a mounted file system and so cannot be replaced; name a folder below it."));
        }
        FolderContents contents = FolderContents.of(folder);
        return contents.isEmpty() ? Optional.empty() : obstacle(folder, contents);
    }

    private Optional<Message> obstacle(Path folder, FolderContents contents) {
        boolean ofStudy = kind == Kind.OF_STUDY;
        String otherwise = ofStudy ? "move it away." : "name another folder.";
        Optional<Path> input = inputs.in(folder);
        if (input.isPresent()) {
            return Optional.of(Message.of("holds " + input.get() + ", which this command reads; " + otherwise));
        }
        Optional<Path> study = ofStudy ? Optional.empty() : StudyFolders.above(folder);
        if (study.isPresent()) {
            return Optional.of(Message.of(
                    study.get().equals(folder)
                            ? "holds a study, which is never replaced; " + otherwise
                            : "lies in the study " + study.get() + ", where nothing is replaced; " + otherwise));
        }
        if (contents.foreign().isPresent()) {
            return Optional.of(Message.of("holds " + contents.foreign().get().getFileName()
                    + ", which Twinnet did not write, and so is never replaced; " + otherwise));
        }
        if (kind != Kind.PROJECT && contents.isProject()) {
            return Optional.of(Message.of("holds a project, which no report replaces; " + otherwise));
        }
        if (!Files.isWritable(folder)) {
            return Optional.of(Message.of("cannot be written to; " + otherwise));
        }
        return switch (existing) {
            case REPLACE -> kind == Kind.PROJECT ? changed(contents, Message.of(otherwise)) : Optional.empty();
            case KEEP ->
                Optional.of(Message.of(kind == Kind.PROJECT ? "holds a project already; " : "holds a report already; ")
                        .then(FORCED));
            case RENEW -> changes(contents, otherwise);
        };
    }

    private Optional<Message> changes(FolderContents contents, String otherwise) {
        boolean ofStudy = kind == Kind.OF_STUDY;
        Message forced = ofStudy ? Message.of(otherwise) : FORCED;
        if (!ofStudy && !contents.isStudyReport()) {
            return Optional.of(Message.of("holds another report; ").then(forced));
        }
        if (!ofStudy && !contents.isListed()) {
            return Optional.of(
                    Message.of("holds a report of a former version, of which nobody knows whether it was changed; ")
                            .then(forced));
        }
        return changed(contents, forced);
    }

    private static Optional<Message> changed(FolderContents contents, Message otherwise) {
        return contents.changed()
                .map(file -> Message.of("holds " + file.getFileName() + ", which was changed after Twinnet wrote it; ")
                        .then(otherwise));
    }

    /** Where it is, links followed. */
    Path target() {
        return target;
    }

    /**
     * Writes all files and puts the folder in place. Where something came in the meantime that may not be replaced, the
     * next free name is taken.
     *
     * @param files names and contents; a name may be a path with slashes
     * @return the folder
     * @throws OutputException if writing fails; what was there before is there still
     */
    public Path write(Map<String, byte[]> files) {
        // the list first: by it a folder that was not finished is taken away again
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(FileList.NAME, FileList.of(files).write());
        all.putAll(files);
        try {
            Files.createDirectories(target.getParent());
            Path fresh = target.resolveSibling(".twinnet-" + UUID.randomUUID());
            try {
                Files.createDirectory(fresh);
                for (Map.Entry<String, byte[]> file : all.entrySet()) {
                    Path place = fresh.resolve(file.getKey());
                    Files.createDirectories(place.getParent());
                    Files.write(place, file.getValue());
                }
                Path aside = target.resolveSibling(fresh.getFileName() + "-old");
                Path free = free();
                while (!replaceBy(fresh, free, aside)) {
                    free = free();
                }
                return free;
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new OutputException(
                    "the " + (kind == Kind.PROJECT ? "project" : "report") + " could not be written: " + name + ": "
                            + OutputException.reason(e),
                    e);
        }
    }

    private Path free() throws IOException {
        Path free = target;
        for (int i = 2; obstacle(free).isPresent(); i++) {
            free = target.resolveSibling(target.getFileName() + "-" + i);
        }
        return free;
    }

    /** False where a foreign file came between the last look and the move: everything is then where it was. */
    private static boolean replaceBy(Path fresh, Path place, Path aside) throws IOException {
        boolean existed = Files.exists(place);
        if (existed) {
            Files.move(place, aside);
            if (FolderContents.of(aside).foreign().isPresent()) {
                Files.move(aside, place);
                return false;
            }
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
        return true;
    }

    /** What Twinnet did not write stays, and so do the folders around it, should it have come in the meantime. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path entry : FolderContents.of(folder).entries()) {
                Files.delete(entry);
            }
            List<Path> folders;
            try (Stream<Path> below = Files.walk(folder)) {
                folders = below.filter(Files::isDirectory)
                        .sorted(Comparator.reverseOrder())
                        .toList();
            }
            for (Path each : folders) {
                Files.delete(each);
            }
        }
    }
}
