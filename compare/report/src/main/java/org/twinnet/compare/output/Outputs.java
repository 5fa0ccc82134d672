package org.twinnet.compare.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command writes: a folder for its report, a file for its JSON, both, or neither. The JSON may lie in the
 * folder, and then is part of it.
 */
public final class Outputs {

    private final Optional<ReportFolder> folder;
    private final Optional<OutputFile> file;
    private final Optional<String> inFolder;

    private Outputs(Optional<ReportFolder> folder, Optional<OutputFile> file, Optional<String> inFolder) {
        this.folder = folder;
        this.file = file;
        this.inFolder = inFolder;
    }

    /**
     * A folder alone.
     *
     * @param folder the folder of the report, claimed
     * @return a place for the report, and none for its JSON elsewhere
     */
    public static Outputs of(ReportFolder folder) {
        return new Outputs(Optional.of(folder), Optional.empty(), Optional.empty());
    }

    /**
     * Claims the file beside a folder that is claimed already, without changing anything yet.
     *
     * @param folder the folder of the report
     * @param option the option that names the file, such as {@code --json}
     * @param json the file
     * @param replace whether any file may be replaced
     * @param inputs what the command reads
     * @return both
     * @throws OutputException if the file cannot be written, or must not be
     */
    public static Outputs claim(
            Optional<ReportFolder> folder, String option, Optional<Path> json, boolean replace, Inputs inputs) {
        Optional<String> inFolder = folder.isEmpty() || json.isEmpty()
                ? Optional.empty()
                : nameInside(folder.get().target(), option, json.get());
        Optional<OutputFile> file =
                json.filter(path -> inFolder.isEmpty()).map(path -> OutputFile.at(option, path, replace, inputs));
        return new Outputs(folder, file, inFolder);
    }

    /** The name of a file in the folder of the report; empty for a file elsewhere. */
    private static Optional<String> nameInside(Path report, String option, Path json) {
        if (OutputFile.isStream(json)) {
            return Optional.empty();
        }
        try {
            Path place = OutputFile.place(json);
            if (report.startsWith(place)) {
                throw new OutputException(
                        option + " " + json + " cannot be written; name a file in a folder that exists.");
            }
            if (!report.equals(place.getParent())) {
                return Optional.empty();
            }
            String name = place.getFileName().toString();
            if (FormerReports.reserved(name) || name.equals(FileList.NAME)) {
                throw new OutputException(option + " " + json + " is another file of the report; name another file.");
            }
            return Optional.of(name);
        } catch (IOException e) {
            throw new OutputException(
                    option + " " + json + " cannot be used (" + OutputException.reason(e) + "); name another file.", e);
        }
    }

    /**
     * Writes both; one that fails does not keep the other from being written.
     *
     * @param files makes names and contents of the report
     * @param json makes the JSON
     * @return the folder, if there is one
     * @throws OutputException if either fails
     */
    public Optional<Path> write(Supplier<Map<String, byte[]>> files, Supplier<byte[]> json) {
        Optional<Path> written;
        try {
            written = folder.map(report -> {
                Map<String, byte[]> all = new LinkedHashMap<>(files.get());
                inFolder.ifPresent(name -> all.put(name, json.get()));
                return report.write(all);
            });
        } catch (OutputException first) {
            try {
                file.ifPresent(copy -> copy.write(json.get()));
            } catch (OutputException second) {
                first.addSuppressed(second);
            }
            throw first;
        }
        file.ifPresent(copy -> copy.write(json.get()));
        return written;
    }
}
