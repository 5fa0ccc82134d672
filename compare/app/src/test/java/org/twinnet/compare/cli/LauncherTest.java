package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The launcher")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of Windows is another one")
class LauncherTest {

    private static final Path LAUNCHER = Path.of("src/main/launcher/twinnet").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    /** A Java that says its version, or what it was asked to run. */
    private Path java(String version) throws IOException {
        Path home = folder.resolve("java " + version);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n"
                        + "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\" 2025' >&2; exit 0; fi\n"
                        + "for word in \"$@\"; do echo \"[$word]\"; done\n"
                        + "exit 3\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private Outcome run(Path launcher, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("TWINNET_OPTS");
        builder.environment().putAll(environment);
        Path err = folder.resolve("err.txt");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, Files.readString(err));
    }

    private Path installed;

    @BeforeEach
    void install() throws IOException {
        installed = Files.createDirectories(folder.resolve("in stalled")).resolve("twinnet");
        Files.copy(LAUNCHER, installed);
    }

    @ParameterizedTest
    @CsvSource({"17", "17.0.15", "21-ea", "26.0.1+8"})
    void should_start_the_jar_beside_it_with_every_word_as_it_is(String version) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("in stalled/twinnet"));
        for (Path launcher : List.of(installed, link)) {
            Outcome outcome = run(
                    launcher,
                    Map.of(
                            "JAVA_HOME",
                            java(version + launcher.getFileName()).toString(),
                            "TWINNET_OPTS",
                            "-Xmx1g -Da=b"),
                    "compare",
                    "--out",
                    "a b",
                    "$HOME*");
            assertEquals("", outcome.err());
            assertEquals(
                    List.of(
                            "[-Xmx1g]",
                            "[-Da=b]",
                            "[-jar]",
                            "[" + installed.toRealPath().resolveSibling("twinnet.jar") + "]",
                            "[compare]",
                            "[--out]",
                            "[a b]",
                            "[$HOME*]"),
                    outcome.out().lines().toList());
            assertEquals(3, outcome.code(), "the exit code of the program");
        }
    }

    @ParameterizedTest
    @CsvSource({"11.0.2, 11", "1.8.0_202, 8", "16-ea, 16"})
    void should_refuse_an_older_java(String version, String said) throws Exception {
        Path home = java(version);
        Outcome outcome = run(installed, Map.of("JAVA_HOME", home.toString()), "compare");
        assertEquals(
                "twinnet: " + home + "/bin/java is Java " + said
                        + "; set JAVA_HOME to a JDK or JRE of version 17 or later\n",
                outcome.err());
        assertEquals(2, outcome.code());
    }

    @Test
    void should_say_that_there_is_no_java() throws Exception {
        Outcome wrong = run(installed, Map.of("JAVA_HOME", "/nowhere"));
        assertEquals(2, wrong.code());
        assertTrue(
                wrong.err().startsWith("twinnet: JAVA_HOME is /nowhere, and there is no /nowhere/bin/java; set it"),
                wrong.err());
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "sed", "head")) {
            Path real = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Outcome none = run(installed, Map.of("PATH", tools.toString()));
        assertEquals(2, none.code());
        assertTrue(none.err().startsWith("twinnet: no Java was found; install a JDK or JRE of version 17"), none.err());
    }
}
