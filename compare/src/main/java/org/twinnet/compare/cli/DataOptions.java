package org.twinnet.compare.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Split;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.NpzOrientation;
import org.twinnet.data.source.ReadOptions;
import org.twinnet.data.source.ShippedData;
import picocli.CommandLine.Option;

/** The options that say what to train on. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Training data: .csv (test examples by --test-data), .mat or .npz (may hold test examples as well)."
                            + " Default: the football pitch that comes with Twinnet.")
    private Path data;

    @Option(names = "--test-data", paramLabel = "FILE", description = "Test examples; they replace those of --data.")
    private Path testData;

    @Option(
            names = "--label-column",
            paramLabel = "NAME",
            description = "Name of the label's column in a .csv with a header. Default: the last column.")
    private String labelColumn;

    @Option(
            names = "--examples-as",
            paramLabel = "columns|rows",
            converter = Allowed.Orientation.class,
            completionCandidates = Allowed.Orientation.class,
            description = "How a .npz holds its examples, where its shapes do not tell.")
    private NpzOrientation orientation;

    Split read() {
        ReadOptions options = new ReadOptions(Optional.ofNullable(labelColumn), Optional.ofNullable(orientation));
        Split split = data == null ? ShippedData.pitch() : DataFiles.read(data, options);
        if (testData == null) {
            return split;
        }
        Dataset test = DataFiles.read(testData, options).train();
        if (test.featureCount() != split.train().featureCount()) {
            throw new InvalidDataException("%s has %d features, the training data has %d; both need the same."
                    .formatted(testData, test.featureCount(), split.train().featureCount()));
        }
        return new Split(split.train(), Optional.of(test));
    }
}
