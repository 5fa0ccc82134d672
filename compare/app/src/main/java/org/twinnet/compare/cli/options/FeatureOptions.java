package org.twinnet.compare.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.move.FeatureNumbers;
import org.twinnet.compare.move.Moving;
import org.twinnet.compare.output.Inputs;
import org.twinnet.data.Split;
import org.twinnet.data.Standardization;
import picocli.CommandLine.Option;

/** The options that say what was done to features before the network saw them. */
public final class FeatureOptions {

    @Option(
            names = "--feature-mean",
            paramLabel = "FILE",
            description = "What each feature was moved by before training, one number a feature: .npz, .json or .csv. "
                    + "Default: the entry mean beside the weights.")
    private Path mean;

    @Option(
            names = "--feature-deviation",
            paramLabel = "FILE",
            description = "What each feature was divided by then. Default: the entry std beside the weights.")
    private Path deviation;

    /** Made by the command line. */
    public FeatureOptions() {}

    /**
     * The files that are read.
     *
     * @return which no output may replace
     */
    public List<Path> files() {
        return Inputs.of(mean, deviation).paths();
    }

    /**
     * What was said, or lies beside the weights, or follows from the examples.
     *
     * @param moving the weights
     * @param byExamples the examples whose means and deviations it is; empty where nobody asked for these
     * @return empty where features are as they were measured
     * @throws UserException if only one of both files was given, or two answers were
     */
    public Optional<Standardization> standardization(Moving moving, Optional<Split> byExamples) {
        if ((mean == null) != (deviation == null)) {
            throw new UserException("--feature-mean and --feature-deviation go together; give both or none.");
        }
        Optional<Standardization> found =
                mean == null ? moving.standardization() : Optional.of(FeatureNumbers.read(mean, deviation));
        if (found.isPresent() && byExamples.isPresent()) {
            throw new UserException("--standardize takes means and deviations from --data, and others were given as"
                    + " well; leave one of both out.");
        }
        found.filter(it -> it.means().size() != moving.inputs()).ifPresent(it -> {
            throw new UserException("There are means of " + it.means().size() + " features, and the network has "
                    + moving.inputs() + " inputs; give one for each.");
        });
        return found.or(() -> byExamples.map(split -> Standardization.of(split.train())));
    }
}
