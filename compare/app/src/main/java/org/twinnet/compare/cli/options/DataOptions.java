package org.twinnet.compare.cli.options;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.output.Inputs;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Split;
import org.twinnet.data.Standardization;
import org.twinnet.data.Targets;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.FileData;
import org.twinnet.data.source.NpzOrientation;
import org.twinnet.data.source.ReadOptions;
import org.twinnet.data.source.ShippedData;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say what to train on. */
public final class DataOptions {

    /** Features that differ more in how much they vary are pointed out. */
    private static final double WIDE = 100;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Training data: .csv (test examples by --test-data), .mat or .npz (may hold test examples as well)."
                            + " Default: the football pitch that comes with Twinnet; for three classes its spiral"
                            + " arms, for a regression its waves; 'move' draws examples.")
    private Path data;

    @Option(names = "--test-data", paramLabel = "FILE", description = "Test examples; they replace those of --data.")
    private Path testData;

    @Mixin
    private TableOptions table;

    @Option(
            names = "--examples-as",
            paramLabel = "columns|rows",
            converter = Allowed.Orientation.class,
            completionCandidates = Allowed.Orientation.class,
            description = "How a .npz holds its examples, where its shapes do not tell.")
    private NpzOrientation orientation;

    @Option(
            names = "--standardize",
            description = "Bring each feature to mean 0 and standard deviation 1 of the training examples; test"
                    + " examples by the same numbers, and each fold of a cross-validation by its own.")
    private boolean standardize;

    private final List<String> notes = new ArrayList<>();

    /** For the parser of the command line. */
    public DataOptions() {}

    /**
     * Says what was done to the data beyond reading numbers, and what looks like a slip.
     *
     * @param spec of the command, whose errors tell it
     */
    public void tell(CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        notes.forEach(note -> err.println(Visible.of(note)));
        err.flush();
    }

    /**
     * Reads the data.
     *
     * @param targets how the numbers beside the features are read
     * @return training examples, and test examples where there are any
     */
    public Split read(Targets targets) {
        Optional<FileData> file = Optional.ofNullable(data)
                .map(path -> DataFiles.open(path, options(path, testData).withTargets(targets)));
        Split split = file.map(FileData::split).orElseGet(() -> shipped(targets));
        file.ifPresent(read -> notes.addAll(read.notes()));
        if (testData == null) {
            return split;
        }
        ReadOptions ofTest = options(testData, data).withTargets(targets);
        FileData testFile = DataFiles.open(
                testData, file.map(FileData::learned).map(ofTest::after).orElse(ofTest));
        notes.addAll(testFile.notes());
        Dataset test = testFile.examples();
        if (test.featureCount() != split.train().featureCount()) {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s has %d features, the training data has %d; both need the same.",
                    testData,
                    test.featureCount(),
                    split.train().featureCount()));
        }
        return new Split(split.train(), Optional.of(test), split.preparation());
    }

    /**
     * Reads the examples of what has none itself.
     *
     * @return empty where no file was given
     */
    public Optional<Dataset> examples() {
        return Optional.ofNullable(data)
                .map(path -> DataFiles.read(path, options(path, null)).train());
    }

    /**
     * Whether features shall be standardized.
     *
     * @return true if somebody said so
     */
    public boolean standardize() {
        return standardize;
    }

    /**
     * Standardizes features where somebody said so, and says where that would help.
     *
     * @param split what was read
     * @return what to train on and to test with
     */
    public Split prepared(Split split) {
        if (standardize) {
            return split.standardized();
        }
        double spread = Standardization.spread(split.train());
        if (spread > WIDE) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: the widest feature varies %.0f times as much as the narrowest, and training follows the wide"
                            + " ones alone; --standardize brings them to one scale.",
                    split.train().name(),
                    spread));
        }
        return split;
    }

    /** What comes with Twinnet: points of two classes or three, and heights. */
    private static Split shipped(Targets targets) {
        for (Split split : List.of(ShippedData.pitch(), ShippedData.arms(), ShippedData.waves())) {
            if (split.train().targets().equals(targets)) {
                return split;
            }
        }
        throw new UserException("--data is missing: none of the data sets that come with Twinnet gives each example "
                + TargetWords.of(targets) + "; give one.");
    }

    /**
     * The files that are read.
     *
     * @return which no output may replace
     */
    public Inputs inputs() {
        return Inputs.of(data, testData);
    }

    /**
     * How to find the same examples again.
     *
     * @return files and how they are read
     */
    public DataSource source() {
        return new DataSource(
                text(data == null ? null : data.toAbsolutePath().normalize()),
                text(testData == null ? null : testData.toAbsolutePath().normalize()),
                orientation == null ? "" : orientation == NpzOrientation.EXAMPLES_AS_COLUMNS ? "columns" : "rows",
                table.words());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * Reads what another run read, where no option says otherwise.
     *
     * @param source what the other run read
     * @param targets how the numbers beside the features are read
     * @return training and test examples
     */
    public Split readAgain(DataSource source, Targets targets) {
        if (data != null || testData != null) {
            return read(targets);
        }
        data = source.file().isEmpty() ? null : Path.of(source.file());
        testData = source.testFile().isEmpty() ? null : Path.of(source.testFile());
        table.readAgain(source.table());
        orientation = source.examplesAs().isEmpty() ? null : new Allowed.Orientation().convert(source.examplesAs());
        return read(targets);
    }

    /** An option is for the files of its kind; one that neither file can take goes to both, to be refused. */
    private ReadOptions options(Path file, Path other) {
        ReadOptions options = ReadOptions.defaults();
        if (isFor("csv", file, other)) {
            options = options.withCsv(table.csv());
        }
        return orientation != null && isFor("npz", file, other) ? options.withNpzOrientation(orientation) : options;
    }

    private static boolean isFor(String extension, Path file, Path other) {
        boolean othersOnly = other != null && DataFiles.extension(other).equals(extension);
        return DataFiles.extension(file).equals(extension) || !othersOnly;
    }
}
