package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.testing.ProjectFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code -Dtwinnet.notebook=write} stores what the cells print now. */
@DisplayName("The notebook")
class NotebookTest {

    private static final Path NOTEBOOK = ProjectFolder.file("compare/example/python/find_a_mistake.ipynb");

    @TempDir
    private Path folder;

    private static List<JsonNode> codeCells(Path notebook) throws IOException {
        List<JsonNode> cells = new ArrayList<>();
        JsonMapper.shared().readTree(Files.readString(notebook)).get("cells").forEach(cell -> {
            if (cell.get("cell_type").asString().equals("code")) {
                cells.add(cell);
            }
        });
        return cells;
    }

    private static String text(JsonNode lines) {
        return lines.valueStream().map(JsonNode::asString).collect(Collectors.joining());
    }

    /** Printed text without its digits, which another library of linear algebra may round otherwise. */
    private static String said(JsonNode cell) {
        return cell.get("outputs")
                .valueStream()
                .map(output -> text(output.get("text")))
                .collect(Collectors.joining())
                .replaceAll("[0-9][0-9,.]*(e[-+][0-9]+)?", "#");
    }

    @Test
    void should_be_a_notebook_of_format_4_whose_outputs_are_stored() throws IOException {
        JsonNode notebook = JsonMapper.shared().readTree(Files.readString(NOTEBOOK));
        assertEquals(4, notebook.get("nbformat").asInt());
        assertTrue(notebook.get("nbformat_minor").isInt()
                && notebook.get("metadata").isObject());
        for (JsonNode cell : notebook.get("cells")) {
            boolean code = cell.get("cell_type").asString().equals("code");
            assertTrue(code || cell.get("cell_type").asString().equals("markdown"));
            assertTrue(cell.get("id").asString().matches("[A-Za-z0-9_-]{1,64}"));
            assertTrue(cell.get("metadata").isObject() && cell.get("source").isArray());
            assertEquals(code, cell.has("outputs") && cell.has("execution_count"));
        }
        List<JsonNode> cells = codeCells(NOTEBOOK);
        for (int k = 0; k < cells.size(); k++) {
            assertEquals(k + 1, cells.get(k).get("execution_count").asInt(), "run from top to bottom");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is started by a script of a shell")
    void should_run_from_top_to_bottom_and_find_the_mistake() throws Exception {
        Python python = Python.with("numpy").findFirst().orElseThrow();
        Path run = folder.resolve("run.ipynb");
        python.run(folder, runner(), NOTEBOOK, run);
        if ("write".equals(System.getProperty("twinnet.notebook"))) {
            Files.copy(run, NOTEBOOK, StandardCopyOption.REPLACE_EXISTING);
        }
        List<JsonNode> now = codeCells(run);
        List<JsonNode> stored = codeCells(NOTEBOOK);
        for (int k = 0; k < now.size(); k++) {
            assertEquals(said(stored.get(k)), said(now.get(k)), "cell " + (k + 1));
        }
        assertTrue(said(now.get(3)).contains("It is dropout-not-scaled-backward."), said(now.get(3)));
        assertTrue(said(now.get(now.size() - 1)).contains("The trace agrees"), said(now.get(now.size() - 1)));
    }

    /** The runner, which finds the program of this build where the notebook looks for it. */
    private Path runner() throws Exception {
        String words = Cli.process().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Path program = Files.writeString(folder.resolve("twinnet"), "#!/bin/sh\nexec " + words + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        String script = Files.readString(
                Path.of(NotebookTest.class.getResource("run_notebook.py").toURI()));
        return Files.writeString(
                folder.resolve("run_notebook.py"),
                script.replaceFirst("import sys\n", "import os\nimport sys\n\nos.environ['TWINNET'] = './twinnet'\n"));
    }
}
