package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A page in Chromium, opened from disk. Needs {@code chromium} and {@code chromedriver}; where they are missing the
 * tests are skipped, unless the environment says {@code TWINNET_BROWSER=required}. Pictures of what it saw stay in
 * {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    /** Where pictures of pages stay. */
    protected static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    private Path folder;

    private ChromeDriver browser;

    @BeforeAll
    final void start() throws IOException {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if ("required".equals(System.getenv("TWINNET_BROWSER"))) {
            assertTrue(there, "TWINNET_BROWSER=required, but " + CHROMIUM + " or " + DRIVER + " is missing");
        }
        assumeTrue(there, "no Chromium with chromedriver is installed here");
        Files.createDirectories(SCREENSHOTS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    }

    @AfterAll
    final void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** The browser. */
    protected final ChromeDriver browser() {
        return browser;
    }

    /** The rules of axe-core, as a script. */
    protected static String axe() throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Each broken rule with the elements that break it. */
    @SuppressWarnings("unchecked")
    protected final List<String> violations() {
        return (List<String>) browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations.map(v => v.id + ': ' + "
                + "v.nodes.map(n => n.target.join(' ')).join(', '))))");
    }

    /** Looks at a page in one theme and language. */
    @FunctionalInterface
    protected interface Look {
        void at(String theme, String language) throws IOException;
    }

    /** No rule of axe is broken in either theme and language; each is looked at by both names. */
    protected final void assertAccessible(Look look) throws IOException {
        browser.executeScript(axe());
        for (String theme : List.of("light", "dark")) {
            browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
            for (String language : List.of("en", "zh")) {
                if (!language.equals(browser.executeScript("return document.documentElement.lang"))) {
                    browser.findElement(By.id("language")).click();
                }
                assertEquals(List.of(), violations(), theme + ", " + language);
                look.at(theme, language);
            }
        }
    }

    /** Opens a page from disk and waits until it has drawn itself. */
    protected final void open(String html, int width, int height) throws IOException {
        Path page = Files.writeString(folder.resolve("report.html"), html);
        browser.manage().logs().get(LogType.BROWSER);
        browser.get("about:blank");
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        browser.manage().window().setSize(new Dimension(width, height));
        browser.get(page.toUri().toString());
        waitFor("return document.documentElement.dataset.ready === 'true'");
    }

    /** Waits for a condition in JavaScript, ten seconds at most. */
    protected final void waitFor(String condition) {
        new WebDriverWait(browser, Duration.ofSeconds(10)).until(driver -> (Boolean) browser.executeScript(condition));
    }

    /** What the console said. */
    protected final List<String> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** What the page loaded. */
    protected final List<String> requests() {
        return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1"))
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    /** How many elements are to be seen. */
    protected final long visible(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    /** Keeps a picture of the window. */
    protected final void shoot(String name) throws IOException {
        Map<String, Object> shot = browser.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false));
        Files.write(
                SCREENSHOTS.resolve(name + ".png"),
                Base64.getDecoder().decode(shot.get("data").toString()));
    }

    /** An element as a picture, what the window does not show as well. */
    protected final byte[] shootWhole(WebElement element) {
        Rectangle box = element.getRect();
        Map<String, Object> clip = Map.of("x", box.x, "y", box.y, "width", box.width, "height", box.height, "scale", 1);
        Map<String, Object> shot = browser.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return Base64.getDecoder().decode(shot.get("data").toString());
    }
}
