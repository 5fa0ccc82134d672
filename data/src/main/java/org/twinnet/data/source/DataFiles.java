package org.twinnet.data.source;

import java.nio.file.Path;
import java.util.Locale;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Split;
import org.twinnet.data.table.CsvOptions;

/** Reads a data set from a file, with the reader that its extension names. */
public final class DataFiles {

    private DataFiles() {}

    /**
     * Reads a data set.
     *
     * <table>
     * <caption>What is read from which file</caption>
     * <tr><th>extension</th><th>training set</th><th>test set</th></tr>
     * <tr><td>{@code .csv}</td><td>all lines</td><td>none</td></tr>
     * <tr><td>{@code .mat}</td><td>X (m × n), y (m × 1)</td><td>Xval, yval if they are there</td></tr>
     * <tr><td>{@code .npz}</td><td>X, Y</td><td>X_test, Y_test if they are there</td></tr>
     * </table>
     *
     * <p>The sets are named after the file, without its folder.
     *
     * @param file the file; the case of its extension does not matter
     * @param options what the file does not say about itself
     * @return the examples
     * @throws InvalidDataException if the extension is another one, if an option is given that this kind of file does
     *     not have, or if anything in the file is wrong
     */
    public static Split read(Path file, ReadOptions options) {
        return open(file, options).split();
    }

    /**
     * Reads a data set, and what was learned by it.
     *
     * @param file the file; the case of its extension does not matter
     * @param options what the file does not say about itself
     * @return the examples, what test examples of another file are read by, and notes
     * @throws InvalidDataException as in {@link #read}
     */
    public static FileData open(Path file, ReadOptions options) {
        String extension = extension(file);
        if (!options.csv().equals(CsvOptions.DEFAULTS) && !extension.equals("csv")) {
            throw new InvalidDataException(file + ": "
                    + (options.csv().labelColumn().isPresent() ? "a label column" : "how a table is read")
                    + " can be named for a .csv file only");
        }
        if (options.npzOrientation().isPresent() && !extension.equals("npz")) {
            throw new InvalidDataException(file + ": an orientation can be given for an .npz file only");
        }
        return switch (extension) {
            case "csv" -> CsvSource.read(file, options);
            case "mat" -> MatSource.read(file, options.targets());
            case "npz" -> NpzSource.read(file, options.npzOrientation(), options.targets());
            default ->
                throw new InvalidDataException(file
                        + ": unknown kind of file; data sets are read from .csv, .mat (MATLAB v5) and .npz (NumPy)");
        };
    }

    /**
     * Reads examples to test with: what {@link #read} takes for the training set of a file. They may be of one class
     * only.
     *
     * @param file the file; the case of its extension does not matter
     * @param options what the file does not say about itself
     * @return the examples
     * @throws InvalidDataException as in {@link #read}
     */
    public static Dataset readTest(Path file, ReadOptions options) {
        return open(file, options).examples();
    }

    /**
     * The kind of a file, by its name.
     *
     * @param file a file, which need not exist
     * @return the extension in lower case, such as {@code csv}
     */
    public static String extension(Path file) {
        String name = fileName(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The last name of the path; a root has none. */
    static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
