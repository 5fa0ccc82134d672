package network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;

/** Reads numbers from files, one example a row. */
final class DataFile {

    private DataFile() {}

    /** Features alone: a .csv with one example a row, or X of an .npz, features x examples. */
    static double[][] features(Path file) throws IOException {
        double[][] rows = isNpz(file) ? columns(file, "X") : csv(file);
        for (double[] row : rows) {
            require(row.length == Network.FEATURES, file + ": " + row.length + " numbers in a row; needed: "
                    + Network.FEATURES + " features");
        }
        return rows;
    }

    /** Features and targets: a .csv with the targets last, or X and Y of an .npz, a column an example. */
    static double[][][] examples(Path file) throws IOException {
        if (isNpz(file)) {
            return new double[][][] {features(file), targets(file, columns(file, "Y"))};
        }
        double[][] rows = csv(file);
        double[][] features = new double[rows.length][];
        double[][] targets = new double[rows.length][];
        for (int j = 0; j < rows.length; j++) {
            require(rows[j].length > Network.FEATURES, file + ": a row of " + rows[j].length
                    + " numbers; needed: the features and what the outputs should be");
            features[j] = Arrays.copyOf(rows[j], Network.FEATURES);
            targets[j] = Arrays.copyOfRange(rows[j], Network.FEATURES, rows[j].length);
        }
        return new double[][][] {features, targets(file, targets)};
    }

    /** The number of a class becomes one-hot. */
    private static double[][] targets(Path file, double[][] rows) {
        double[][] targets = new double[rows.length][Network.OUTPUTS];
        for (int j = 0; j < rows.length; j++) {
            if (Network.CLASSES && rows[j].length == 1) {
                int k = (int) rows[j][0];
                require(k == rows[j][0] && k >= 0 && k < Network.OUTPUTS, file + ": there is no class " + rows[j][0]);
                targets[j][k] = 1;
            } else {
                require(rows[j].length == Network.OUTPUTS, file + ": " + rows[j].length + " targets in a row; needed: "
                        + Network.OUTPUTS);
                targets[j] = rows[j];
            }
        }
        return targets;
    }

    private static boolean isNpz(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".npz");
    }

    private static double[][] columns(Path file, String name) {
        NpyArray array = NpzArchive.read(file).array(name).orElseThrow(
                () -> new IllegalArgumentException(file + ": has no array " + name));
        double[][] matrix = array.rows();
        double[][] rows = new double[array.shape()[1]][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[j][i] = matrix[i][j];
            }
        }
        return rows;
    }

    /** A first line that holds no numbers is the heading. */
    private static double[][] csv(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        int line = 0;
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            line++;
            if (!text.isBlank()) {
                String[] fields = text.split(",", -1);
                double[] row = new double[fields.length];
                try {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Double.parseDouble(fields[i].strip());
                        require(Double.isFinite(row[i]), file + ", line " + line + ": " + row[i] + " is not finite");
                    }
                    rows.add(row);
                } catch (NumberFormatException e) {
                    require(line == 1, file + ", line " + line + ": holds something that is no number");
                }
            }
        }
        require(!rows.isEmpty(), file + ": holds no example");
        return rows.toArray(double[][]::new);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
