package org.twinnet.compare.theory.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A known number")
class KnownNumberTest {

    private static final Setting SETTING =
            new Setting(List.of(3, 20, 7, 1), 211, List.of(0.86, 0.7), 0.65, 0.3, true, 0);

    private static String name(double number) {
        return KnownNumber.nearest(number, 1e-11, SETTING)
                .map(KnownNumber.Named::name)
                .map(name -> name.isNothing() ? "plain" : name.english())
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "211, m",
        "0.004739336492890996, 1/m",
        "2, plain",
        "0.5, plain",
        "-1, plain",
        "0.86, keep_prob",
        "1.1627906976744187, 1/keep_prob",
        "0.14, 1 − keep_prob",
        "0.65, λ",
        "0.3, α",
        "70.33333333333333, m/features",
        "3, features",
        "20, the 20 units of layer 1",
        "2.857142857142857, the 20 units of layer 1 over the 7 units of layer 2",
        "6.666666666666667, the 20 units of layer 1 over the 3 features"
    })
    void should_be_called_by_its_name(double number, String name) {
        assertEquals(name, name(number));
    }

    @Test
    void should_be_that_of_its_layer() {
        assertEquals(0.86, KnownNumber.KEEP.in(SETTING.at(1)).value());
        assertEquals(0.7, KnownNumber.KEEP.in(SETTING.at(2)).value());
    }

    @Test
    void should_not_be_seen_in_any_other_number() {
        assertEquals("", name(0.37));
        assertEquals("", name(211.000001));
        assertEquals("", name(1), "a factor of 1 is none");
    }
}
