package org.twinnet.compare.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What the judge says")
class SaidTest {

    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../move/src/main/java"));

    /** What has texts of its own for what the first argument names; {@code MistakesInChineseTest} holds them. */
    private static final Set<Saying> OF_THEIR_OWN =
            Set.of(SaidOfCheck.MISTAKE, SaidOfCheck.SHOWS_IN, SaidOfCheck.CONVENTION);

    /** Every bundle that is there: a translation that is added is held to the same. */
    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/twinnet/compare/text"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("said_"))
                    .map(name -> name.substring("said_".length(), name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void should_be_known_in_english_and_chinese() throws IOException {
        assertEquals(List.of("en", "zh"), languages());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void should_have_a_text_for_every_key_with_all_its_arguments_and_none_besides(String language) {
        assertEquals(List.of(), faults(texts(language)));
    }

    @Test
    void should_notice_a_text_that_is_missing_or_left_over_or_takes_other_arguments() {
        Map<String, String> texts = texts("en");
        texts.remove("said.cost");
        texts.put("said.old", "old");
        texts.put("said.tensor", "layer {1}");
        texts.put("said.memory", "{0} {1}");
        texts.put("said.update", " ");

        assertEquals(
                Set.of("said.cost", "said.old", "said.tensor", "said.memory", "said.update"),
                Set.copyOf(faults(texts)));
    }

    @Test
    void should_be_said_somewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(SaidTest::read)
                        .forEach(sources::append);
            }
        }
        for (Saying said : Saying.all()) {
            String used =
                    said == Said.BOTH ? "reduce(BOTH::of)" : said.getClass().getSimpleName() + "." + said;
            assertTrue(sources.indexOf(used) >= 0, said + " is said nowhere");
        }
    }

    @Test
    void should_not_be_said_with_too_few_or_too_many_arguments_or_with_other_things() {
        assertEquals(
                "said.tensor takes 2 arguments, not 1.",
                assertThrows(IllegalArgumentException.class, () -> Said.TENSOR.of("W"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Said.COST.of("W"));
        assertEquals(
                "said.name takes names, numbers and phrases, not [].",
                assertThrows(IllegalArgumentException.class, () -> Said.NAME.of(List.of()))
                        .getMessage());
    }

    @Test
    void should_say_phrases_within_phrases_in_the_same_language() {
        Phrase phrase = Said.WITNESS.of(Said.SCRATCH.of(), Said.CENTRAL_DIFFERENCES.of());

        assertEquals("gradient of the hand-written network by central differences", phrase.english());
        assertEquals("手工实现的网络的梯度，由中心差分验证", phrase.in(SaidTexts.in("zh")));
    }

    @Test
    void should_write_numbers_as_the_text_wants_them() {
        assertEquals(
                "comparable up to iteration 4,600: beyond it one-ulp changes of the weights move the cost by more"
                        + " than 1e-09",
                Said.COMPARABLE_TO.of(4600, 1e-9).english());
        assertEquals(
                "point (-0.5000, 1.235e+04)", Said.POINT.of(-0.5, 12345.678).english());
    }

    @Test
    void should_not_look_at_what_an_argument_says() {
        assertEquals("{1} $1 ' of layer 2", Said.TENSOR.of("{1} $1 '", 2).english());
    }

    @Test
    void should_say_several_things_one_after_the_other() {
        assertEquals(Phrase.NOTHING, Said.all(List.of()));
        assertEquals("", Phrase.NOTHING.english());
        assertEquals(Said.COST.of(), Said.all(List.of(Said.COST.of())));
        assertEquals(
                "cost; update; labels",
                Said.all(List.of(Said.COST.of(), Said.UPDATE.of(), Said.LABELS.of()))
                        .english());
    }

    private static Map<String, String> texts(String language) {
        SaidTexts texts = SaidTexts.in(language);
        return texts.keys().stream().collect(Collectors.toMap(key -> key, texts::pattern, (a, b) -> a, TreeMap::new));
    }

    /** Keys whose text is missing, blank, left over, or takes other arguments than the key. */
    private static List<String> faults(Map<String, String> texts) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Saying said : Saying.all()) {
            known.add(said.key());
            String text = texts.getOrDefault(said.key(), "");
            Set<Integer> places =
                    Place.of(text).stream().map(Place::argument).collect(Collectors.toCollection(TreeSet::new));
            Set<Integer> arguments = IntStream.range(OF_THEIR_OWN.contains(said) ? 1 : 0, said.arguments())
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            if (text.isBlank() || !places.equals(arguments)) {
                faults.add(said.key());
            }
        }
        texts.keySet().stream()
                .filter(key -> !known.contains(key))
                .filter(key -> OF_THEIR_OWN.stream().noneMatch(said -> key.startsWith(said.key() + ".")))
                .forEach(faults::add);
        return faults;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
