package org.twinnet.compare.move;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Standardization;
import org.twinnet.data.npz.NpzWriter;

/**
 * A network that was read, with everything that is needed to go on with it.
 *
 * @param experiment what it is and how it is trained; it begins from the file {@link Moving#WEIGHTS}
 * @param data examples as the network sees them
 * @param given whether somebody gave these; otherwise they were drawn
 * @param as which way the matrices lay
 * @param parameters its parameters, in the order of {@link ParameterIndex}
 * @param statistics its running statistics; empty without batch normalization
 * @param predicted the largest difference from the predictions of the original; empty where nobody gave them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared by equals
public record MovedNetwork(
        Experiment experiment,
        Dataset data,
        boolean given,
        WeightsAs as,
        double[] parameters,
        double[] statistics,
        OptionalDouble predicted) {

    /** Seed of the masks that DL4J draws; what is saved holds none. */
    private static final long MASKS = 1;

    /**
     * Where both networks of a proof come from.
     *
     * @return networks with these parameters, and DL4J's loss from the logit
     */
    public TwinFactories factories() {
        return TwinFactories.standard(TwinFactories.Loss.LOGIT).from(parameters, statistics);
    }

    /**
     * DL4J's network as DL4J saves it.
     *
     * @return the zip that {@code ModelSerializer} reads, what the updater remembers included
     */
    public byte[] model() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Experiment plain = experiment.with(new Initialization.ScaledGaussian(1));
        try (Dl4jTwin twin = Dl4jTwin.withOwnDropout(plain, data, MASKS)) {
            twin.setParameters(parameters);
            twin.setStatistics(statistics);
            twin.save(zip);
        }
        return zip.toByteArray();
    }

    /**
     * The parameters as an experiment file reads them, and what is done to features before: W1, b1, …, a row of W a
     * unit, mean and std.
     *
     * @param standardization what is done to features; empty where they are as they were measured
     * @return an {@code .npz}
     */
    public byte[] weights(Optional<Standardization> standardization) {
        NpzWriter npz = new NpzWriter();
        write(npz, ParameterIndex.of(experiment), parameters);
        write(npz, ParameterIndex.ofStatistics(experiment), statistics);
        standardization.ifPresent(it -> {
            int features = it.means().size();
            npz.put("mean", array(it.means()), features).put("std", array(it.deviations()), features);
        });
        return npz.write();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void write(NpzWriter npz, ParameterIndex index, double[] vector) {
        for (ParameterIndex.Slice slice : index.tensors()) {
            double[] values = new double[slice.length()];
            System.arraycopy(vector, slice.offset(), values, 0, values.length);
            String symbol = switch (slice.symbol()) {
                case "mean" -> "running_mean";
                case "variance" -> "running_var";
                default -> slice.symbol();
            };
            npz.put(symbol + slice.layer(), values, slice.rows(), slice.columns());
        }
    }
}
