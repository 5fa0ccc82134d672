package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.report.model.Report;

/** The page of a comparison in Chromium. */
class PageInBrowserTest extends BrowserTest {

    static Stream<String> reports() {
        return Degenerate.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_show_every_report_without_an_error_or_a_request(String name) throws IOException {
        open(Degenerate.all().get(name), Language.EN, 1200, 800);
        shoot("report-" + name);
        assertEquals(List.of(), errors());
        assertEquals(1, requests().size(), () -> String.join("\n", requests()));
        assertTrue(requests().isEmpty() || requests().get(0).startsWith("file:"));
    }

    @Test
    void should_move_both_boundaries_and_the_marker_with_the_slider() throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        WebElement slider = browser().findElement(By.id("slider"));
        String before = state();
        assertEquals("1999", marker());
        slider.sendKeys(Keys.HOME);
        waitFor("return document.querySelector('.marker').dataset.iteration === '0'");
        String after = state();
        assertNotEquals(before, after);
        assertEquals(
                "iteration 0: cost 0.6931 by hand, 0.6931 by DL4J, as of iteration 0",
                slider.getDomAttribute("aria-valuetext"));
        slider.sendKeys(Keys.END);
        waitFor("return document.querySelector('.marker').dataset.iteration === '1999'");
        assertEquals(before, state());
    }

