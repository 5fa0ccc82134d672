package org.twinnet.compare.trace.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;

/** The entries of a trace's file, and the words in which one is refused. */
final class EntryFile {

    private final Path file;
    private final NpzArchive archive;

    EntryFile(Path file) {
        this.file = file;
        this.archive = NpzArchive.read(file);
    }

    Set<String> names() {
        return archive.names();
    }

    /** An array of numbers or booleans. */
    Optional<NpyArray> array(String name) {
        return archive.array(name);
    }

    /** One of a few words; empty where the entry is absent. */
    Optional<String> choice(String name, String first, String second) {
        if (!archive.names().contains(name)) {
            return Optional.empty();
        }
        String allowed = "a single string, '" + first + "' or '" + second + "'";
        String text = archive.text(name)
                .orElseThrow(
                        () -> refusal(name, "is " + archive.array(name).orElseThrow() + "; it must be " + allowed));
        if (!text.equals(first) && !text.equals(second)) {
            throw refusal(name, "is " + InvalidDataException.quote(text) + "; it must be " + allowed);
        }
        return Optional.of(text);
    }

    /** A single string; empty where the entry is absent or holds numbers. */
    Optional<String> text(String name) {
        return archive.text(name);
    }

    /** A single number; empty where the entry is absent. */
    Optional<Double> number(String name) {
        Optional<NpyArray> array = array(name);
        if (array.isPresent() && (array.get().rank() != 0 || array.get().dtype() == Dtype.BOOL)) {
            throw refusal(name, "is " + array.get() + "; it must be a single number of shape ()");
        }
        if (array.isEmpty() && archive.text(name).isPresent()) {
            throw refusal(name, "is a string; it must be a single number of shape ()");
        }
        return array.map(NpyArray::scalar);
    }

    /** What messages of an entry's own text call it. */
    String called(String entry) {
        return file + ": " + InvalidDataException.quote(entry);
    }

    InvalidDataException refusal(String entry, String why) {
        return new InvalidDataException(file + ": " + InvalidDataException.quote(entry) + " " + why);
    }

    /** A refusal that names no single entry. */
    InvalidDataException refusal(String why) {
        return new InvalidDataException(file + ": " + why);
    }
}
