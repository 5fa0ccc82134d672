package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.AllowedStudy;
import org.twinnet.compare.cli.options.DataOptions;
import org.twinnet.compare.cli.options.ExperimentSource;
import org.twinnet.compare.cli.options.OptionNames;
import org.twinnet.compare.cli.options.StudyOptions;
import org.twinnet.compare.cli.options.TuneReportOptions;
import org.twinnet.compare.cli.text.Farewell;
import org.twinnet.compare.cli.text.Provenances;
import org.twinnet.compare.cli.text.TuneProgress;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.tuning.Search.Ending;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.run.StudyRun;
import org.twinnet.compare.tuning.study.StudyException;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.data.Folds;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Split;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the regularization that suits a data set: runs a study, or goes on with one. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = TuneShowCommand.class,
        description = {
            "Searches for the L2 penalty and the dropout that suit a data set, of two classes or more, or a "
                    + "regression. Every candidate is scored by "
                    + "cross-validation on the"
                    + " training examples; the winner is scored again beside no regularization, the "
                    + "published setting and the usual"
                    + " advice, trained as twins that must agree, and tried on the test examples, once.",
            "A study is a folder: everything that is finished stays, whatever happens, and --resume goes on with it.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 the twins disagree, or every candidate failed; 2 bad usage or input, or "
                    + "output that cannot be"
                    + " written; 3 inconclusive.",
            "",
            "Examples:",
            "  twinnet tune",
            "  twinnet tune --data mine.csv --search random --candidates 200 --l2 1e-3..1:log --keep-prob "
                    + "0.7..1 --study mine",
            "  twinnet tune --search grid --l2 0|0.01|0.1|0.7 --keep-prob 0.7|0.86|1",
            "  twinnet tune --vary optimizer.kind=adam|momentum --vary optimizer.beta1=0.8..0.99 --vary "
                    + "layers[0].units=4..40",
            "  twinnet tune --preset spiral-softmax --vary optimizer.learning_rate=0.1..2:log",
            "  twinnet tune --layers 20,1 --output identity --metric r-squared",
            "  twinnet tune --study mine --resume",
            "  twinnet tune show mine"
        })
final class TuneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private ExperimentSource source;

    @Mixin
    private StudyOptions options;

    @Option(
            names = "--study",
            paramLabel = "DIR",
            description = "Folder of the study. Default: a new folder twinnet-study-DATE-TIME here.")
    private Path study;

    @Option(
            names = "--resume",
            description = "Go on with the study in --study DIR; options that are left out are the study's own.")
    private boolean resume;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = Allowed.Threads.class,
            description = "Train so many candidates side by side. The study does not depend on it. Default: the "
                    + "number of processors.")
    private Integer workers;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = AllowedStudy.Times.class,
            description = "End the search after this time, such as 90s, 10m or 2h; --resume goes on.")
    private AllowedStudy.Time maxTime;

    @Mixin
    private TuneReportOptions reporting;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        long start = System.nanoTime();
        if (resume && study == null) {
            throw new ParameterException(spec.commandLine(), "--resume needs the study to go on with: --study DIR.");
        }
        int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        try (Interrupt interrupt = Interrupt.listen();
                Opened opened = open()) {
            StudyEnd end = new StudyEnd(
                    spec.commandLine().getOut(),
                    command(opened.folder()),
                    reporting,
                    StudyEnd.Places.of(opened.folder()),
                    Nd4jRuntime.start(),
                    threads,
                    quiet,
                    start);
            end.begin(opened.folder(), opened.data());
            Farewell farewell = Farewell.say("interrupted; every candidate that is finished is kept. Go on with '"
                    + goOn(opened.folder()) + "'; what there is so far is written now.");
            try (farewell) {
                return run(opened, end, threads, interrupt, deadline(start));
            }
        } catch (StudyException e) {
            throw new UserException(e.message(OptionNames::of));
        }
    }

    private int run(Opened opened, StudyEnd end, int threads, Interrupt interrupt, BooleanSupplier deadline)
            throws InterruptedException {
        opened.folder()
                .note()
                .ifPresent(note -> spec.commandLine().getErr().println("twinnet: " + Visible.of(note) + "."));
        Study found = search(opened, threads, interrupt, deadline);
        PrintWriter console = spec.commandLine().getOut();
        interrupt.interruptThisThread();
        boolean prove = !interrupt.requested() && !found.best(1).isEmpty();
        int code = prove
                ? end.prove(opened.folder(), found, opened.data())
                : end.without(opened.folder(), found, opened.data());
        if (found.ending() == Ending.CANCELLED) {
            console.println("The search is not finished: go on with '" + goOn(opened.folder()) + "'.");
            console.flush();
        }
        return code;
    }

    private static String goOn(StudyFolder folder) {
        return "twinnet tune --study " + Visible.of(folder.path().toString()) + " --resume";
    }

    /**
     * What does the study again from its beginning: a resumed one was not begun by the command that goes on with it.
     */
    private List<String> command(StudyFolder folder) {
        return resume
                ? StudyOptions.commandLine(folder.settings(), folder.source())
                : Provenances.asGiven(spec, reporting.stable());
    }

    /** A study and the examples that it is about. */
    private record Opened(StudyFolder folder, Split data) implements AutoCloseable {
        @Override
        public void close() {
            folder.close();
        }
    }

    private Opened open() {
        if (!resume) {
            Split split = data.read(options.targets(around(1), Optional.empty()));
            data.prepared(split);
            data.tell(spec);
            StudySettings settings = options.settings(
                    split, data.standardize(), around(split.train().featureCount()), Optional.empty());
            requireFolds(settings, split);
            return new Opened(StudyFolder.create(place(), settings, data.source()), split);
        }
        StudyFolder folder = StudyFolder.open(study);
        try {
            Optional<StudySettings> stored = Optional.of(folder.settings());
            Split split = data.readAgain(folder.source(), options.targets(around(1), stored));
            folder.requireSame(options.settings(
                    split, data.standardize(), around(split.train().featureCount()), stored));
            return new Opened(folder, split);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** What is trained where nothing else is said. */
    private Optional<Experiment> around(int inputs) {
        return source.readOne(inputs);
    }

    /** Before a folder is made. */
    private static void requireFolds(StudySettings settings, Split split) {
        if (settings.folds() > split.train().size()) {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "--folds %d needs as many examples, and %s has %d",
                    settings.folds(),
                    split.train().name(),
                    split.train().size()));
        }
        Folds.of(split.train(), settings.folds(), settings.seed());
    }

    private Path place() {
        String time = LocalDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
        return study == null ? Path.of("twinnet-study-" + time) : study;
    }

    private BooleanSupplier deadline(long start) {
        if (maxTime == null) {
            return () -> false;
        }
        long end = start + (long) (maxTime.seconds() * TimeUnit.SECONDS.toNanos(1));
        return () -> System.nanoTime() - end >= 0;
    }

    private Study search(Opened opened, int threads, Interrupt interrupt, BooleanSupplier late) {
        StudySettings settings = opened.folder().settings();
        try (TuneProgress progress =
                TuneProgress.start(settings.candidates(), opened.folder().results(), settings.metric(), quiet)) {
            return new StudyRun(threads, () -> interrupt.requested() || late.getAsBoolean(), progress::finished)
                    .search(opened.folder(), opened.data().train());
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage());
        }
    }
}
