package org.twinnet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.comparison.Comparison;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

/** The example of the README compiles, runs, agrees, and is the one in the README. */
class ReadmeTest {

    private static final Path SOURCE = Path.of("src/test/java/org/twinnet/compare/ReadmeTest.java");

    private final List<String> printed = new ArrayList<>();

    private void println(Object line) {
        printed.add(String.valueOf(line));
    }

    @Test
    void should_agree_and_name_what_is_wrong_with_the_trace() throws InterruptedException {
        // README
        Split data = Split.of(Generator.defaults().get(0).generate(200, 1), 0.3, 1);
        Experiment experiment = Experiment.of(2, 20, 3, 1).with(Penalty.l2(0.7)).iterations(1000);
        Comparison comparison = Twinnet.compare(experiment, data);
        println(comparison.verdict());
        for (Rung rung : comparison.scenarios().get(0).ladder().rungs()) {
            println(rung.name() + ": " + rung.status() + ", " + rung.decisive().multiple() + " times its floor");
        }
        TraceVerdict verdict = Twinnet.check(ProjectFolder.file("compare/docs/example/halved.npz"));
        println(verdict.sentence());
        // README

        assertEquals("agree", printed.get(0));
        assertEquals(
                comparison.scenarios().get(0).ladder().rungs().size() + 2, printed.size(), String.join("\n", printed));
        assertEquals(verdict.sentence(), printed.get(printed.size() - 1));
    }

    @Test
    void should_be_the_example_of_the_readme() throws IOException {
        String readme = Files.readString(ProjectFolder.file("README.md"));
        String shown =
                readme.substring(readme.indexOf("Split data"), readme.indexOf("```", readme.indexOf("Split data")));
        String[] parts = Files.readString(SOURCE).split(" {8}// README\n", -1);
        String tested = parts[1].lines()
                .map(line -> line.replaceFirst("^ {8}", "")
                        .replace("println(", "System.out.println(")
                        .replace("ProjectFolder.file(", "Path.of("))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(tested, shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"junit-jupiter", "maven-resources-plugin", "maven-compiler-plugin", "maven-surefire-plugin"})
    void should_show_a_pom_with_the_versions_of_this_build(String artifact) throws IOException {
        String pom = Files.readString(ProjectFolder.file("pom.xml"));
        String junit = find("<junit.version>([^<]+)<", pom);
        String built = artifact.startsWith("junit")
                ? junit
                : find("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)<", pom);
        String shown = Files.readString(ProjectFolder.file("compare/docs/testing.md"));
        assertEquals(built, find("<artifactId>" + artifact + "</artifactId><version>([^<]+)<", shown));
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }
}
