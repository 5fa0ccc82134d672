package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.report.drawing.ClassMarks;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.OtherTargets;
import org.twinnet.compare.report.model.Report;

/** Several classes and regressions in Markdown and its pictures. */
class OtherTargetsMarkdownTest {

    @Test
    void should_write_a_table_of_which_class_is_taken_for_which() {
        String text = text(render(OtherTargets.classes(3)));
        assertTrue(text.contains("""
                none, test examples, by DL4J

                | is ↓, gets → | class 0 | class 1 | class 2 |
                |---|---|---|---|
                | class 0 | 10 | 1 | 0 |
                | class 1 | 0 | 9 | 1 |
                | class 2 | 1 | 0 | 9 |
                """), text);
        assertTrue(text.contains("\nnone, training examples, both networks alike\n"), text);
    }

    @Test
    void should_write_no_table_of_two_classes_or_too_many() {
        assertFalse(text(render(OtherTargets.classes(2))).contains("gets →"));
        assertTrue(text(render(OtherTargets.classes(20))).contains("gets →"));
        assertFalse(text(render(OtherTargets.classes(21))).contains("gets →"));
    }

    @Test
    void should_say_of_a_regression_how_far_predictions_are_apart() {
        Map<String, byte[]> files = render(OtherTargets.regression(2));
        String text = text(files);
        assertEquals(Set.of("report.md", "predictions.png", "costs.png"), files.keySet());
        assertTrue(text.contains("## Predictions\n\n![Predictions](predictions.png)\n\n"), text);
        assertTrue(
                text.contains("- none: Over 2,000 training examples, predictions of both networks differ by at most"
                        + " 3.0e-16. The picture shows 40 of these 2,000, taken evenly. Over 40 test examples, by at most"
                        + " not finite.\n"),
                text);
        assertFalse(text.toLowerCase(Locale.ROOT).contains("boundar"), text);
        assertTrue(text.contains("| R² 0.9876 | R² 0.8765 | agree |"), text);
    }

    @Test
    void should_paint_the_area_of_each_class_without_blends() throws IOException {
        byte[] png = render(OtherTargets.classes(3)).get("boundaries.png");
        Files.createDirectories(BrowserTest.SCREENSHOTS);
        Files.write(BrowserTest.SCREENSHOTS.resolve("three-classes-boundaries.png"), png);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        Set<Integer> colours = new TreeSet<>();
        for (int y = 80; y < 700; y++) {
            // the left edge, where no point lies
            colours.add(picture.getRGB(88, y));
        }
        assertTrue(colours.contains(ClassMarks.area(1).getRGB())
                && colours.contains(ClassMarks.area(2).getRGB()));
    }

    /** The page's colours are written down in its script once more. */
    @Test
    void should_have_the_same_colours_in_page_and_picture() throws IOException {
        String script = Files.readString(Path.of("src/main/resources/org/twinnet/compare/report/common.js"));
        for (int k = 0; k < 10; k++) {
            assertTrue(
                    script.contains(String.format(
                            Locale.ROOT, "\"#%06x\"", ClassMarks.area(k).getRGB() & 0xffffff)),
                    "area " + k);
            assertTrue(
                    script.contains(String.format(
                            Locale.ROOT, "\"#%06x\"", ClassMarks.point(k).getRGB() & 0xffffff)),
                    "point " + k);
        }
        assertEquals(ClassMarks.area(0), ClassMarks.area(10));
    }

    /** The output is always said, the loss where it does not go with the output by itself. */
    @Test
    void should_name_a_loss_that_is_not_the_usual_one() {
        Report report = OtherTargets.regression(1);
        Report.Scenario scenario = report.scenarios().get(0);
        assertTrue(sentence(scenario.experiment()).contains("activations relu,identity"));
        assertFalse(sentence(scenario.experiment()).contains("loss"));
        Map<String, Object> quadratic = new LinkedHashMap<>(scenario.experiment());
        quadratic.put("loss", "quadratic");
        assertTrue(sentence(quadratic).contains("loss quadratic"), sentence(quadratic));
    }

    private static String sentence(Map<String, Object> experiment) {
        return new ScenarioSettings(experiment, ExperimentTree.settings(experiment))
                .sentence()
                .in(Texts.of(Language.EN));
    }

    private static Map<String, byte[]> render(Report report) {
        return Format.render(EnumSet.of(Format.MD), report, Language.EN);
    }

    private static String text(Map<String, byte[]> files) {
        return new String(files.get("report.md"), StandardCharsets.UTF_8);
    }
}
