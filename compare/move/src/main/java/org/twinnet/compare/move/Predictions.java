package org.twinnet.compare.move;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.agreement.floor.ProbabilityFloors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;

/**
 * What the original network answered for the examples of the data.
 *
 * @param file what messages call it
 * @param array the answers, outputs × examples or examples × outputs
 */
public record Predictions(String file, NpyArray array) {

    /**
     * Reads them.
     *
     * @param path an {@code .npz} that holds {@code predictions}, or a single array
     * @return the answers
     * @throws InvalidDataException if it holds none
     */
    public static Predictions read(Path path) {
        NpzArchive archive = NpzArchive.read(path);
        Optional<NpyArray> array = archive.array("predictions");
        if (array.isEmpty() && archive.names().size() == 1) {
            array = archive.array(archive.names().iterator().next());
        }
        return new Predictions(
                path.toString(),
                array.orElseThrow(() -> new InvalidDataException(path + ": needed: an array named predictions")));
    }

    /**
     * The largest difference from some outputs.
     *
     * @param difference the largest, infinite where the shape is another one
     * @param floor what rounding explains of it, at that place
     * @param example index of the example
     */
    record Distance(double difference, double floor, int example) {

        boolean isRounding() {
            return difference <= floor;
        }
    }

    /** The difference that lies farthest beyond what rounding explains, of the orientation that fits better. */
    Distance from(double[] outputs, Experiment experiment, Reading reading, Dataset data) {
        int m = data.size();
        int K = outputs.length / m;
        if (array.size() != outputs.length) {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: its shape is %s; needed: %d outputs of the %d examples of %s",
                    file,
                    array.shapeText(),
                    K,
                    m,
                    data.name()));
        }
        Precision precision = array.dtype() == Dtype.FLOAT64 ? experiment.precision() : Precision.FLOAT32;
        double[] floors = ProbabilityFloors.of(
                        experiment.with(precision), reading.parameters(experiment), reading.statistics(experiment))
                .of(data.featureRows());
        int[] shape = array.shape();
        Distance best = null;
        for (boolean rows : new boolean[] {false, true}) {
            boolean fits = shape.length == 1 || (shape.length == 2 && shape[0] == (rows ? m : K));
            if (fits) {
                Distance distance = distance(outputs, floors, m, rows);
                if (best == null || distance.difference() < best.difference()) {
                    best = distance;
                }
            }
        }
        if (best == null) {
            throw new InvalidDataException(file + ": its shape is " + array.shapeText() + "; needed: (" + K + ", " + m
                    + ") or (" + m + ", " + K + ")");
        }
        return best;
    }

    private Distance distance(double[] outputs, double[] floors, int m, boolean rows) {
        double[] given = array.values();
        int K = outputs.length / m;
        Distance worst = new Distance(0, 0, 0);
        double excess = 0;
        for (int k = 0; k < K; k++) {
            for (int j = 0; j < m; j++) {
                double difference = Math.abs(given[rows ? j * K + k : k * m + j] - outputs[k * m + j]);
                double floor = floors[k * m + j];
                double ratio = difference == 0 ? 0 : difference / floor;
                if (!(ratio <= excess)) {
                    excess = ratio;
                    worst = new Distance(difference, floor, j);
                }
            }
        }
        return worst;
    }
}
