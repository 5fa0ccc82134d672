package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.Twinnet;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.verdict.TraceVerdict;

@DisplayName("The helper that writes traces from Python")
class TraceHelperTest {

    private static final Path EXAMPLES = ProjectFolder.file("compare/example/python");

    /** What ends a line that an example has for Twinnet alone. */
    private static final String GLUE = "# Twinnet";

    @TempDir
    private Path folder;

    @Test
    void should_be_printed_as_it_stands_in_the_distribution() throws IOException {
        Cli.Outcome outcome = Cli.run("trace-helper", "python");
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
        assertEquals(
                Files.readString(
                        ProjectFolder.file("compare/app/src/main/resources/org/twinnet/compare/cli/twinnet_trace.py"),
                        StandardCharsets.US_ASCII),
                outcome.out());
    }

    @Test
    void should_be_there_in_python_alone() {
        Cli.run("trace-helper", "cobol\u001b")
                .isRefused("there is no helper for 'cobol?'; write 'twinnet trace-helper python', or write the file as"
                        + " compare/docs/trace-format.md says.");
    }

    @Test
    void should_refuse_early_what_can_be_no_trace() throws Exception {
        for (Python python : Python.with("numpy").toList()) {
            assertEquals("", python.run(folder, resource("trace_refusals.py")));
        }
    }

    @Test
    void should_check_a_network_in_numpy_with_at_most_five_lines() throws Exception {
        Path example = EXAMPLES.resolve("numpy_network.py");
        assertGlue(5, example);
        assertShown(example);
        for (Python python : Python.with("numpy").toList()) {
            assertEquals("", python.run(folder, example));
            assertEquals(Status.AGREE, Twinnet.check(folder.resolve("mine.npz")).status());
        }
    }

    @Test
    void should_check_a_network_in_pytorch_with_at_most_three_lines() throws Exception {
        Path example = EXAMPLES.resolve("torch_network.py");
        assertGlue(3, example);
        assertShown(example);
        for (Python python : Python.with("numpy, torch").toList()) {
            assertEquals("", python.run(folder, example));
            TraceVerdict verdict = Twinnet.check(folder.resolve("mine.npz"));
            assertEquals(Status.AGREE, verdict.status(), verdict.sentence());
        }
    }

    @Test
    void should_record_what_pytorch_computes_and_what_goes_wrong_there() throws Exception {
        Python python = Python.with("numpy, torch").findFirst().orElseThrow();
        python.run(folder, resource("torch_networks.py"), folder);
        List<Path> traces;
        try (Stream<Path> files = Files.list(folder)) {
            traces = files.filter(file -> file.toString().endsWith(".npz"))
                    .sorted()
                    .toList();
        }
        assertEquals(22, traces.size());
        for (Path trace : traces) {
            String name = trace.getFileName().toString();
            TraceVerdict verdict = Twinnet.check(trace);
            if (!name.contains("--")) {
                assertEquals(Status.AGREE, verdict.status(), name + ": " + verdict.sentence());
                continue;
            }
            String mistake = name.substring(name.indexOf("--") + 2, name.length() - ".npz".length());
            assertEquals(Status.DISAGREE, verdict.status(), name + ": " + verdict.sentence());
            List<String> ids = verdict.diagnosis().stream().map(Diagnosis::id).toList();
            assertEquals(List.of(mistake), ids, name);
        }
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(TraceHelperTest.class.getResource(name).toURI());
    }

    /** The lines for Twinnet, without the mark. */
    private static void assertGlue(int most, Path example) throws IOException {
        List<String> glue = Files.readAllLines(example).stream()
                .filter(line -> line.endsWith(GLUE))
                .map(line -> line.substring(0, line.length() - GLUE.length()).stripTrailing())
                .toList();
        assertTrue(glue.size() >= 3 && glue.size() <= most, glue + " is glue");
        assertTrue(
                Files.readAllLines(example).stream()
                        .filter(line -> line.contains("record") || line.contains("Trace") || line.startsWith("t."))
                        .allMatch(line -> line.endsWith(GLUE)),
                "every line for Twinnet is marked");
    }

    /** The page of the format shows the example to the last letter. */
    private static void assertShown(Path example) throws IOException {
        String page = Files.readString(ProjectFolder.file("compare/docs/trace-format.md"));
        assertTrue(page.contains("```python\n" + Files.readString(example) + "```\n"), example + " is shown otherwise");
    }
}
