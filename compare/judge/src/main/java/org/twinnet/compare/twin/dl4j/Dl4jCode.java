package org.twinnet.compare.twin.dl4j;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.dl4j.export.ConfigurationCode;
import org.twinnet.dl4j.export.RestoredNetwork;
import org.twinnet.dl4j.export.Standardizer;

/** DL4J's network of an experiment, and what stands before it, as somebody else's program needs them. */
public final class Dl4jCode {

    private Dl4jCode() {}

    /**
     * The class {@code NetworkConfiguration}.
     *
     * @param experiment what is trained
     * @param packageName the package of the class
     * @param examples m, the number of training examples
     * @return Java
     * @throws SettingException if DL4J has no such thing
     */
    public static String of(Experiment experiment, String packageName, int examples) {
        return ConfigurationCode.of(
                Dl4jChoices.settings(experiment),
                packageName,
                examples,
                new ReplayedBatches(experiment, examples).sizes());
    }

    /**
     * DL4J's {@code NormalizerStandardize}, (x − mean) / deviation for each feature.
     *
     * @param mean one number a feature
     * @param deviation one number a feature, above 0
     * @return the bytes of a file that DL4J's {@code NormalizerSerializer} restores
     */
    public static byte[] standardizer(double[] mean, double[] deviation) {
        return Standardizer.bytes(mean, deviation);
    }

    /**
     * What DL4J answers with a saved configuration, which names no classes but known ones.
     *
     * @param configuration {@code configuration.json} of a model
     * @param parameters all numbers of the network in DL4J's order
     * @param rows one row an example
     * @return the outputs for each example, one output after the other
     * @throws IllegalArgumentException if DL4J makes no network of that configuration
     */
    public static double[] answers(byte[] configuration, double[] parameters, double[][] rows) {
        return RestoredNetwork.answers(configuration, parameters, rows);
    }
}
