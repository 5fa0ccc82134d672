package org.twinnet.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.io.BoundedFile;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads a data set from a MATLAB v5 file: X (m × n) and y (m × 1), and Xval and yval if they are there.
 *
 * <p>The values are MFL's, from a stream that {@link MatPlainStream} verified. MFL would print a line to standard error
 * for an element of more than 2 GiB; none gets so far.
 */
final class MatSource {

    private static final List<String> NAMES = List.of("X", "y", "Xval", "yval");

    private final String file;
    private final Map<String, Matrix> variables;
    private final Targets targets;

    private MatSource(String file, Map<String, Matrix> variables, Targets targets) {
        this.file = file;
        this.variables = variables;
        this.targets = targets;
    }

    static FileData read(Path path, Targets targets) {
        String file = path.toString();
        byte[] bytes = BoundedFile.read(path, SourceLimits.MAX_MAT_BYTES);
        byte[] plain = MatPlainStream.of(file, bytes, new LinkedHashSet<>(NAMES));
        return new MatSource(file, variables(file, plain), targets).examples(DataFiles.fileName(path));
    }

    private static Map<String, Matrix> variables(String file, byte[] plain) {
        Map<String, Matrix> variables = new LinkedHashMap<>();
        try {
            for (MatFile.Entry entry : Mat5.newReader(Sources.wrap(plain))
                    .disableSubsystemProcessing()
                    .readMat()
                    .getEntries()) {
                variables.put(entry.getName(), (Matrix) entry.getValue());
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidDataException(file + ": is damaged; the MATLAB reader does not accept it", e);
        }
        return variables;
    }

    private FileData examples(String name) {
        Dataset train = dataset(name, "X", "y");
        boolean hasTest = variables.containsKey("Xval") || variables.containsKey("yval");
        return new FileData(train, hasTest ? Optional.of(dataset(name, "Xval", "yval")) : Optional.empty());
    }

    private Dataset dataset(String name, String xName, String yName) {
        Matrix x = variable(xName);
        Matrix y = variable(yName);
        int m = x.getNumRows();
        if (x.getNumElements() == 0) {
            throw new InvalidDataException(file + ", variable " + xName + ": is empty (" + shape(x)
                    + "); it needs a row for each example and a column for each feature");
        }
        if (y.getNumRows() != m || !targets.allows(y.getNumCols())) {
            throw new InvalidDataException(file + ", variable " + yName + ": is " + shape(y) + ", expected " + m + "x"
                    + targets.columns() + ": " + (targets.columns() == 1 ? "one label" : targets.columns() + " targets")
                    + " for each row of " + xName + ", which is " + shape(x));
        }
        return ExampleArray.dataset(
                name + " (" + xName + ", " + yName + ")", examples(xName, x), examples(yName, y), targets);
    }

    private ExampleArray examples(String name, Matrix matrix) {
        return new ExampleArray(
                file + ", variable " + name, matrix.getNumRows(), matrix.getNumCols(), false, matrix::getDouble);
    }

    private Matrix variable(String name) {
        Matrix matrix = variables.get(name);
        if (matrix == null) {
            throw new InvalidDataException(file + ": has no variable " + name
                    + "; it needs X and y, and may have Xval and " + "yval together");
        }
        return matrix;
    }

    private static String shape(Matrix matrix) {
        return matrix.getNumRows() + "x" + matrix.getNumCols();
    }
}
