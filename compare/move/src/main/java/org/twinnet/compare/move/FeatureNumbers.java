package org.twinnet.compare.move;

import java.nio.file.Path;
import java.util.Arrays;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Standardization;

/** Means and deviations of features as people save them. */
public final class FeatureNumbers {

    private FeatureNumbers() {}

    /**
     * Reads the numbers from files.
     *
     * @param mean an {@code .npz} or {@code .json} of one array, or a {@code .csv}
     * @param deviation another one
     * @return both
     * @throws InvalidDataException if a file holds something else, or the numbers do not go together
     */
    public static Standardization read(Path mean, Path deviation) {
        return of(WeightFile.single(mean), WeightFile.single(deviation));
    }

    static Standardization of(WeightArray mean, WeightArray deviation) {
        if (mean.values().length != deviation.values().length) {
            throw new InvalidDataException("The features have " + mean.values().length + " means and "
                    + deviation.values().length + " deviations; needed: one of both for each");
        }
        for (int i = 0; i < deviation.values().length; i++) {
            double one = deviation.values()[i];
            if (!(one > 0)) {
                throw new InvalidDataException("The deviation of feature " + i + " is " + one
                        + "; needed: above 0; of a feature that never changes take 1");
            }
        }
        return new Standardization(
                Arrays.stream(mean.values()).boxed().toList(),
                Arrays.stream(deviation.values()).boxed().toList());
    }
}
