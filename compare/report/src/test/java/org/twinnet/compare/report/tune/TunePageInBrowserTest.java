package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.twinnet.compare.report.comparison.BrowserTest;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.tuning.Studies;

/** The page of a study in Chromium. */
class TunePageInBrowserTest extends BrowserTest {

    static Stream<String> reports() {
        return DegenerateStudies.all().keySet().stream();
    }

    private void open(String name, int width) throws IOException {
        open(TuneWriter.html(DegenerateStudies.all().get(name), Language.EN), width, 800);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_show_every_report_without_an_error_or_a_request(String name) throws IOException {
        open(name, 1200);
        shoot("tune-" + name);
        assertEquals(List.of(), errors());
        assertEquals(1, requests().size());
        assertEquals(0L, overflow());
    }

    @Test
    void should_say_first_what_was_found_and_how_it_compares() throws IOException {
        open("ordinary", 1200);
        String first = text("#summary .lead");
        assertTrue(first.startsWith("Best of 60 candidates: λ = 0.8257, keep probability 0.8601"), first);
        assertTrue(first.contains("Against no regularization it is better by 0.0442"), first);
        assertTrue(first.contains("200 test examples, which were used once and only for the winner"), first);
        assertTrue(
                browser().findElement(By.cssSelector(".evidence .badge.agree")).isDisplayed());
    }

    @Test
    void should_lead_with_twins_that_disagree() throws IOException {
        open("disagreeing", 1200);
        String first = text(".lead p");
        assertTrue(first.contains("The twins disagree for the published setting"), first);
        assertTrue(first.contains("rung “gradients”, dW of layer 1"), first);
        assertTrue(text("#summary").contains("the winner was proposed when"));
    }

    /** 32 columns and 24 rows; complete, given up and failed candidates each have marks of their own. */
    @Test
    void should_draw_every_candidate_on_the_surface() throws IOException {
        open("ordinary", 1200);
        TuneReport report = DegenerateStudies.all().get("ordinary");
        assertEquals(32 * 24 + 2, count("#map-chart rect"));
        int complete = report.effort().complete();
        int stopped = report.effort().stopped();
        // Each candidate has a halo below its mark, and the winner, the published setting and the legend's symbols are
        // paths.
        assertEquals(2L * (complete + stopped), count("#map-chart circle"));
        assertTrue(text("#map-chart").contains("usual advice")
                && text("#map-chart").contains("published"));
        assertEquals(report.candidates().size(), count(".parallel .way"));
        assertEquals(1, count(".parallel .best"));
    }

    @Test
    void should_draw_a_score_over_each_parameter_where_there_is_no_map() throws IOException {
        open("only-lambda", 1200);
        assertEquals(1, count("#map-chart figure"));
        open("only-layers", 1200);
        assertEquals(1, count("#map-chart figure"));
        open("nothing-searched", 1200);
        assertEquals(0, count("#map-chart figure"));
    }

    @Test
    void should_draw_the_boundaries_of_both_twins_for_all_four_contenders() throws IOException {
        open("ordinary", 1200);
        assertEquals(4, count("#twins-charts canvas"));
        assertEquals(8, count("#twins-charts path.contour"));
        assertEquals(4, count("#twins-charts figure.chart"));
    }

    @Test
    void should_read_a_candidate_from_a_row_and_light_its_line() throws IOException {
        open("ordinary", 1200);
        WebElement row = browser().findElement(By.cssSelector("#candidate-table tbody tr"));
        new Actions(browser()).moveToElement(row).perform();
        waitFor("return document.getElementById('pointer').textContent.startsWith('Candidate 28: λ = 0.8257')");
        assertEquals(1, count(".way.lit"));
    }

    @Test
    void should_sort_the_table_and_keep_what_has_no_value_last() throws IOException {
        open("ordinary", 1200);
        WebElement lambda = browser().findElements(By.cssSelector(".sort")).get(3);
        lambda.sendKeys(Keys.ENTER);
        double smallest = DegenerateStudies.all().get("ordinary").candidates().stream()
                .mapToDouble(c -> Studies.l2(c.setting()))
                .min()
                .getAsDouble();
        assertEquals(smallest, firstLambda());
        lambda.sendKeys(Keys.ENTER);
        assertTrue(firstLambda() > 5);
        WebElement score = browser().findElements(By.cssSelector(".sort")).get(2);
        score.sendKeys(Keys.ENTER, Keys.ENTER);
        assertEquals(
                "",
                browser()
                        .executeScript("return document.querySelector('#candidate-table tbody "
                                + "tr:last-child').children[2].dataset.value"));
    }

    private double firstLambda() {
        return Double.parseDouble((String) browser()
                .executeScript("return document.querySelector('#candidate-table tbody tr').children[4].dataset.value"));
    }

    @Test
    void should_switch_language_and_theme() throws IOException {
        open("ordinary", 1200);
        assertEquals("Tuning study", text("h1"));
        browser().findElement(By.id("language")).click();
        assertEquals("调参研究", text("h1"));
        assertTrue(text("#map-chart").contains("通常的建议"));
        shoot("tune-chinese");
        browser().findElement(By.id("language")).click();
        String light = background();
        browser().findElement(By.id("theme")).click();
        assertNotEquals(light, background());
        shoot("tune-dark");
        assertEquals(List.of(), errors());
    }

    @Test
    void should_let_a_hostile_name_do_nothing() throws IOException {
        open("hostile", 1200);
        assertNull(browser().executeScript("return window.alerted ?? null"));
        assertTrue(text(".facts dd").startsWith("<script>alert(1)</script>"));
        assertEquals(3L, browser().executeScript("return document.scripts.length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "disagreeing", "failed-contenders", "no-candidate"})
    void should_be_accessible_in_both_languages_and_themes(String name) throws IOException {
        open(name, 1200);
        assertAccessible((theme, language) -> {});
    }

    @Test
    void should_be_operable_with_the_keyboard_alone() throws IOException {
        open("ordinary", 1200);
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 30; i++) {
            new Actions(browser()).sendKeys(Keys.TAB).perform();
            reached.add((String) browser()
                    .executeScript("const e = document.activeElement; return e.id || e.className || e.tagName"));
        }
        assertTrue(reached.containsAll(List.of("language", "theme", "sort", "scroll tall", "copy")), reached::toString);
        browser().findElement(By.id("copy")).sendKeys(Keys.ENTER);
        waitFor("return document.getElementById('copy').textContent === 'Copied'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "four-dimensions", "hostile", "failed-contenders"})
    void should_fit_a_phone_and_print(String name) throws IOException {
        open(name, 375);
        assertEquals(0L, overflow());
        shoot("tune-phone-" + name);
        Map<String, Object> pdf = browser().executeCdpCommand("Page.printToPDF", Map.of("landscape", true));
        assertTrue(pdf.get("data").toString().length() > 10_000);
    }

    @Test
    void should_picture_every_section() throws IOException {
        open("ordinary", 1200);
        for (String section :
                List.of("summary", "map", "importance", "progress", "contenders", "twins", "candidates", "reproduce")) {
            byte[] png = browser().findElement(By.id(section)).getScreenshotAs(OutputType.BYTES);
            Files.write(SCREENSHOTS.resolve("tune-section-" + section + ".png"), png);
            assertTrue(png.length > 1000, section);
        }
        assertEquals(List.of(), errors());
    }

    private Long overflow() {
        return (Long) browser()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private String text(String selector) {
        return browser().findElement(By.cssSelector(selector)).getText();
    }

    private long count(String selector) {
        return browser().findElements(By.cssSelector(selector)).size();
    }

    private String background() {
        return browser().findElement(By.tagName("body")).getCssValue("background-color");
    }
}
