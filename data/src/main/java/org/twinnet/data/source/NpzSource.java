package org.twinnet.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;

/**
 * Reads a data set from NumPy's {@code .npz}: X and Y, and X_test and Y_test if they are there.
 *
 * <p>X may hold an example a column, as in the notebook, or an example a row. The shapes usually tell: the axis of X
 * that is as long as there are labels is the one of the examples, and Y of shape (1, m) or (m, 1) says it too. When
 * both orientations fit, which one is meant has to be said; it is never guessed.
 */
final class NpzSource {

    private static final List<String> NAMES = List.of("X", "Y", "X_test", "Y_test");

    private final String file;
    private final NpzArchive archive;
    private final Targets targets;

    private NpzSource(String file, NpzArchive archive, Targets targets) {
        this.file = file;
        this.archive = archive;
        this.targets = targets;
    }

    static FileData read(Path file, Optional<NpzOrientation> asked, Targets targets) {
        return new NpzSource(file.toString(), NpzArchive.read(file), targets).examples(DataFiles.fileName(file), asked);
    }

    private FileData examples(String name, Optional<NpzOrientation> asked) {
        for (String array : archive.names()) {
            if (!NAMES.contains(array)) {
                throw new InvalidDataException(file + ": array " + InvalidDataException.quote(array)
                        + " is not one of X, Y, X_test, Y_test; remove or rename it, so that nothing is overlooked");
            }
        }
        Pair train = pair("X", "Y");
        Optional<Pair> test = archive.names().stream().anyMatch(array -> array.endsWith("_test"))
                ? Optional.of(pair("X_test", "Y_test"))
                : Optional.empty();
        Set<NpzOrientation> fitting = train.fitting(file);
        test.ifPresent(pair -> fitting.retainAll(pair.fitting(file)));
        NpzOrientation orientation = choose(fitting, asked, train);
        return new FileData(
                train.dataset(name + " (X, Y)", file, orientation),
                test.map(pair -> pair.dataset(name + " (X_test, Y_test)", file, orientation)));
    }

    private NpzOrientation choose(Set<NpzOrientation> fitting, Optional<NpzOrientation> asked, Pair train) {
        if (asked.isPresent() && !fitting.contains(asked.get())) {
            throw new InvalidDataException(file + ": " + train + " does not hold " + words(asked.get()));
        }
        if (asked.isEmpty() && fitting.size() > 1) {
            throw new InvalidDataException(
                    file + ": " + train + " can hold examples as columns or as rows; say which of the two it is");
        }
        if (fitting.isEmpty()) {
            throw new InvalidDataException(file + ": the training arrays and the test arrays hold their examples in "
                    + "different orientations; transpose one of them");
        }
        return asked.orElseGet(() -> fitting.iterator().next());
    }

    private static String words(NpzOrientation orientation) {
        return orientation == NpzOrientation.EXAMPLES_AS_COLUMNS ? "examples as columns" : "examples as rows";
    }

    private Pair pair(String xName, String yName) {
        return new Pair(xName, require(xName), yName, require(yName), targets);
    }

    private NpyArray require(String name) {
        return archive.array(name)
                .orElseThrow(() -> new InvalidDataException(file + ": has no array " + name
                        + "; X and Y are needed, X_test and Y_test may be there together"));
    }

    /** Features and labels that belong together. */
    private record Pair(String xName, NpyArray x, String yName, NpyArray y, Targets targets) {

        /** The orientations that both shapes allow: one, or two when X is square. */
        Set<NpzOrientation> fitting(String file) {
            Set<NpzOrientation> fitting = EnumSet.noneOf(NpzOrientation.class);
            if (x.rank() == 2 && x.size() > 0 && (y.rank() == 1 || y.rank() == 2)) {
                int[] xShape = x.shape();
                int[] yShape = y.rank() == 1 ? new int[] {y.size(), 1} : y.shape();
                boolean flat = y.rank() == 1 && targets.allows(1);
                if ((flat && xShape[1] == y.size()) || (y.rank() == 2 && holds(xShape[1], yShape[1], yShape[0]))) {
                    fitting.add(NpzOrientation.EXAMPLES_AS_COLUMNS);
                }
                if ((flat && xShape[0] == y.size()) || (y.rank() == 2 && holds(xShape[0], yShape[0], yShape[1]))) {
                    fitting.add(NpzOrientation.EXAMPLES_AS_ROWS);
                }
            }
            if (fitting.isEmpty()) {
                throw new InvalidDataException(file + ": " + this + " do not fit; allowed are " + xName
                        + " (features, m) with " + yName + " " + allowed(true) + ", and " + xName
                        + " (m, features) with " + yName + " " + allowed(false));
            }
            return fitting;
        }

        private boolean holds(int examples, int length, int width) {
            return examples == length && targets.allows(width);
        }

        /** The shapes of Y, such as (1, m) or (m,). */
        private String allowed(boolean columns) {
            List<String> shapes = new ArrayList<>();
            for (int width : new TreeSet<>(List.of(targets.columns(), targets.outputs()))) {
                shapes.add(columns ? "(" + width + ", m)" : "(m, " + width + ")");
            }
            if (targets.allows(1)) {
                shapes.add("(m,)");
            }
            return String.join(" or ", shapes);
        }

        Dataset dataset(String name, String file, NpzOrientation orientation) {
            boolean columns = orientation == NpzOrientation.EXAMPLES_AS_COLUMNS;
            int m = x.shape()[columns ? 1 : 0];
            int width = y.size() / m;
            boolean labelsInARow = y.rank() == 2 && columns;
            return ExampleArray.dataset(
                    name,
                    new ExampleArray(file + ", array " + xName, m, x.size() / m, columns, x::at),
                    new ExampleArray(
                            file + ", array " + yName,
                            m,
                            width,
                            labelsInARow,
                            y.rank() == 1 ? (row, column) -> y.at(row) : y::at),
                    targets);
        }

        @Override
        public String toString() {
            return xName + " " + x.shapeText() + " with " + yName + " " + y.shapeText();
        }
    }
}
