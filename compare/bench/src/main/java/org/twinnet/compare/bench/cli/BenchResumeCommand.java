package org.twinnet.compare.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.twinnet.compare.bench.tune.ResumeBench;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.AllowedStudy;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.tuning.SearchKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that nothing is lost when a study is killed. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills processes that work on a study, at random moments, has others go on, and holds the "
                    + "studies against ones that nobody"
                    + " interrupted, for each search. Exit code 1 when one differs.",
            ""
        },
        footer = {"", "Example: twinnet-bench resume --studies 10"})
final class BenchResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--studies",
            paramLabel = "N",
            defaultValue = "10",
            converter = AllowedStudy.Repeats.class,
            description = "Studies of each search, each killed once. Default: ${DEFAULT-VALUE}.")
    private int studies;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            converter = Allowed.Seed.class,
            description = "Seed of the moments. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--quiet", description = "Print the result only.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("twinnet-resume");
        List<ResumeBench.Outcome> outcomes = new ArrayList<>();
        try {
            ResumeBench bench = new ResumeBench(folder, 2, seed, quiet ? line -> {} : out::println);
            for (SearchKind search : SearchKind.values()) {
                outcomes.addAll(bench.run(search, studies));
            }
        } finally {
            delete(folder);
        }
        long identical =
                outcomes.stream().filter(ResumeBench.Outcome::identical).count();
        String finished = outcomes.stream()
                .map(outcome -> String.valueOf(outcome.finished()))
                .collect(Collectors.joining(" "));
        out.println(String.format(
                Locale.ROOT,
                "%d of %d killed studies are identical to the uninterrupted one; candidates finished when killed: %s",
                identical,
                outcomes.size(),
                finished));
        out.flush();
        return (identical == outcomes.size() ? ExitCode.AGREE : ExitCode.DISAGREE).code();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
