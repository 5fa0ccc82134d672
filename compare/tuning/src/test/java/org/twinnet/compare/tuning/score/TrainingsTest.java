package org.twinnet.compare.tuning.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Standardization;
import org.twinnet.data.source.ShippedData;

@DisplayName("The trainings of a candidate")
class TrainingsTest {

    private static final Dataset TRAINING = ShippedData.pitch().train();

    @Test
    void should_validate_every_example_once_in_each_repeat() {
        List<Trainings.Part> parts = Trainings.of(TRAINING, 5, 3, 1, false).parts();

        assertEquals(15, parts.size());
        for (int repeat = 0; repeat < 3; repeat++) {
            Set<String> validated = new HashSet<>();
            int count = 0;
            for (Trainings.Part part : parts.subList(5 * repeat, 5 * repeat + 5)) {
                Dataset validation = part.examples().test().orElseThrow();
                assertEquals(TRAINING.size(), part.examples().train().size() + validation.size());
                count += validation.size();
                for (double[] row : validation.featureRows()) {
                    validated.add(row[0] + " " + row[1]);
                }
            }
            assertEquals(TRAINING.size(), count);
            assertEquals(TRAINING.size(), validated.size(), "distinct examples");
        }
    }

    @Test
    void should_deal_the_folds_anew_in_each_repeat() {
        List<Trainings.Part> parts = Trainings.of(TRAINING, 5, 2, 1, false).parts();

        assertNotEquals(
                parts.get(0).examples().train().sha256(),
                parts.get(5).examples().train().sha256());
    }

    @Test
    void should_draw_each_seed_of_its_own() {
        List<Trainings.Part> parts = Trainings.of(TRAINING, 4, 3, 1, false).parts();

        assertEquals(
                12, parts.stream().map(Trainings.Part::weightSeed).distinct().count());
        assertEquals(12, parts.stream().map(Trainings.Part::maskSeed).distinct().count());
    }

    @Test
    void should_be_the_same_for_the_same_seed_and_others_for_another() {
        assertEquals(seeds(3), seeds(3));
        assertNotEquals(seeds(3), seeds(4));
    }

    @Test
    void should_standardize_each_training_by_its_own_examples() {
        for (Trainings.Part part : Trainings.of(TRAINING, 3, 1, 1, true).parts()) {
            Standardization left = Standardization.of(part.examples().train());
            // measured: means within 2e-16 of 0, deviations within 4e-16 of 1
            left.means().forEach(mean -> assertEquals(0, mean, 1e-15));
            left.deviations().forEach(deviation -> assertEquals(1, deviation, 1e-15));
            Standardization ofOthers = Standardization.of(part.examples().test().orElseThrow());
            assertNotEquals(0, ofOthers.means().get(0), 1e-6, "validation examples have means of their own");
        }
    }

    @Test
    void should_refuse_more_folds_than_examples() {
        assertThrows(InvalidDataException.class, () -> Trainings.of(TRAINING, TRAINING.size() + 1, 1, 1, false));
    }

    private static List<String> seeds(long seed) {
        return Trainings.of(TRAINING, 3, 2, seed, false).parts().stream()
                .map(part -> part.weightSeed() + " " + part.maskSeed() + " "
                        + part.examples().train().sha256())
                .toList();
    }
}
