package org.twinnet.compare.agreement.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Accuracy")
class AccuracyTest {

    @ParameterizedTest
    @CsvSource({"0.9, 1, 1", "0.9, 0, 0", "0.1, 0, 1", "0.1, 1, 0", "0.5, 0, 1", "0.5, 1, 0", "NaN, 0, 0", "NaN, 1, 0"})
    void should_label_1_above_one_half_and_never_count_what_is_no_number(
            double probability, double label, int correct) {
        assertEquals(new Accuracy(correct, 1), Accuracy.of(new double[] {probability}, new double[] {label}));
    }

    @Test
    void should_be_the_share_of_all_examples() {
        Accuracy accuracy = Accuracy.of(new double[] {0.9, 0.2, 0.7, 0.6}, new double[] {1, 0, 1, 0});

        assertEquals(new Accuracy(3, 4), accuracy);
        assertEquals(0.75, accuracy.fraction());
    }
}
