package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.Comparer;
import org.twinnet.compare.agreement.ComparisonSettings;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.PhraseModule;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The words of a comparison")
class SaidInChineseTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new PhraseModule()).build();
    private static final Texts EN = Texts.of(Language.EN);
    private static final Texts ZH = Texts.of(Language.ZH);

    /** Letters that are formulas, names or units in every language. */
    private static final String NEUTRAL =
            "DL4J|SameDiff|ReLU|dropout|sigmoid|SHA-256 [0-9a-f]+|ulp|[0-9]e-[0-9]+|d?[WbZA]\\b|εd?[AVZ]|dV|V|u\\b|γₘ";

    /** Whoever adds a quantity, a derivation or a note sees here that its name is to be said in every language. */
    @Test
    void should_all_be_said_in_chinese_and_read_again_from_json() throws InterruptedException {
        Dataset examples = Dataset.of(
                "points", List.of("x1", "x2"), new double[][] {{0, 1}, {1, 0}, {-1, 0.5}}, new double[] {0, 1, 1});
        List<ScenarioComparison> comparisons = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(1, 1, 10, 1))
                .compare(
                        List.of(Experiment.of(2, 3, 1)
                                .named("both")
                                .with(Penalty.l2(0.5))
                                .keepProbability(0.9)
                                .with(new Masks(MaskKind.FRESH, 8))
                                .with(new Initialization.ScaledGaussian(7))
                                .with(new Optimizer.Momentum(0.3, 0.9, false))
                                .iterations(3)),
                        new Split(examples, Optional.of(examples)),
                        ProgressListener.NONE);
        List<Phrase> phrases = comparisons.stream()
                .flatMap(comparison -> comparison.ladder().rungs().stream())
                .flatMap(SaidInChineseTest::phrases)
                .filter(phrase -> !phrase.isNothing())
                .distinct()
                .toList();
        assertTrue(phrases.size() > 40, () -> phrases.size() + " phrases");
        for (Phrase phrase : phrases) {
            String chinese = phrase.in(ZH);
            assertFalse(chinese.replaceAll(NEUTRAL, "").matches(".*[A-Za-z]{2}.*"), chinese);
            assertEquals(phrase.english(), phrase.in(EN));
            String json = JsonWriter.writeCompact(phrase);
            assertEquals(phrase, MAPPER.readValue(json, Phrase.class), json);
        }
    }

    @Test
    void should_name_no_entry_where_all_numbers_are_equal() {
        Phrase entry = Said.ENTRY.of(1, "W", 0, 0);
        assertEquals("–", LadderWords.where(entry, 0, 0.0));
        assertEquals("–", LadderWords.where(Phrase.NOTHING, 3, 0.5));
        assertEquals("layer 1 W[0,0], iteration 1,200", ((Phrase) LadderWords.where(entry, 1200, 0.5)).in(EN));
        assertEquals(entry, LadderWords.where(entry, 0, null));
    }

    private static Stream<Phrase> phrases(Rung rung) {
        return Stream.concat(
                Stream.of(rung.derivation(), rung.note()),
                rung.quantities().stream().flatMap(quantity -> Stream.of(quantity.quantity(), quantity.where())));
    }
}
