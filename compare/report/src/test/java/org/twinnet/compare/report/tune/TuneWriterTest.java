package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.report.kit.Language;

class TuneWriterTest {

    static Stream<String> reports() {
        return DegenerateStudies.all().keySet().stream();
    }

    private static Map<String, byte[]> files(String name) {
        return TuneWriter.files(DegenerateStudies.all().get(name), Language.EN);
    }

    @Test
    void should_write_page_markdown_pictures_json_and_csv() {
        assertEquals(
                List.of(
                        "report.html",
                        "report.md",
                        "heatmap.png",
                        "progress.png",
                        "importance.png",
                        "parallel.png",
                        "boundaries.png",
                        "costs.png",
                        "report.json",
                        "candidates.csv"),
                List.copyOf(files("ordinary").keySet()));
    }

    @Test
    void should_write_no_picture_of_what_is_not_there() {
        assertEquals(
                List.of("report.html", "report.md", "report.json", "candidates.csv"),
                List.copyOf(files("no-candidate").keySet()));
        assertEquals(
                List.of("report.html", "report.md", "heatmap.png", "parallel.png", "report.json", "candidates.csv"),
                List.copyOf(files("all-failed").keySet()));
    }

    /** Every picture is named in the Markdown, can be read, and shows more than its ground. */
    @ParameterizedTest
    @MethodSource("reports")
    void should_write_pictures_that_show_something(String name) throws IOException {
        Map<String, byte[]> files = files(name);
        String markdown = new String(files.get("report.md"), StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".png")) {
                assertTrue(markdown.contains("(" + file.getKey() + ")"), file.getKey());
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.getValue()));
                long colors = Stream.iterate(0, i -> i < image.getWidth() * image.getHeight(), i -> i + 1)
                        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                        .distinct()
                        .count();
                assertTrue(colors > 3, file.getKey());
            }
        }
    }

    /** Measured: 0.80 MB, of which 0.51 MB are the two libraries. */
    @Test
    void should_write_a_page_that_can_be_mailed() {
        assertTrue(files("four-dimensions").get("report.html").length < 1_500_000);
    }

    /** Java orders small maps anew in each process, so that one process alone can't see a difference. */
    @Test
    void should_write_landmarks_in_the_same_order_in_every_process() {
        String page = new String(files("ordinary").get("report.html"), StandardCharsets.UTF_8);
        assertTrue(page.contains("data-landmarks=\"{&#34;advised&#34;:{&#34;layers[].keep_prob&#34;"));
        assertTrue(page.indexOf("&#34;advised&#34;") < page.indexOf("&#34;published&#34;"));
    }

    @Test
    void should_write_a_stable_report_alike_byte_for_byte() {
        Map<String, byte[]> once = TuneWriter.files(TuneReports.ordinary().stable(), Language.EN);
        Map<String, byte[]> again = TuneWriter.files(TuneReports.ordinary().stable(), Language.EN);
        once.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    }
}
