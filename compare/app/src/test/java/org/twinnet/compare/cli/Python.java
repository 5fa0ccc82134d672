package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Python of this machine, with our helper in its path. */
record Python(String program) {

    /** Of every Python here that has some modules; the test is skipped where none has. */
    static Stream<Python> with(String modules) {
        List<Python> found = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (String program : List.of("python3", "/usr/bin/python3")) {
            String version = new Python(program).version(modules);
            if (!version.isEmpty() && !versions.contains(version)) {
                versions.add(version);
                found.add(new Python(program));
            }
        }
        Assumptions.assumeFalse(found.isEmpty(), "python3 here has no " + modules);
        return found.stream();
    }

    private String version(String modules) {
        try {
            Process process = new ProcessBuilder(program, "-c", "import " + modules + "; print(numpy.__file__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Runs a script in a folder that gets the helper as the program prints it; returns what was printed. */
    String run(Path folder, Path script, Object... arguments) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve(TraceHelperCommand.PYTHON),
                Cli.run("trace-helper", "python").out());
        List<String> command = new ArrayList<>(List.of(program, script.toString()));
        command.addAll(List.of(Cli.words(arguments)));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONPATH", folder.toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