    /** Axes and the legend of colours belong to the pictures. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ordinary",
                "parted",
                "one-iteration",
                "twenty-features",
                "three-classes",
                "regression",
                "three-outputs"
            })
    void should_show_no_number_that_the_json_does_not_hold(String name) throws IOException {
        Report report = Degenerate.all().get(name);
        open(report, Language.EN, 1200, 800);
        String text = (String) browser()
                .executeScript("document.querySelectorAll('svg, #legend').forEach(s => s.remove());"
                        + "document.querySelectorAll('details').forEach(d => d.open = "
                        + "true); return document.body.innerText");
        String json = JsonWriter.write(report);
        assertEquals(Set.of(), new NumbersOfReport(json).missingFrom(text), text);
        if (name.equals("ordinary")) {
            String lacking = json.replaceAll("\"(weightNorm|accuracyGap)\" : [0-9.]+", "\"$1\" : null");
            assertEquals(Set.of("5.3", "1.58"), new NumbersOfReport(lacking).missingFrom(text));
        }
    }

    @Test
    void should_say_which_iteration_the_last_kept_cost_is_of() throws IOException {
        open(Degenerate.all().get("between-costs"), Language.EN, 1200, 800);
        assertEquals(
                "Iteration 1,500. Cost by hand / by DL4J as of iteration 0: l2 0.6931 / 0.6931",
                browser().findElement(By.id("at")).getText());
    }

    /** As far as it can scroll, the slider stays where its pictures are. */
    @ParameterizedTest
    @ValueSource(ints = {375, 1200})
    void should_keep_the_slider_in_view_with_its_pictures(int width) throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, width, 800);
        browser().executeScript("[...document.querySelectorAll('.panel')].at(-1).scrollIntoView({block: 'center'})");
        Double top = ((Number)
                        browser().executeScript("return document.getElementById('slider').getBoundingClientRect().top"))
                .doubleValue();
        assertTrue(top >= 0 && top < 120, top::toString);
        shoot("slider-" + width);
    }

    @Test
    void should_show_the_network_at_the_top() throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        assertTrue(browser()
                .findElement(By.cssSelector("#network [role=img]"))
                .getAccessibleName()
                .startsWith("The network: 2 inputs → "));
    }

    @Test
    void should_speak_of_published_values_only_where_there_are_some() throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        boolean published =
                !Degenerate.all().get("ordinary").scenarios().get(0).published().isEmpty();
        assertEquals(
                published,
                browser()
                        .findElement(By.cssSelector("#costs > .note"))
                        .getText()
                        .contains("published"));
    }

    @Test
    void should_play_from_the_beginning_to_the_end() throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        browser().findElement(By.id("play")).click();
        waitFor("return document.querySelector('.marker').dataset.iteration === '0'");
        waitFor("return document.querySelector('.marker').dataset.iteration === '1999'");
        waitFor("return document.getElementById('play').textContent === 'Play'");
    }

    @Test
    void should_switch_language_and_theme() throws IOException {
        open(Degenerate.all().get("parted"), Language.EN, 1200, 800);
        assertEquals("Hand-written network and DL4J", heading());
        browser().findElement(By.id("language")).click();
        assertEquals("手工实现的网络与 DL4J", heading());
        assertTrue(
                browser().findElement(By.cssSelector("figcaption b")).getText().contains("手工实现"));
        shoot("chinese");
        browser().findElement(By.id("language")).click();
        assertEquals("Hand-written network and DL4J", heading());
        String light = background();
        browser().findElement(By.id("theme")).click();
        assertNotEquals(light, background());
        shoot("dark");
        browser().findElement(By.id("theme")).click();
        assertEquals(light, background());
        assertEquals(List.of(), errors());
    }

    @Test
    void should_show_only_differences_when_asked() throws IOException {
        open(Degenerate.all().get("parted"), Language.EN, 1200, 800);
        assertEquals(2, visible(".rung"), "a scenario that agrees is folded to a line");
        browser().findElement(By.cssSelector(".fold.agree > summary")).click();
        assertEquals(3, visible(".rung"));
        browser().findElement(By.id("only-differences")).click();
        assertEquals(1, visible(".rung"));
        assertEquals(1, visible(".all-agree"));
    }

    @Test
    void should_give_no_colour_to_what_is_no_number() throws IOException {
        open(Degenerate.all().get("nothing-finite"), Language.EN, 1200, 800);
        assertEquals(
                List.of("154,160,166"),
                panels().stream().map(this::colours).distinct().toList());
        assertTrue(browser().findElement(By.id("legend")).getText().endsWith("not finite"));
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        assertTrue(panels().stream().noneMatch(panel -> colours(panel).contains("154,160,166")));
        assertTrue(browser().findElement(By.id("legend")).getText().endsWith("exactly equal"));
    }

    private List<WebElement> panels() {
        return browser().findElements(By.cssSelector(".panel canvas"));
    }

    /** Of the middle of a picture, away from its edges. */
    private String colours(WebElement canvas) {
        return (String) browser()
                .executeScript(
                        "const d = arguments[0].getContext('2d').getImageData(100, 100, 500, 400).data; "
                                + "const s = new Set();"
                                + "for (let i = 0; i < d.length; i += 4) s.add(d[i] + ',' + d[i + 1] + ',' "
                                + "+ d[i + 2]); return [...s].join(' ')",
                        canvas);
    }

    @Test
    void should_show_the_noise_floor_of_a_single_cost_and_keep_names_beside_it() throws IOException {
        open(Degenerate.all().get("one-iteration"), Language.EN, 1200, 800);
        assertEquals(
                1,
                browser()
                        .findElements(By.cssSelector("#cost-charts [stroke-opacity='0.15'] line"))
                        .size());
        Long outside = (Long) browser()
                .executeScript("const charts = [...document.querySelectorAll('#cost-charts .column > figure > svg')];"
                        + "return charts.flatMap(c => [...c.querySelectorAll('text')].filter(t =>"
                        + " t.getBoundingClientRect().left < c.getBoundingClientRect().left)).length");
        assertEquals(0L, outside);
    }

    @Test
    void should_read_values_with_the_keyboard() throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        browser().findElement(By.cssSelector(".panel")).sendKeys(Keys.ARROW_RIGHT);
        waitFor("return document.getElementById('pointer').textContent.includes('by hand 1.00, DL4J 1.00')");
    }

    @Test
    void should_let_a_hostile_name_do_nothing() throws IOException {
        open(Degenerate.all().get("hostile"), Language.EN, 1200, 800);
        assertNull(browser().executeScript("return window.alerted ?? null"));
        assertTrue(
                browser().findElement(By.cssSelector(".facts dd")).getText().startsWith("<script>alert(1)</script>"));
        assertEquals(3L, browser().executeScript("return document.scripts.length"));
    }

    /**
     * The rules of axe-core, which stands in the class path as a script; every state of the page that a reader can
     * reach.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "parted", "twelve-classes", "three-outputs"})
    void should_be_accessible_in_both_languages_and_themes(String name) throws IOException {
        open(Degenerate.all().get(name), Language.EN, 1200, 800);
        browser().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertAccessible((theme, language) -> {});
    }

    @Test
    void should_find_what_is_not_accessible() throws IOException {
        open(Degenerate.all().get("ordinary"), Language.EN, 1200, 800);
        browser().executeScript(axe());
        browser().executeScript("document.getElementById('theme').removeAttribute('aria-label')");
        assertTrue(
                violations().toString().contains("button-name"),
                () -> violations().toString());
    }

    @Test
    void should_be_operable_with_the_keyboard_alone() throws IOException {
        open(Degenerate.all().get("parted"), Language.EN, 1200, 800);
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 60; i++) {
            new Actions(browser()).sendKeys(Keys.TAB).perform();
            reached.add((String) browser()
                    .executeScript("const e = document.activeElement; return e.id || e.className "
                            + "|| e.name || e.tagName.toLowerCase()"));
        }
        assertTrue(
                reached.containsAll(List.of(
                        "language",
                        "theme",
                        "play",
                        "slider",
                        "show-test",
                        "panel",
                        "axis",
                        "only-differences",
                        "copy",
                        "summary")),
                reached::toString);
        browser().findElement(By.id("slider")).sendKeys(Keys.HOME, Keys.ARROW_RIGHT);
        waitFor("return document.querySelector('.marker').dataset.iteration === '1999'");
        browser().findElement(By.id("theme")).sendKeys(Keys.ENTER);
        assertEquals("dark", browser().executeScript("return document.documentElement.dataset.theme"));
        browser().findElement(By.cssSelector("input[value='linear']")).sendKeys(Keys.ARROW_RIGHT);
        assertTrue(browser().findElement(By.cssSelector("input[value='log']")).isSelected());
        browser().findElement(By.id("only-differences")).sendKeys(Keys.SPACE);
        assertEquals(1, visible(".rung"));
        browser().findElement(By.cssSelector(".rung.disagree summary")).sendKeys(Keys.ENTER);
        assertTrue(browser().findElement(By.cssSelector(".rung.disagree table")).isDisplayed());
        assertEquals(List.of(), errors());
    }

    @Test
    void should_fit_a_phone_and_print() throws IOException {
        open(Degenerate.all().get("parted"), Language.EN, 375, 800);
        Long overflow = (Long) browser()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0L, overflow);
        shoot("phone");
        Map<String, Object> pdf = browser().executeCdpCommand("Page.printToPDF", Map.of("landscape", true));
        assertTrue(pdf.get("data").toString().length() > 10_000);
    }

    /** Keeps a picture of each section of a real report where one was made: {@code -Dtwinnet.report=report.json}. */
    @Test
    void should_picture_every_section() throws IOException {
        Report report = Optional.ofNullable(System.getProperty("twinnet.report"))
                .map(file -> JsonReader.read(Path.of(file)))
                .orElseGet(() -> Degenerate.all().get("parted"));
        open(report, Language.EN, 1200, 800);
        shoot("first-screen");
        for (String section :
                List.of("summary", "boundaries", "costs", "regularization", "ladder", "conventions", "reproduce")) {
            byte[] png = shootWhole(browser().findElement(By.id(section)));
            Files.write(SCREENSHOTS.resolve("section-" + section + ".png"), png);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(browser().findElement(By.id(section)).getRect().height, picture.getHeight(), 1, section);
        }
        assertEquals(List.of(), errors());
    }

    private void open(Report report, Language language, int width, int height) throws IOException {
        open(HtmlWriter.write(report, language), width, height);
    }

    /** The pictures, as text: every canvas and every contour. */
    private String state() {
        return (String) browser()
                .executeScript("return [...document.querySelectorAll('.panel canvas')]"
                        + ".map(c => c.toDataURL()).join() + "
                        + "[...document.querySelectorAll('.contour')].map(p => p.getAttribute('d')).join()");
    }

    private String marker() {
        return browser().findElement(By.cssSelector(".marker")).getDomAttribute("data-iteration");
    }

    private String heading() {
        return browser().findElement(By.tagName("h1")).getText();
    }

    private String background() {
        return browser().findElement(By.tagName("body")).getCssValue("background-color");
    }
}
