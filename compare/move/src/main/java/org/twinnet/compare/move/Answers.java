package org.twinnet.compare.move;

import java.util.Arrays;
import org.twinnet.compare.agreement.floor.ProbabilityFloors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.move.model.ModelNetwork;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.twin.dl4j.Dl4jCode;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/**
 * What DL4J answers with a saved model, held to the formulas' with the same parameters.
 *
 * @param difference the largest difference, where it is largest beside what rounding explains
 * @param floor what rounding explains of it
 */
public record Answers(double difference, double floor) {

    /** Twice 2·|log10 σ|·ln 10 + 2 roundings, for σ from 1e-3 to 1e3. */
    private static final double OF_LOGARITHM = 32 * 0x1p-53;

    /**
     * Compares.
     *
     * @param model the model
     * @param experiment what it is, of the same layers
     * @param data examples as the network sees them
     * @return the largest difference
     * @throws InvalidDataException if DL4J makes no network of the configuration
     */
    public static Answers of(ModelZip model, Experiment experiment, Dataset data) {
        ModelNetwork network = model.network();
        double[] theirs = ofDl4j(model, data);
        double[] ours = Outputs.of(network.parameters(), network.statistics(), experiment, data);
        double[] floors = floors(network, network.parameters(), experiment, data);
        int worst = 0;
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, k -> {
            double difference = Math.abs(ours[k] - theirs[k]);
            return difference == 0 ? 0 : difference / floors[k];
        });
        for (int k = 1; k < ratios.length && !Double.isNaN(ratios[worst]); k++) {
            worst = ratios[k] <= ratios[worst] ? worst : k;
        }
        return new Answers(Math.abs(ours[worst] - theirs[worst]), floors[worst]);
    }

    /** What DL4J answers, one output after the other. */
    static double[] ofDl4j(ModelZip model, Dataset data) {
        try {
            return Dl4jCode.answers(model.configuration(), model.network().numbers(), data.featureRows());
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(model.file() + ": " + e.getMessage(), e);
        }
    }

    /** Where DL4J keeps log10 σ, ten to twice that is known up to some roundings, and the answers move with it. */
    static double[] floors(ModelNetwork network, double[] parameters, Experiment experiment, Dataset data) {
        double[] kept = network.statistics();
        double[] floors = ProbabilityFloors.of(experiment, parameters, kept).of(data.featureRows());
        boolean logarithms = network.blocks().stream()
                .anyMatch(block -> block.norm()
                        .filter(norm -> norm.is("BatchNormalization"))
                        .isPresent());
        if (logarithms) {
            double[] moved =
                    Arrays.stream(kept).map(it -> it * (1 + OF_LOGARITHM)).toArray();
            double[] ours = Outputs.of(parameters, kept, experiment, data);
            double[] answers = Outputs.of(parameters, moved, experiment, data);
            Arrays.setAll(floors, k -> floors[k] + Math.abs(answers[k] - ours[k]));
        }
        return floors;
    }

    /**
     * Whether the answers are those of the formulas.
     *
     * @return true up to rounding; never for what is no number
     */
    public boolean alike() {
        return difference <= floor;
    }
}
