package org.twinnet.compare.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.tuning.space.Dimension;
import picocli.CommandLine.TypeConversionException;

@DisplayName("The option of a setting")
class SettingOptionTest {

    @ParameterizedTest
    @CsvSource({"0.7, 0.7", "+0.7, 0.7", ".7, 0.7", "7e-1, 0.7", "7E-1, 0.7", "0, 0", "-0.0, -0.0", "4.9e-324, 4.9e-324"
    })
    void should_take_each_way_to_write_a_decimal_number(String text, double value) {
        assertEquals(value, option("penalty.l2").value().convert(text));
    }

    @Test
    void should_take_blanks_beside_the_separators_of_a_list() {
        assertEquals(List.of(20L, 3L, 1L), option("layers[].units").value().convert("20, 3, 1"));
        assertEquals(
                new TriedValues.Tried(new Dimension.Choice<>(List.of(0.1, 0.7))),
                new TriedValues(option("penalty.l2")).convert("0.1 | 0.7"));
        assertThrows(
                TypeConversionException.class,
                () -> option("layers[].units").value().convert("20, 3 ,1 "));
    }

    private static SettingOption option(String key) {
        return new SettingOption(ExperimentKeys.find(key).orElseThrow());
    }
}
