package org.twinnet.compare.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.twinnet.compare.bench.result.ChildFailedException;

/**
 * Runs a command to its end and returns what it printed. It never outlives this process or the interruption of the
 * thread that waits for it.
 */
public final class ChildProcess {

    /**
     * What sets the threads of OpenMP, OpenBLAS, MKL and Accelerate: a user's own settings would make "default" mean
     * something else.
     */
    private static final Pattern THREAD_SETTINGS = Pattern.compile("(OMP|GOMP|KMP|OPENBLAS|GOTO|MKL|VECLIB)_.*");

    private final Path out;
    private final Path err;
    private final Duration limit;

    /**
     * Prepares.
     *
     * @param folder where output is kept while a command runs
     * @param limit a command that takes longer is ended
     */
    public ChildProcess(Path folder, Duration limit) {
        this.out = folder.resolve("stdout");
        this.err = folder.resolve("stderr");
        out.toFile().deleteOnExit();
        err.toFile().deleteOnExit();
        this.limit = limit;
    }

    /**
     * Runs a command.
     *
     * @param command program and arguments
     * @param oneThread whether it gets {@code OMP_NUM_THREADS=1}; no setting of threads is inherited
     * @param input what it reads; null for nothing
     * @return the lines of its standard output
     * @throws ChildFailedException if it did not start, took too long or ended with an exit code other than 0
     * @throws InterruptedException if this thread is interrupted; the process is gone then
     */
    public List<String> run(List<String> command, boolean oneThread, Path input)
            throws ChildFailedException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(input == null ? Redirect.PIPE : Redirect.from(input.toFile()));
        setThreads(builder.environment(), oneThread);
        try {
            int exitCode = exitCode(builder.start());
            if (exitCode != 0) {
                throw new ChildFailedException("exit code " + exitCode + ": " + lastLine(lines(err)));
            }
            return lines(out);
        } catch (IOException e) {
            String program = new File(command.get(0)).getName();
            throw new ChildFailedException(program + " did not start: " + e.getMessage());
        }
    }

    /**
     * A Java program in this JVM's own binary and class path, with default options.
     *
     * @param program its main class
     * @param arguments what it gets
     * @return the command
     */
    public static List<String> java(Class<?> program, List<String> arguments) {
        return java(List.of(), program, arguments);
    }

    /**
     * A Java program in this JVM's own binary and class path.
     *
     * @param options options of its JVM
     * @param program its main class
     * @param arguments what it gets
     * @return the command
     */
    public static List<String> java(List<String> options, Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(arguments);
        return command;
    }

    static void setThreads(Map<String, String> environment, boolean oneThread) {
        environment.keySet().removeIf(name -> THREAD_SETTINGS.matcher(name).matches());
        if (oneThread) {
            environment.put("OMP_NUM_THREADS", "1");
            // Apple's BLAS, which NumPy may use there, reads its own.
            environment.put("VECLIB_MAXIMUM_THREADS", "1");
        }
    }

    private int exitCode(Process process) throws InterruptedException, ChildFailedException {
        Thread ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new ChildFailedException("not finished after " + limit.toSeconds() + " seconds");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
            removeHook(ending);
        }
    }

    private static void removeHook(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // This JVM is ending already, and the hook does its work.
        }
    }

    private static List<String> lines(Path file) throws IOException {
        // Not readAllLines: what a crashing process leaves behind need not be UTF-8.
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** An error's last line says most: Python ends with the exception, and {@link BenchChild} prints nothing else. */
    private static String lastLine(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("no message");
    }
}
