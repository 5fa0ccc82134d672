package org.twinnet.compare.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.diagnosis.Catalogue;
import org.twinnet.compare.theory.mistake.Mistake;

@DisplayName("What is said to someone who tests a network")
class NetworkTextsTest {

    private static final Pattern FOREIGN = Pattern.compile("\\b(traces?|twins?)\\b", Pattern.CASE_INSENSITIVE);
    /** What is said of comparisons and of ports, which no test of a network makes. */
    private static final List<String> OF_OTHERS = List.of("said.floor-", "said.port.");

    private static final String MISTAKE = "said.check.mistake";

    private final SaidTexts english = SaidTexts.in("en");
    private final SaidTexts network = SaidTexts.ofNetwork();

    @Test
    void should_know_neither_traces_nor_twins() {
        List<String> foreign = network.keys().stream()
                .filter(key -> OF_OTHERS.stream().noneMatch(key::startsWith))
                .filter(key -> FOREIGN.matcher(network.pattern(key)).find())
                .toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    void should_say_mistakes_so_too() {
        List<String> foreign = Catalogue.all().stream()
                .filter(mistake -> FOREIGN.matcher(network.text(MISTAKE, mistake.id(), mistake.sentence()))
                        .find())
                .map(Mistake::id)
                .toList();
        assertEquals(List.of(), foreign);
    }

    /** A text of its own is for what English says otherwise, with the same arguments. */
    @Test
    void should_say_nothing_that_nobody_says() {
        Set<String> ids = new TreeSet<>();
        Catalogue.all().forEach(mistake -> ids.add(MISTAKE + "." + mistake.id()));
        for (String key : network.keys()) {
            if (!english.keys().contains(key)) {
                assertTrue(ids.contains(key), key);
            } else if (!english.pattern(key).equals(network.pattern(key))) {
                assertTrue(FOREIGN.matcher(english.pattern(key)).find(), key);
                assertEquals(places(english.pattern(key)), places(network.pattern(key)), key);
            }
        }
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{[^}]*}").matcher(pattern).results().forEach(found -> places.add(found.group()));
        return places;
    }
}
