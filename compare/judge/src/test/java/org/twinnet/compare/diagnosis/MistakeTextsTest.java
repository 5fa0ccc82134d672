package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.theory.mistake.Formulas;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Way;

/** Everything that is said of a mistake: what stands in {@code mistakes.txt} is what users have read before. */
@DisplayName("What is said of a mistake")
class MistakeTextsTest {

    private static final Path GOLDEN =
            ProjectFolder.file("compare/judge/src/test/resources/org/twinnet/compare/diagnosis/mistakes.txt");

    /** To write the file anew where a mistake is added: delete it and run this test. */
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
        if (Files.notExists(GOLDEN)) {
            Files.writeString(GOLDEN, said);
        }
        assertEquals(Files.readString(GOLDEN), said.toString());
    }
}
