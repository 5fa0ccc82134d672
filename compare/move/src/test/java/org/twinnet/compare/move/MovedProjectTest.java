package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Standardization;

@DisplayName("The project of a moved network")
class MovedProjectTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void should_hold_every_source_that_it_needs_and_compile(long seed) throws IOException {
        RandomSource source = new RandomSource(seed, false);
        Locale language = seed % 2 == 0 ? Locale.CHINESE : Locale.ENGLISH;
        Map<String, byte[]> files = new MovedProject(
                        source.moved(),
                        Optional.of(new Standardization(List.of(0.0), List.of(1.0))),
                        "My Network",
                        language)
                .files();
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".java")) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                sources.add(Files.write(path, file.getValue()));
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            // nothing of Twinnet but what the project holds itself
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-sourcepath",
                    folder.resolve("src/main/java").toString(),
                    "-cp",
                    libraries());
            assertTrue(
                    compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                            .call(),
                    said::toString);
        }
        assertTrue(files.containsKey("normalizer.bin"));
        String readme = new String(files.get("README.md"), StandardCharsets.UTF_8);
        assertTrue(readme.contains(seed % 2 == 0 ? "特征在进入网络之前先标准化" : "Features are standardized"), readme);
        assertTrue(
                new String(files.get("pom.xml"), StandardCharsets.UTF_8).contains("<finalName>my-network</finalName>"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            assertTrue(
                    !text.contains("@NAME@") && !text.contains("@FEATURES@") && !text.contains("@STANDARDIZED@"),
                    file.getKey());
        }
    }

    private static String libraries() {
        String separator = System.getProperty("path.separator");
        StringBuilder path = new StringBuilder();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(separator, -1)) {
            if (entry.endsWith(".jar")
                    && !Path.of(entry).getFileName().toString().startsWith("twinnet")) {
                path.append(entry).append(separator);
            }
        }
        return path.toString();
    }

    @ParameterizedTest
    @CsvSource({"moved, moved", "My Network, my-network", "..., moved-network", "<a>&b, a-b", "网络, moved-network"})
    void should_be_called_after_its_folder(String folderName, String name) {
        assertEquals(
                name,
                new MovedProject(new RandomSource(1, false).moved(), Optional.empty(), folderName, Locale.ENGLISH)
                        .name());
    }
}
