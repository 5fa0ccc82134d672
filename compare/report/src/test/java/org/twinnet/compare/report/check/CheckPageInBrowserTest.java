package org.twinnet.compare.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.report.comparison.BrowserTest;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.compare.verdict.TraceVerdict;

@DisplayName("The page of a check")
class CheckPageInBrowserTest extends BrowserTest {

    private static final String HTML = html();

    private static String html() {
        Path halved = Path.of("../docs/example/halved.npz");
        return new String(
                CheckWriter.files(
                                EnumSet.of(Format.HTML),
                                TraceVerdict.of(TraceReader.read(halved, Optional.empty()), ProgressListener.NONE)
                                        .report("halved.npz"),
                                Texts.of(Language.EN))
                        .get("report.html"),
                StandardCharsets.UTF_8);
    }

    @Test
    void should_be_accessible_in_both_languages_and_themes() throws IOException {
        open(HTML, 1200, 900);
        browser().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertAccessible((theme, language) -> shoot("check-" + theme + "-" + language));
        assertEquals(List.of(), errors());
        assertEquals(1, requests().size());
    }

    @Test
    void should_switch_its_language() throws IOException {
        open(HTML, 1200, 900);
        assertEquals(
                "Check of halved.npz", browser().findElement(By.tagName("h1")).getText());
        browser().findElement(By.id("language")).click();
        assertEquals("halved.npz 的检查", browser().findElement(By.tagName("h1")).getText());
        assertTrue(browser()
                .findElement(By.cssSelector("svg.dots"))
                .getAccessibleName()
                .startsWith("每个量是一个点"));
        assertEquals(
                "指向一个点，或用方向键移动，即可看到它是什么。",
                browser().findElement(By.id("pointer")).getText());
    }

    @Test
    void should_say_which_quantity_a_dot_is() throws IOException {
        open(HTML, 1200, 900);
        browser().findElement(By.cssSelector("svg.dots")).sendKeys(Keys.ARROW_RIGHT);
        assertEquals(
                "format, precision: 0 times its floor, relative difference 0, agree",
                browser().findElement(By.id("pointer")).getText());
        browser()
                .executeScript(
                        "const dot = [...document.querySelectorAll('circle.disagree')][0].getBoundingClientRect();"
                                + "document.querySelector('svg.dots').dispatchEvent(new PointerEvent('pointermove',"
                                + "{clientX: dot.x + 5, clientY: dot.y + 5}))");
        assertEquals(
                "gradients, dW3@0: 5.9e+12 times its floor, relative difference 0.037, disagree",
                browser().findElement(By.id("pointer")).getText());
    }

    @Test
    void should_fit_a_phone() throws IOException {
        open(HTML, 375, 800);
        assertEquals(
                0L,
                browser()
                        .executeScript("return document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth"));
        shoot("check-phone");
    }
}
