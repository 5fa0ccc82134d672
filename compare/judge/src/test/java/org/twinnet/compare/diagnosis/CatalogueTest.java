package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.theory.mistake.Mistake;

@DisplayName("The catalogue")
class CatalogueTest {

    private static final Path PAGE = ProjectFolder.file("compare/docs/mistakes.md");

    @Test
    void should_give_every_mistake_one_id_and_two_formulas() {
        List<String> ids = Catalogue.all().stream().map(Mistake::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        for (Mistake mistake : Catalogue.all()) {
            assertTrue(mistake.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), mistake.id());
            assertTrue(mistake.sentence().endsWith("."), mistake.id());
            assertTrue(!mistake.wrong().equals(mistake.right()), mistake.id());
        }
        assertThrows(IllegalArgumentException.class, () -> Catalogue.get("nonsense"));
    }

    /** To write the page anew: delete it and run this test. */
    @Test
    void should_be_what_the_documentation_lists() throws IOException {
        StringBuilder page = new StringBuilder("""
                # The mistakes that are recognized

                `twinnet check` names one of these when, put into the formulas, it explains every number that fails down to its noise
                floor; several are tried together. What none explains is `unknown`. `twinnet mistakes ID` shows one in the terminal.

                | id | what was done | wrong | right | where it bites |
                |---|---|---|---|---|
                """);
        for (Mistake mistake : Catalogue.all()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s | %s |\n",
                    mistake.id(),
                    mistake.sentence(),
                    cell(mistake.wrong()),
                    cell(mistake.right()),
                    mistake.bites()));
        }
        if (Files.notExists(PAGE)) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page.toString(), Files.readString(PAGE), "delete " + PAGE + " and run this test to write it anew");
    }

    /** A bar would end the cell. */
    private static String cell(String formula) {
        return formula.replace("|", "\\|");
    }
}
