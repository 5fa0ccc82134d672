package org.twinnet.compare.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.twinnet.compare.text.Message;

/**
 * A file that an option asks for. What was there stays whole until the new one is, and stays for good if the command
 * reads it, if it belongs to a study, or if it is no JSON of Twinnet's and nobody said to replace it.
 */
public final class OutputFile {

    /** Names of streams that are open already, which may lead to an ordinary file. */
    private static final List<String> STREAMS = List.of("/dev/stdout", "/dev/stderr", "/dev/fd");

    private final String name;
    private final Path file;
    private final boolean stream;
    private final boolean replace;

    private OutputFile(String name, Path file, boolean stream, boolean replace) {
        this.name = name;
        this.file = file;
        this.stream = stream;
        this.replace = replace;
    }

    /**
     * Claims a file before minutes of work and not after, without changing anything yet.
     *
     * @param option the option, such as {@code --json}
     * @param path the file
     * @param replace whether any file may be replaced
     * @param inputs what the command reads
     * @return the file
     * @throws OutputException if it cannot be written, or must not be
     */
    public static OutputFile at(String option, Path path, boolean replace, Inputs inputs) {
        String name = option + " " + path;
        if (isStream(path)) {
            return new OutputFile(name, path, true, replace);
        }
        try {
            Path file = place(path);
            if (!isWritable(file)) {
                throw new OutputException(name + " cannot be written; name a file in a folder that exists.");
            }
            if (FileList.NAME.equals(String.valueOf(file.getFileName()))) {
                throw new OutputException(name + " is where a report lists its files; name another file.");
            }
            if (inputs.contain(file)) {
                throw new OutputException(name + " is read by this command; name another file.");
            }
            StudyFolders.above(file).ifPresent(study -> {
                throw new OutputException(name + " lies in the study " + study + "; name a file elsewhere.");
            });
            OutputFile output = new OutputFile(name, file, false, replace);
            output.requireReplaceable();
            return output;
        } catch (IOException e) {
            throw new OutputException(
                    name + " cannot be used (" + OutputException.reason(e) + "); name another file.", e);
        }
    }

    private void requireReplaceable() throws IOException {
        if (!replace && Files.exists(file) && !TwinnetJson.is(file)) {
            throw new OutputException(Message.of(name + " exists and is no JSON of Twinnet; name another file, or add ")
                    .thenSetting("force")
                    .then(" to replace it."));
        }
    }

    /** Where a file is or will be, links followed. */
    static Path place(Path path) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        Path above = file;
        while (above.getParent() != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        return above.toRealPath().resolve(above.relativize(file)).normalize();
    }

    /** A pipe or a device takes what is written to it; there is nothing to replace, whatever its name leads to. */
    static boolean isStream(Path path) {
        Path file = path.toAbsolutePath().normalize();
        boolean special = !Files.isRegularFile(file) && !Files.isDirectory(file);
        return Files.exists(file) && (special || STREAMS.stream().anyMatch(file::startsWith));
    }

    /** The folder counts too: the new file comes to be beside the old one. */
    private static boolean isWritable(Path file) {
        Path parent = file.getParent();
        return parent != null
                && Files.isDirectory(parent)
                && Files.isWritable(parent)
                && (!Files.exists(file) || (Files.isRegularFile(file) && Files.isWritable(file)));
    }

    /**
     * Writes.
     *
     * @param content the content
     * @throws OutputException if that fails, or a file came in the meantime; what was there before is there still
     */
    public void write(byte[] content) {
        try {
            if (stream) {
                Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            } else {
                requireReplaceable();
                WholeFile.write(file, content);
            }
        } catch (IOException e) {
            throw new OutputException(name + " could not be written: " + OutputException.reason(e), e);
        }
    }
}
