package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;

class TuneMarkdownTest {

    private static String of(String name, Language language) {
        return TuneMarkdown.write(DegenerateStudies.all().get(name), Texts.of(language), Set.of(TunePictures.MAP));
    }

    static Stream<String> reports() {
        return DegenerateStudies.all().keySet().stream();
    }

    @Test
    void should_begin_with_the_answer_and_how_it_compares() {
        String head = of("ordinary", Language.EN).lines().limit(10).collect(Collectors.joining("\n"));
        assertEquals("""
                # Tuning study of points.csv

                Best of 60 candidates: λ = 0.8257, keep probability 0.8601, learning rate 0.3, layers 20,3,1. Cross-validated cross-entropy 0.2023 ± 0.0038 (candidate 28).

                - Scored anew on other folds and seeds, so that luck in the search does not count, the winner has 0.2071 over 15 trainings.
                - Against no regularization it is better by 0.0442 (95 % confidence interval 0.0279 to 0.0605).
                - Against the published setting (λ = 0.7, keep 0.86) its advantage is +0.0048 (95 % confidence interval -0.0021 to +0.0117): the two cannot be told apart.
                - Against the usual advice (λ = 0.03, keep 0.8) it is worse by 0.0019 (95 % confidence interval 0.0005 to 0.0033).
                - On the 200 test examples, which were used once and only for the winner, it labels 188 correctly (94.0 %), cross-entropy 0.1834.
                - Both networks computed the same for all 4 settings that were trained as twins.""", head);
    }

    @Test
    void should_lead_with_twins_that_disagree() {
        String third = of("disagreeing", Language.EN).lines().toList().get(2);
        assertTrue(third.startsWith("**disagree: The twins disagree for the published setting"), third);
    }

    /** The scores over layers are noise, so the model errs by as much as they scatter. */
    @Test
    void should_warn_of_a_model_that_predicts_nothing() {
        assertTrue(of("only-layers", Language.EN).contains("That is too much for its surface"));
        assertFalse(of("ordinary", Language.EN).contains("That is too much for its surface"));
    }

    @Test
    void should_speak_chinese() {
        assertTrue(of("ordinary", Language.ZH).startsWith("# points.csv 的调参研究\n\n60 个候选中的最优候选"));
    }

    @Test
    void should_show_only_pictures_that_are_there() {
        assertTrue(of("ordinary", Language.EN).contains("(heatmap.png)"));
        assertFalse(of("ordinary", Language.EN).contains("(costs.png)"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_render_every_report_without_a_hole(String name) {
        for (Language language : Language.values()) {
            String text = of(name, language);
            assertFalse(text.contains("null") || text.contains("NaN"), text);
            assertFalse(text.lines().anyMatch(line -> line.startsWith("- <script")), text);
        }
    }

    /** The command stands in a fence, where nothing is markup; everywhere else markup is escaped. */
    @Test
    void should_let_a_hostile_name_be_text() {
        String text = of("hostile", Language.EN);
        String outside = text.substring(0, text.indexOf("````")) + text.substring(text.lastIndexOf("````"));
        assertFalse(outside.contains("<script>"), outside);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_write_whole_rows_of_tables(String name) {
        Map<Boolean, Long> widths = of(name, Language.EN)
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.partitioningBy(
                        line -> line.replace("\\|", "")
                                        .chars()
                                        .filter(c -> c == '|')
                                        .count()
                                >= 5,
                        Collectors.counting()));
        assertEquals(0L, widths.get(false));
    }
}
