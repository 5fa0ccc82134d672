package org.twinnet.compare.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.experiment.file.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name what is trained as a whole: a file of one's own, or one that comes with Twinnet. */
@Command
public final class ExperimentSource {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--experiment",
            paramLabel = "FILE",
            converter = Allowed.NamedPath.class,
            description = "Run what this JSON or YAML file describes; options below change it."
                    + " compare/docs/experiment-format.md has its keys.")
    private Path file;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            converter = Allowed.PresetNames.class,
            completionCandidates = Allowed.PresetNames.class,
            description = "Run an experiment that comes with Twinnet; options below change it, and "
                    + "'twinnet compare --preset NAME --print-experiment' prints its file: ${COMPLETION-CANDIDATES}.")
    private String preset;

    /** Made by the command line. */
    public ExperimentSource() {}

    /**
     * What was named.
     *
     * @param inputs number of features of the data
     * @return one or more experiments; empty where nothing was named
     * @throws org.twinnet.data.InvalidDataException if the file describes none
     * @throws ParameterException if both options were given
     */
    public Optional<List<Experiment>> read(int inputs) {
        if (file != null && preset != null) {
            throw new ParameterException(
                    command.commandLine(),
                    "--experiment and --preset both say what is trained; leave one of both out.");
        }
        return file != null
                ? Optional.of(ExperimentFile.read(file, inputs))
                : Optional.ofNullable(preset).map(name -> Presets.read(name, inputs));
    }

    /**
     * What was named, for a command that regularizes it by itself.
     *
     * @param inputs number of features of the data
     * @return one experiment; of several that differ in their penalty and dropout only the first; empty where nothing
     *     was named
     * @throws UserException if there are several that differ in anything else
     */
    public Optional<Experiment> readOne(int inputs) {
        return read(inputs).map(experiments -> {
            long different = experiments.stream()
                    .map(experiment -> Scenario.plain(experiment).named(""))
                    .distinct()
                    .count();
            if (different > 1) {
                throw new UserException(command.qualifiedName() + " takes one experiment, and "
                        + name().orElseThrow() + " holds " + experiments.size() + ": "
                        + experiments.stream().map(Experiment::name).collect(Collectors.joining(", "))
                        + "; give it one of them in a file of its own.");
            }
            return experiments.get(0);
        });
    }

    /**
     * What was given.
     *
     * @return such as {@code --preset adam}; empty where nothing was
     */
    public Optional<String> name() {
        return file != null
                ? Optional.of("--experiment " + file)
                : Optional.ofNullable(preset).map(name -> "--preset " + name);
    }

    /**
     * The file that is read.
     *
     * @return which no output may replace; empty without one
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
