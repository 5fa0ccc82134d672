package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;

@DisplayName("The settings of a comparison")
class ComparisonSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 100",
        "30000, 100",
        "300000, 100",
        "300100, 200",
        "1000000, 500",
        "1500500, 1000",
        "30000000, 10000",
        "1000000000, 10000"
    })
    void should_keep_fewer_costs_of_a_long_run(int iterations, int every) {
        assertEquals(every, ComparisonSettings.defaultCostEvery(iterations));
        assertEquals(0, 10_000 % every, "the published iterations are among those kept");
    }

    @Test
    void should_accept_the_smallest_numbers() {
        assertDoesNotThrow(() -> new ComparisonSettings(1, 1, 2, 1));
    }

    @Test
    void should_ask_large_networks_at_fewer_points() {
        assertEquals(400, ComparisonSettings.gridSize(network(20, 3)));
        assertEquals(49, ComparisonSettings.gridSize(network(500, 500)));
        assertEquals(20, ComparisonSettings.gridSize(network(10_000, 10_000)));
    }

    private static Experiment network(int first, int second) {
        return Experiment.of(List.of(2, first, second, 1))
                .named("network")
                .with(new Masks(MaskKind.PUBLISHED, 9))
                .with(new Initialization.ScaledGaussian(4))
                .iterations(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2, 1", "1, 0, 2, 1", "1, 1, 1, 1", "1, 1, 2, 0"})
    void should_refuse_anything_below(int costEvery, int perturbations, int gridSize, int threads) {
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "A comparison needs cost every ≥ 1, perturbations ≥ 1, grid size ≥ 2 and threads ≥ "
                                + "1, not %d, %d, %d and %d.",
                        costEvery,
                        perturbations,
                        gridSize,
                        threads),
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ComparisonSettings(costEvery, perturbations, gridSize, threads))
                        .getMessage());
    }
}
