package org.twinnet.compare.cli.text;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinnet.compare.report.model.Report;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import picocli.CommandLine.Model.CommandSpec;

/** Says how a command was run, so that it can be run again. */
public final class Provenances {

    private Provenances() {}

    /**
     * Options with a value that decide no number: where things are written, and how long and by how many threads they
     * are computed.
     */
    private static final List<String> OF_THIS_RUN =
            List.of("--out", "--json", "--threads", "--study", "--workers", "--max-time");

    private static final List<String> FLAGS_OF_THIS_RUN = List.of("--force", "--quiet", "--resume");

    /**
     * Of a command that was given.
     *
     * @param spec the command
     * @param runtime ND4J as it was started
     * @param blasProducts matrix products on which the BLAS was tested
     * @param seconds how long it took
     * @param workers trainings side by side
     * @param stable whether to leave out what two runs of the same work may differ in
     * @return how to run it again
     */
    public static Report.Provenance of(
            CommandSpec spec, Nd4jRuntime runtime, long blasProducts, double seconds, int workers, boolean stable) {
        return of(asGiven(spec, stable), runtime, blasProducts, seconds, workers, stable);
    }

    /**
     * Of a command that reproduces the work and was not the one that was given.
     *
     * @param command its words
     * @param runtime ND4J as it was started
     * @param blasProducts matrix products on which the BLAS was tested
     * @param seconds how long it took
     * @param workers trainings side by side
     * @param stable whether to leave out what two runs of the same work may differ in
     * @return how to run it again
     */
    public static Report.Provenance of(
            List<String> command, Nd4jRuntime runtime, long blasProducts, double seconds, int workers, boolean stable) {
        Map<String, String> versions = runtime.versions();
        Report.Provenance provenance = new Report.Provenance(
                "twinnet " + command.stream().map(Provenances::quoted).collect(Collectors.joining(" ")),
                ZonedDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                seconds,
                Versions.twinnet(),
                versions.getOrDefault("DL4J", ""),
                versions.getOrDefault("ND4J", "") + " " + versions.getOrDefault("backend", ""),
                versions.getOrDefault("BLAS", ""),
                blasProducts,
                Versions.jvm(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Processor.describe(),
                workers);
        return stable ? provenance.stable() : provenance;
    }

    /**
     * The words of a command as they were given.
     *
     * @param spec the command
     * @param stable whether to leave out where results go, and how many threads worked
     * @return the words after the program's name
     */
    public static List<String> asGiven(CommandSpec spec, boolean stable) {
        List<String> arguments =
                new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        if (stable) {
            for (int i = arguments.size() - 1; i >= 0; i--) {
                String name = arguments.get(i).replaceFirst("=.*", "");
                if (OF_THIS_RUN.contains(name)) {
                    int values = arguments.get(i).equals(name) ? 2 : 1;
                    arguments.subList(i, i + values).clear();
                } else if (FLAGS_OF_THIS_RUN.contains(name)) {
                    arguments.remove(i);
                }
            }
        }
        return arguments;
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
