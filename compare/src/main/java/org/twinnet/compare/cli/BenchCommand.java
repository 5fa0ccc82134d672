package org.twinnet.compare.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.twinnet.compare.bench.Bench;
import org.twinnet.compare.bench.BenchJson;
import org.twinnet.compare.bench.BenchReport;
import org.twinnet.compare.bench.BenchSettings;
import org.twinnet.data.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how fast the twins are on this machine. It reports and never judges: on a busy machine a ratio says little. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures iterations per second of both networks, of NumPy if python3 has it, and of a plain DL4J fit() loop,",
            "each in its own process, in turn; and the DL4J network's memory. Takes about three minutes.",
            ""
        },
        footer = {"", "Example: twinnet bench --rounds 5 --json bench.json"})
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            converter = Allowed.Count.class,
            description = "Measure each so many times, in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--quick", description = "Fewer iterations: faster, and less exact.")
    private boolean quick;

    @Option(names = "--skip-memory", description = "Leave out the memory of the DL4J network.")
    private boolean skipMemory;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers to this file as well.")
    private Path json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        Dataset training = data.read().train();
        requireWritable(json);
        BenchSettings settings = quick ? BenchSettings.quick(rounds) : BenchSettings.full(rounds);
        PrintWriter err = spec.commandLine().getErr();
        boolean silent = quiet || !isWatched();
        Consumer<String> progress = silent ? line -> {} : err::println;
        BenchReport report = new Bench(skipMemory ? settings.withoutMemory() : settings, progress).run(training);
        report.failures().forEach(failure -> err.println("twinnet: bench: " + failure));
        PrintWriter out = spec.commandLine().getOut();
        out.print(BenchText.of(report));
        out.flush();
        if (json != null) {
            write(BenchJson.write(report));
        }
        return ExitCode.AGREE.code();
    }

    /** Up to Java 21 there is a console only on a terminal; from 22 on there always is one, which knows whether it is on a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Before minutes of work, not after. */
    private static void requireWritable(Path file) {
        if (file == null) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new UserException("--json " + file + " cannot be written; name a file in a folder that exists.");
        }
    }

    private void write(String text) {
        try {
            Files.writeString(json, text);
        } catch (IOException e) {
            throw new UserException("--json " + json + " could not be written: " + e.getMessage());
        }
    }
}
