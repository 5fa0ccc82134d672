package org.twinnet.compare.report.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Place;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.Saying;

class TextsTest {

    private static final Texts EN = Texts.of(Language.EN);
    private static final Texts ZH = Texts.of(Language.ZH);

    @Test
    void should_have_every_key_in_both_languages() {
        assertEquals(EN.keys(), ZH.keys());
        assertTrue(EN.keys().size() > 100);
    }

    @Test
    void should_take_the_same_arguments_in_both_languages() {
        for (String key : EN.keys()) {
            assertEquals(places(EN.pattern(key)), places(ZH.pattern(key)), key);
            assertFalse(EN.pattern(key).isBlank() || ZH.pattern(key).isBlank(), key);
        }
    }

    @Test
    void should_say_what_the_judge_says_and_have_no_text_of_its_own_for_it() {
        Phrase phrase = Phrase.of("divergence.entry", Said.TENSOR.of("dW", 1), Said.ENTRY.of(1, "W", 0, 2));
        assertEquals("dW of layer 1, layer 1 W[0,2]", phrase.in(EN));
        assertEquals("第 1 层的 dW，第 1 层 W[0,2]", phrase.in(ZH));
        assertTrue(EN.keys().stream().noneMatch(key -> key.startsWith(Saying.PREFIX)));
    }

    @Test
    void should_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertEquals("agree", Texts.of(Language.EN).text("verdict.agree"));
            Locale.setDefault(Locale.GERMANY);
            assertEquals("一致", Texts.of(Language.ZH).text("verdict.agree"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void should_leave_arguments_as_they_are_whatever_they_say() {
        assertEquals("{1} $1 ' (logit)", EN.text("summary.from-logit", "{1} $1 '"));
    }

    @Test
    void should_use_every_key() throws IOException {
        String sources = sources(Path.of("src/main"), ".*(report/.*\\.(java|js)|\\.jte)")
                + sources(Path.of("../app/src/main/java"), ".*\\.java");
        // These are put together from a prefix and a name in the model.
        Pattern composed = Pattern.compile(
                "(rung|verdict|convention|port\\.(mistake|predictions)|diverges\\.cause|scenario|setting\\.(label|rare|column|value|brief)|tune\\.(contender|contenders\\.axis|search|ending|metric|status))\\..*"
                        + "|boundaries\\.(hand|dl4j|difference)");
        for (String key : EN.keys()) {
            assertTrue(composed.matcher(key).matches() || sources.contains('"' + key + '"'), key + " is used nowhere");
        }
    }

    private static String sources(Path folder, String which) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(which))
                    .filter(file -> !file.toString().contains("vendor"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static Set<Integer> places(String pattern) {
        return Place.of(pattern).stream().map(Place::argument).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
