package org.twinnet.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.agreement.Comparer;
import org.twinnet.compare.agreement.ComparisonSettings;
import org.twinnet.compare.agreement.Rung;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Initialization;
import org.twinnet.compare.experiment.MaskKind;
import org.twinnet.compare.experiment.Masks;
import org.twinnet.compare.experiment.Penalty;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

class VocabularyTest {

    private static final Texts EN = Texts.of(Language.EN);
    private static final Texts ZH = Texts.of(Language.ZH);

    /** Letters that are formulas, names or units in every language. */
    private static final String NEUTRAL =
            "DL4J|SameDiff|ReLU|dropout|sigmoid|SHA-256 [0-9a-f]+|ulp|[0-9]e-[0-9]+|d?[WbZA]\\b|εd?[AVZ]|dV|V|u\\b|γₘ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dW of layer 2, cross-entropy | dW of layer 2, cross-entropy | 第 2 层的 dW，交叉熵
            layer 1 W[17,1] | layer 1 W[17,1] | 第 1 层 W[17,1]
            gradient of scratch by central differences | gradient of the hand-written network by central differences | 手写网络的梯度，由中心差分验证
            probability on test examples | probability on test examples | 测试样本上的概率
            comparable up to iteration 4,600: beyond it one-ulp changes of the initial weights move the cost by more than 1e-09 | comparable up to iteration 4,600: beyond it one-ulp changes of the initial weights move the cost by more than 1e-09 | 可比较至第 4,600 次迭代：此后初始权重一个 ulp 的变化会使代价的变化超过 1e-09
            """)
    void should_say_the_words_of_a_report_in_both_languages(String text, String english, String chinese) {
        assertEquals(english, say(Vocabulary.of(text), EN));
        assertEquals(chinese, say(Vocabulary.of(text), ZH));
    }

    /** Whoever adds a quantity, a derivation or a note sees here that it wants a key in the bundles. */
    @Test
    void should_know_every_word_that_a_comparison_writes() throws InterruptedException {
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
                                .iterations(3)),
                        new Split(examples, Optional.of(examples)),
                        ProgressListener.NONE);
        List<String> words = comparisons.stream()
                .flatMap(comparison -> comparison.ladder().rungs().stream())
                .flatMap(VocabularyTest::words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        assertTrue(words.size() > 40, () -> words.size() + " words");
        for (String text : words) {
            Phrase phrase = assertInstanceOf(Phrase.class, Vocabulary.of(text), text);
            String chinese = phrase.in(ZH);
            assertTrue(!chinese.replaceAll(NEUTRAL, "").matches(".*[A-Za-z]{2}.*"), chinese);
            assertEquals(
                    text.replaceAll("\\bscratch\\b", "the hand-written network").replaceAll("\\bdl4j\\b", "DL4J"),
                    phrase.in(EN));
        }
    }

    @Test
    void should_show_a_name_that_it_does_not_know_as_it_is() {
        assertEquals("<b>{0}", Vocabulary.of("<b>{0}"));
        String long0 = "x of layer ".repeat(1000);
        assertEquals(long0, Vocabulary.of(long0));
    }

    @Test
    void should_name_no_entry_where_all_numbers_are_equal() {
        assertEquals("–", Vocabulary.where("layer 1 W[0,0]", 0, 0.0));
        assertEquals("layer 1 W[0,0], iteration 1,200", say(Vocabulary.where("layer 1 W[0,0]", 1200, 0.5), EN));
        assertEquals("layer 1 W[0,0]", say(Vocabulary.where("layer 1 W[0,0]", 0, null), EN));
    }

    private static Stream<String> words(Rung rung) {
        return Stream.concat(
                Stream.of(rung.derivation(), rung.note()),
                rung.quantities().stream().flatMap(quantity -> Stream.of(quantity.quantity(), quantity.where())));
    }

    private static String say(Object what, Texts texts) {
        return assertInstanceOf(Phrase.class, what).in(texts);
    }
}
