package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.theory.mistake.Formulas;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Way;

/** Everything that is said of a mistake: what stands in {@code mistakes.txt} is what users have read before. */
@DisplayName("What is said of a mistake")
class MistakeTextsTest {

    @Test
    void should_be_what_was_said_before() throws IOException {
        StringBuilder said = new StringBuilder();
        List<Mistake> mistakes = Catalogue.all().stream()
                .sorted(Comparator.comparing(Mistake::id))
                .toList();
        for (Mistake mistake : mistakes) {
            said.append(String.join(" | ", mistake.id(), mistake.scope().name(), mistake.sentence(), mistake.bites()))
                    .append('\n');
            said.append("  " + mistake.wrong() + " | " + mistake.right() + "\n");
            for (Way way : mistake.ways()) {
                Formulas formulas = mistake.formulas(way);
                said.append("  - " + formulas.wrong() + " | " + formulas.right() + (way.isFitted() ? " | fitted" : ""))
                        .append('\n');
            }
        }
        try (InputStream golden = MistakeTextsTest.class.getResourceAsStream("mistakes.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), said.toString());
        }
    }
}
