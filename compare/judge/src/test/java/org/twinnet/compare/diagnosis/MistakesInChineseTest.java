package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.check.bookkeeping.Convention;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.text.SaidTexts;
import org.twinnet.compare.text.Saying;
import org.twinnet.compare.theory.mistake.Mistake;

/** English stands beside the formulas; Chinese stands in {@code mistakes_zh.properties} under the id. */
@DisplayName("What is said of mistakes and conventions in Chinese")
class MistakesInChineseTest {

    private static final SaidTexts CHINESE = SaidTexts.in("zh");

    private static Set<String> keys(Saying saying) {
        String prefix = saying.key() + ".";
        return CHINESE.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sorted(Stream<String> ids) {
        return ids.collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void should_be_there_for_each_and_for_nothing_else() {
        Set<String> mistakes = sorted(Catalogue.all().stream().map(Mistake::id));
        Set<String> conventions = sorted(Arrays.stream(Convention.values()).map(Convention::id));
        assertEquals(mistakes, keys(SaidOfCheck.MISTAKE));
        assertEquals(mistakes, keys(SaidOfCheck.SHOWS_IN));
        assertEquals(conventions, keys(SaidOfCheck.CONVENTION));
    }

    @Test
    void should_be_chinese_sentences() {
        List<String> sentences = Stream.concat(
                        Catalogue.all().stream().map(Mistake::done),
                        Arrays.stream(Convention.values()).map(Convention::said))
                .map(said -> said.in(CHINESE))
                .toList();
        for (String sentence : sentences) {
            assertTrue(sentence.endsWith("。"), sentence);
            assertTrue(
                    sentence.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
                    sentence);
        }
    }

    @Test
    void should_be_english_where_a_newer_version_knows_more() {
        assertEquals(
                "Something is new.",
                SaidOfCheck.MISTAKE.of("unheard-of", "Something is new.").in(CHINESE));
        assertEquals("梯度漏掉了惩罚项。", Catalogue.get("l2-gradient-missing").done().in(CHINESE));
    }
}
