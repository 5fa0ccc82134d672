package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.model.OtherTargets;
import org.twinnet.compare.report.model.Report;

/** The pages of several classes and of regressions in Chromium. */
class OtherTargetsInBrowserTest extends BrowserTest {

    private static final String ZERO = "return document.querySelectorAll('#residuals .zero').length";

    @ParameterizedTest
    @ValueSource(ints = {3, 12})
    void should_name_each_class_once_in_the_legend(int classes) throws IOException {
        open(OtherTargets.classes(classes));
        String legend = text("#legend");
        for (int k = 0; k < classes; k++) {
            assertTrue(legend.contains("class " + k), legend);
        }
        assertFalse(legend.contains("class " + classes) || legend.contains("p = 0.5"), legend);
        assertTrue(legend.contains("between classes by DL4J"), legend);
        assertFalse(text("#boundaries").contains("robability of class 1"));
        shoot("classes-" + classes);
    }

    /** Twelve classes in ten colours; what repeats has another shape. */
    @Test
    void should_tell_points_of_different_classes_apart() throws IOException {
        open(OtherTargets.classes(12));
        long marks = (Long) browser()
                .executeScript(
                        "const p = [...document.querySelector('.panel svg').querySelectorAll('path[transform]')];"
                                + "return new Set(p.filter(m => m.getAttribute('stroke') === '#fff')"
                                + ".map(m => m.getAttribute('fill') + m.getAttribute('d'))).size");
        assertEquals(12, marks);
    }

    @Test
    void should_read_the_class_of_both_networks_with_the_keyboard() throws IOException {
        open(OtherTargets.classes(3));
        browser().findElement(By.cssSelector(".panel")).sendKeys(Keys.ARROW_RIGHT);
        waitFor("return document.getElementById('pointer').textContent.includes('by hand class 0, DL4J class 0')");
        String alt = browser().findElement(By.cssSelector(".panel")).getDomAttribute("aria-label");
        assertTrue(alt.startsWith("none, By hand: areas of 3 classes at iteration 1,999"), alt);
    }

    @Test
    void should_paint_areas_in_the_colours_of_classes_and_gray_what_has_none() throws IOException {
        open(OtherTargets.classes(3));
        String colours = colours();
        for (String area : List.of("143,185,224", "240,168,132", "220,207,90")) {
            assertTrue(colours.contains(area), area);
        }
        assertFalse(colours.contains("154,160,166"));
        open(OtherTargets.broken(3));
        assertTrue(colours().contains("154,160,166"));
        assertTrue(text("#legend").endsWith("not finite"));
    }

    @Test
    void should_show_which_class_is_taken_for_which() throws IOException {
        open(OtherTargets.classes(3));
        List<WebElement> tables = browser().findElements(By.cssSelector("table.confusion"));
        assertEquals(
                List.of(
                        "none, training examples, both networks alike",
                        "none, test examples, by hand",
                        "none, test examples, by DL4J"),
                tables.stream()
                        .map(table -> table.findElement(By.tagName("caption")).getText())
                        .toList());
        assertEquals(
                List.of("class 0 19 1 0", "class 1 0 19 1", "class 2 1 0 19"),
                tables.get(0).findElements(By.cssSelector("tbody tr")).stream()
                        .map(row -> row.getText().replaceAll("\\s+", " "))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void should_show_predictions_in_place_of_boundaries(int outputs) throws IOException {
        open(OtherTargets.regression(outputs));
        assertEquals(
                0,
                browser()
                        .findElements(By.cssSelector("#boundaries, #slider, #pointer"))
                        .size());
        assertEquals(1L, browser().executeScript(ZERO));
        assertEquals(
                List.of(40L * outputs, 40L * outputs - 1),
                browser()
                        .executeScript("const p = [...document.querySelectorAll('#residuals path[transform]')];"
                                + "const hollow = p.filter(m => m.getAttribute('fill') === 'none').length;"
                                + "return [p.length - hollow, hollow]"));
        assertEquals(outputs > 1, text("#residuals-legend").contains("output 3"));
        assertEquals(
                "none: Over 2,000 training examples, predictions of both networks differ by at most 3.0e-16."
                        + " The picture shows 40 of these 2,000, taken evenly."
                        + " Over 40 test examples, by at most not finite.",
                text("#predictions p:last-child"));
        assertEquals(2, visible("#histograms figure"));
        shoot("regression-" + outputs);
    }

    @Test
    void should_say_nothing_of_boundaries_or_accuracies_of_a_regression() throws IOException {
        open(OtherTargets.regression(1));
        browser().executeScript("document.querySelectorAll('#ladder, #conventions').forEach(s => s.remove())");
        String page = text("body");
        assertFalse(page.toLowerCase(Locale.ROOT).contains("bound") || page.contains("p = 0.5"), page);
        assertTrue(text(".gap caption").equals("Train and test R², by hand"));
        assertEquals("Predictions", text("nav a"));
        browser().findElement(By.id("language")).click();
        browser().findElement(By.id("theme")).click();
        assertEquals("预测", text("nav a"));
        assertFalse(text("body").contains("边界"));
        assertEquals(List.of(), errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-classes", "twelve-classes", "regression", "three-outputs"})
    void should_fit_a_phone(String name) throws IOException {
        open(HtmlWriter.write(Degenerate.all().get(name), Language.EN), 375, 800);
        assertEquals(
                0L,
                browser()
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private void open(Report report) throws IOException {
        open(HtmlWriter.write(report, Language.EN), 1200, 800);
    }

    private String text(String selector) {
        return browser().findElement(By.cssSelector(selector)).getText();
    }

    private String colours() {
        return (String) browser()
                .executeScript("const d = document.querySelector('.panel canvas').getContext('2d')"
                        + ".getImageData(100, 40, 660, 620).data; const s = new Set();"
                        + "for (let i = 0; i < d.length; i += 4) s.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]);"
                        + "return [...s].join(' ')");
    }
}
