package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Reports;
import org.twinnet.compare.testing.ProjectFolder;

/** The example in {@code docs/example}, which a whole run wrote, still says what the program says today. */
class ExampleTest {

    private static final Path EXAMPLE = ProjectFolder.file("compare/docs/example");
    private static final Texts EN = Texts.of(Language.EN);

    @Test
    void should_show_in_the_example_what_the_program_writes() throws IOException {
        String text = Files.readString(EXAMPLE.resolve("report.md"));
        String small = MarkdownWriter.write(
                Reports.of(Status.AGREE, Reports.agreeing()),
                EN,
                Pictures.paint(Reports.of(Status.AGREE, Reports.agreeing()), EN).keySet());
        List<String> frame = small.lines()
                .filter(line -> line.matches("#{1,2} (?!l2).*|\\| (Scenario|Rung) .*|!.*|Cost difference .*"))
                .toList();
        assertEquals(12, frame.size(), frame::toString);
        for (String line : frame) {
            assertTrue(text.lines().anyMatch(line::equals), line);
        }
        for (String key : EN.keys()) {
            // the published runs have no weight decay, no mini-batches and no optimizer that DL4J's own differs from
            if (key.matches("convention\\.(decay-.*|stock-.*|l2-batch)")) {
                continue;
            }
            if (key.startsWith("convention.") || key.startsWith("rung.")) {
                assertTrue(text.contains("| " + EN.text(key) + " |"), key);
            }
        }
    }

    @Test
    void should_have_its_pictures_beside_it() throws IOException {
        for (String picture : List.of(Pictures.BOUNDARIES, Pictures.COSTS)) {
            assertEquals(2400, ImageIO.read(EXAMPLE.resolve(picture).toFile()).getWidth(), picture);
            assertTrue(Files.size(EXAMPLE.resolve(picture)) < 200_000, picture);
        }
    }
}
