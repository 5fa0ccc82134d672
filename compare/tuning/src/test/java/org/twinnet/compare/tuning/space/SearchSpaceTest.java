package org.twinnet.compare.tuning.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.tuning.run.Contender;

class SearchSpaceTest {

    private static SearchSpace space(String... keysAndTexts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            texts.put(keysAndTexts[i], keysAndTexts[i + 1]);
        }
        return SearchSpace.of(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "layers[0].units, 4..40",
        "layers[0].units, 4..40:log",
        "layers[1].units, 4|8|16",
        "layers[0].keep_prob, 0.5..1.0",
        "layers[0].activation, tanh|leaky-relu",
        "layers[0].activation.slope, 0.01..0.3:log",
        "schedule.every, 10..1000:log",
        "optimizer.kind, adam|rmsprop",
        "penalty.biases, true|false"
    })
    void should_read_what_it_writes(String key, String text) {
        assertEquals(Map.of(key, text), space(key, text).texts());
    }

    @Test
    void should_give_each_whole_number_of_a_range_an_equal_part() {
        Dimension.Range range = new Dimension.Range(4, 7, false, true);
        int[] counts = new int[8];
        for (int k = 0; k < 4000; k++) {
            counts[(Integer) range.nearest(range.low() + (k + 0.5) / 4000 * (range.high() - range.low()))]++;
        }
        assertEquals(List.of(1000, 1000, 1000, 1000), List.of(counts[4], counts[5], counts[6], counts[7]));
        assertEquals(0.375, range.share((Object) 5));
    }

    @Test
    void should_refuse_a_range_of_whole_numbers_between_others() {
        assertThrows(IllegalArgumentException.class, () -> new Dimension.Range(4.5, 7, false, true));
        assertThrows(IllegalArgumentException.class, () -> space("layers[0].units", "4..7.5"));
        assertThrows(IllegalArgumentException.class, () -> space("layers[0].units", "0..7"));
    }

    @Test
    void should_leave_out_of_a_candidate_what_its_kinds_do_not_have() {
        SearchSpace space = space(
                "layers[].units",
                "8,1|8,4,1",
                "layers[1].keep_prob",
                "1.0",
                "optimizer.kind",
                "adam|momentum|gradient-descent",
                "optimizer.beta1",
                "0.8|0.9",
                "optimizer.momentum",
                "0.9");

        List<Setting> settings = space.settings().orElseThrow();

        // two networks times (two of Adam, one of momentum, one of gradient descent)
        assertEquals(8, settings.size());
        for (Setting setting : settings) {
            assertEquals("adam".equals(setting.values().get("optimizer.kind")), has(setting, "optimizer.beta1"));
            assertEquals("momentum".equals(setting.values().get("optimizer.kind")), has(setting, "optimizer.momentum"));
        }
    }

    @Test
    void should_leave_a_layer_alone_that_a_network_does_not_have() {
        SearchSpace space = space("layers[].units", "8,1|8,4,1", "layers[2].keep_prob", "1.0");
        assertEquals(
                List.of(false, true),
                space.settings().orElseThrow().stream()
                        .map(setting -> has(setting, "layers[2].keep_prob"))
                        .toList());
    }

    @Test
    void should_list_ranges_of_whole_numbers_where_they_are_short() {
        assertEquals(
                Optional.of(List.of(4, 5, 6)),
                space("layers[0].units", "4..6")
                        .settings()
                        .map(settings -> settings.stream()
                                .map(setting -> setting.values().get("layers[0].units"))
                                .toList()));
        assertEquals(
                Optional.empty(),
                space("layers[0].units", "1..1000", "layers[1].units", "1..1000")
                        .settings());
    }

    @Test
    void should_regularize_nothing_in_what_a_winner_is_held_against_without_regularization() {
        Setting winner = new Setting(
                Map.of("penalty.l2", 0.3, "penalty.l1", 0.1, "layers[0].keep_prob", 0.8, "weight_decay", 0.01));
        assertEquals(
                Map.of("penalty.l2", 0.0, "penalty.l1", 0.0, "layers[].keep_prob", 1.0, "weight_decay", 0.0),
                Contender.NONE.beside(winner).values());
        assertEquals(winner, Contender.WINNER.beside(winner));
    }

    @Test
    void should_keep_values_that_do_not_go_together_for_the_training_to_refuse() {
        Setting setting = space("layers[0].activation", "softmax", "optimizer.beta1", "0.9")
                .settings()
                .orElseThrow()
                .get(0);
        assertTrue(has(setting, "optimizer.beta1"));
        assertThrows(IllegalArgumentException.class, () -> setting.experiment("", 2, 1, 0, 0));
    }

    private static boolean has(Setting setting, String key) {
        return setting.values().containsKey(key);
    }
}
