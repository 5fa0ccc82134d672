package org.twinnet.compare.move.model;

import java.util.Arrays;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Standardization;

/** Reads what DL4J's {@code NormalizerSerializer} wrote of a {@code NormalizerStandardize} of features. */
final class SavedNormalizer {

    private SavedNormalizer() {}

    static Standardization read(byte[] bytes, String place, int most) {
        NdArrayReader reader = new NdArrayReader(bytes, place, most);
        String heading = reader.word();
        if (!heading.equals("NORMALIZER") || reader.number() != 1) {
            throw new InvalidDataException(place + ": is no normalizer of DL4J 1.0.0");
        }
        String type = reader.word();
        if (!type.equals("STANDARDIZE")) {
            throw new InvalidDataException(place + ": is a normalizer of type " + InvalidDataException.quote(type)
                    + "; read is NormalizerStandardize alone");
        }
        if (reader.flag()) {
            throw new InvalidDataException(place + ": standardizes targets as well; read are features alone");
        }
        double[] means = reader.next().values();
        double[] deviations = reader.next().values();
        reader.requireEnd();
        boolean fits = means.length == deviations.length
                && Arrays.stream(means).allMatch(Double::isFinite)
                && Arrays.stream(deviations).allMatch(it -> it > 0 && Double.isFinite(it));
        if (!fits) {
            throw new InvalidDataException(place + ": needed: a finite mean and a deviation above 0 for each feature");
        }
        return new Standardization(
                Arrays.stream(means).boxed().toList(),
                Arrays.stream(deviations).boxed().toList());
    }
}
