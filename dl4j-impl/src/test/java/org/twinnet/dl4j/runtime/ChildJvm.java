package org.twinnet.dl4j.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A main class of the tests in a JVM of its own, for what can be done once in a JVM only. */
public final class ChildJvm {
    private ChildJvm() {}

    public record Result(int exitCode, String output, String errors) {}

    public static Result run(Class<?> main, String... options) throws IOException, InterruptedException {
        return run(main, jar -> true, Map.of(), options);
    }

    public static Result run(Class<?> main, Map<String, String> environment) throws IOException, InterruptedException {
        return run(main, jar -> true, environment);
    }

    /** Runs without a variable of this JVM's environment. */
    public static Result runWithout(String variable, Class<?> main) throws IOException, InterruptedException {
        return run(main, jar -> true, Collections.singletonMap(variable, null));
    }

    /** Runs with those jars and folders of this JVM's class path that the predicate keeps. */
    public static Result run(Class<?> main, Predicate<String> classPath) throws IOException, InterruptedException {
        return run(main, classPath, Map.of());
    }

    private static Result run(
            Class<?> main, Predicate<String> classPath, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        // Surefire puts the class path into a manifest and its text into this property.
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String kept = Arrays.stream(all.split(File.pathSeparator))
                .filter(classPath)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", kept));
        command.addAll(List.of(options));
        command.add(main.getName());
        Path output = Files.createTempFile("child", ".out");
        Path errors = Files.createTempFile("child", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            environment.forEach((name, value) -> {
                if (value == null) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            int exitCode = builder.start().waitFor();
            return new Result(
                    exitCode,
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
