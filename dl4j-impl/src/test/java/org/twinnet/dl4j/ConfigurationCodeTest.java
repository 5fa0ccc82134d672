package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.export.ConfigurationCode;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

@DisplayName("The code of a configuration")
class ConfigurationCodeTest {

    private static final int NETWORKS = 200;
    private static final int M = 7;

    /** Sizes of the batches of an epoch, in turn. */
    private static final List<int[]> BATCHES = List.of(new int[] {7}, new int[] {3, 3, 1});

    @Test
    void should_make_the_configuration_that_it_was_written_for(@TempDir Path folder) throws Exception {
        Nd4jRuntime.start();
        RandomSettings random = new RandomSettings(16);
        List<MultiLayerConfiguration> expected = new ArrayList<>();
        List<Path> sources = new ArrayList<>();
        for (int k = 0; k < NETWORKS; k++) {
            Dl4jSettings settings = random.next();
            int[] batches = BATCHES.get(k % 2);
            expected.add(Dl4jConfigurations.of(settings, M, DropoutChoice.drawnByDl4j(1), batches));
            Path source = folder.resolve("p" + k + "/NetworkConfiguration.java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, ConfigurationCode.of(settings, "p" + k, M, batches));
            sources.add(source);
        }
        compile(folder, sources);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            for (int k = 0; k < NETWORKS; k++) {
                Object made = loader.loadClass("p" + k + ".NetworkConfiguration")
                        .getMethod("create")
                        .invoke(null);
                assertEquals(expected.get(k).toJson(), ((MultiLayerConfiguration) made).toJson(), "network " + k);
            }
        }
    }

    @Test
    void should_say_why_each_line_that_is_easily_got_wrong_is_as_it_is() {
        Dl4jSettings published = Dl4jSettings.of(List.of(2, 20, 3, 1), 0.3)
                .withPenalty(Penalty.l2(0.7))
                .withKeepProbabilities(List.of(1.0, 0.86, 0.86));

        String code = ConfigurationCode.of(published, "network", 211, new int[] {211});

        assertContains(code, """
                                // l2(c) is c/2 * sum of W^2, not divided by anything: c = lambda/m. weightDecay(c) here \
                would act twice.
                                .l2(0.7 / 211)
                """);
        assertContains(code, """
                                        // The probability to keep; dropout acts on the input, the output of layer 0, from 0.
                                        .dropOut(0.86)
                """);
        assertContains(code, ".dataType(DataType.DOUBLE)");
        assertContains(code, "new OutputLayer.Builder(new LogitCrossEntropy())");
    }

    private static void assertContains(String code, String part) {
        assertTrue(code.contains(part), code);
    }

    private static void compile(Path folder, List<Path> sources) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            boolean done = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(done, said::toString);
        }
    }
}
