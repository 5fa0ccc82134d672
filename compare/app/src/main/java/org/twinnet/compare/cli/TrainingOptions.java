package org.twinnet.compare.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.MaskKind;
import picocli.CommandLine.Option;

/** The options that say what is trained, whatever the scenario. */
final class TrainingOptions {

    /** 80 MB a copy; a comparison holds a few dozen. */
    private static final long MAX_PARAMETERS = 10_000_000;

    @Option(
            names = "--layers",
            paramLabel = "N,...,1",
            defaultValue = "20,3,1",
            converter = Allowed.Layers.class,
            description =
                    "Units of each layer after the inputs; hidden layers are ReLU, the output is one sigmoid unit."
                            + " Default: ${DEFAULT-VALUE}.")
    private Allowed.LayerList layers;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            defaultValue = "0.3",
            converter = Allowed.LearningRate.class,
            description = "Step of gradient descent. Default: ${DEFAULT-VALUE}.")
    private double learningRate;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "30000",
            converter = Allowed.Count.class,
            description = "Full-batch iterations. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--dropout-masks",
            paramLabel = "published|fresh",
            defaultValue = "published",
            converter = Allowed.Masks.class,
            completionCandidates = Allowed.Masks.class,
            description =
                    "The notebook's masks, the same in every iteration, or new ones each time. Default: ${DEFAULT-VALUE}.")
    private MaskKind masks;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "3",
            converter = Allowed.Seed.class,
            description = "NumPy seed of the initial weights. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--mask-seed",
            paramLabel = "SEED",
            defaultValue = "1",
            converter = Allowed.Seed.class,
            description = "NumPy seed of the dropout masks. Default: ${DEFAULT-VALUE}.")
    private long maskSeed;

    Experiment experiment(String name, int inputs, double lambda, double keepProbability) {
        return experiment(name, inputs, lambda, keepProbability, seed);
    }

    Experiment experiment(String name, int inputs, double lambda, double keepProbability, long weightSeed) {
        List<Integer> sizes = Experiment.layerSizes(inputs, layers.units());
        requireTrainable(sizes);
        if (keepProbability < 1 && sizes.size() == 2) {
            throw new UserException(
                    "--layers 1 has no hidden units that dropout could drop; add a hidden layer, or leave dropout out.");
        }
        return new Experiment(
                name, sizes, learningRate, iterations, lambda, keepProbability, masks, weightSeed, maskSeed);
    }

    /** Each layer alone may be wide; what counts for memory is the product of neighbours. */
    static void requireTrainable(List<Integer> sizes) {
        long parameters = 0;
        for (int l = 1; l < sizes.size(); l++) {
            parameters += (sizes.get(l - 1) + 1L) * sizes.get(l);
        }
        if (parameters > MAX_PARAMETERS) {
            String units = sizes.stream().skip(1).map(String::valueOf).collect(Collectors.joining(","));
            throw new UserException(String.format(
                    Locale.ROOT,
                    "--layers %s makes %d parameters on %d features; allowed: at most %d in all",
                    units,
                    parameters,
                    sizes.get(0),
                    MAX_PARAMETERS));
        }
    }
}
