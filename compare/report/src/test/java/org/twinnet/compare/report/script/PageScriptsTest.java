package org.twinnet.compare.report.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.report.kit.PageAssets;

/**
 * The scripts of the pages are formatted by Prettier and free of JSHint's findings. {@code mvn -pl compare/report -am
 * test -Dtest=PageScriptsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtwinnet.scripts=format} formats them.
 */
@DisplayName("The scripts of the pages")
class PageScriptsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/org/twinnet/compare/report");
    private static final List<List<String>> PAGES = List.of(PageAssets.COMPARISON, PageAssets.STUDY);
    private static final boolean FORMATS = "format".equals(System.getProperty("twinnet.scripts"));
    private static final String STRICT = "\"use strict\";\n";
    private static final String NEVER_USED = "is defined but never used";
    private static ScriptTools tools;

    @BeforeAll
    static void start() {
        tools = new ScriptTools();
    }

    @AfterAll
    static void stop() {
        tools.close();
    }

    @Test
    void should_be_formatted() throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path script : scripts()) {
            String text = Files.readString(script);
            String formatted = tools.formatted(text);
            if (FORMATS) {
                Files.writeString(script, formatted);
            } else if (!formatted.equals(text)) {
                others.add(script);
            }
        }
        assertEquals(List.of(), others, "not as Prettier writes them; run this test with -Dtwinnet.scripts=format");
    }

    /** What a page's scripts declare, some script of that page uses; what all pages share, some page uses. */
    @Test
    void should_have_no_finding() throws IOException {
        List<String> alone = tools.findings(together(List.of()));
        List<String> everywhere = new ArrayList<>(alone);
        for (List<String> page : PAGES) {
            List<String> findings = tools.findings(together(page));
            assertEquals(
                    List.of(),
                    findings.stream()
                            .filter(finding -> !(finding.contains(NEVER_USED) && alone.contains(finding)))
                            .toList(),
                    page::toString);
            everywhere.retainAll(findings);
        }
        assertEquals(List.of(), everywhere);
        assertEquals(List.of(), tools.findings(joined(PageAssets.PORT)));
        assertEquals(List.of(), tools.findings(joined(PageAssets.CHECK)));
    }

    @Test
    void should_all_be_on_a_page() throws IOException {
        Set<Path> onPages = new TreeSet<>(Set.of(RESOURCES.resolve("common.js")));
        Stream.concat(PAGES.stream(), Stream.of(PageAssets.PORT, PageAssets.CHECK))
                .forEach(page -> page.forEach(name -> onPages.add(RESOURCES.resolve(name))));
        assertEquals(onPages, new TreeSet<>(scripts()));
    }

    @Test
    void should_be_refused_with_a_planted_fault() {
        String right = "\"use strict\";\nconst used = 1;\nd3.select(used);\n";
        assertEquals(List.of(), tools.findings(right));
        for (String fault : List.of(
                "const unusedHere = 1;",
                "notDeclared(1);",
                "if (d3 == 1) Plot.x();",
                "const twice = 1; const twice = 2;",
                "Array.prototype.last = () => 1;")) {
            assertTrue(!tools.findings(right + fault + "\n").isEmpty(), fault);
        }
        assertTrue(!tools.formatted("f( 1 )").equals("f( 1 )"));
        assertThrows(IllegalArgumentException.class, () -> tools.formatted("f(("));
    }

    private static String together(List<String> page) throws IOException {
        return joined(Stream.concat(Stream.of("common.js"), page.stream()).toList());
    }

    /** A page runs its scripts as one. */
    private static String joined(List<String> page) throws IOException {
        StringBuilder all = new StringBuilder(STRICT);
        for (String name : page) {
            String text = Files.readString(RESOURCES.resolve(name));
            assertTrue(text.startsWith(STRICT), name + " is not strict");
            all.append(text, STRICT.length(), text.length());
        }
        return all.toString();
    }

    /** The libraries of others are left out. */
    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.getParent().endsWith("vendor"))
                    .toList();
        }
    }
}
