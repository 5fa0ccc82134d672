package org.twinnet.compare.move.back;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.move.Answers;
import org.twinnet.compare.move.MovedNetwork;
import org.twinnet.compare.move.Moving;
import org.twinnet.compare.move.WeightsAs;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortCheck;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.move.port.PortMistake;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/**
 * A model of DL4J as weights, an experiment and a program for NumPy.
 *
 * @param model the model
 * @param experiment what it is and how it is trained
 * @param differences what DL4J does otherwise in training, and no setting of an experiment says
 */
public record MovedBack(ModelZip model, Experiment experiment, List<PortFinding> differences) {

    /** The program that predicts. */
    public static final String PROGRAM = "predict.py";

    /** The experiment. */
    public static final String EXPERIMENT = "experiment.json";

    /** What changes no answer, and training by what a guide says. */
    private static final Set<PortMistake> TOLD = Set.of(
            PortMistake.LOSS_CLIPPED,
            PortMistake.LOSS_NOT_FINITE,
            PortMistake.STATE_BEGINS_AT_EPSILON,
            PortMistake.WEIGHT_DECAY_TWICE);

    /**
     * Says a model as an experiment.
     *
     * @param model the model
     * @return the network
     * @throws InvalidDataException if no experiment can say it; the message has the layer and what it has
     */
    public static MovedBack of(ModelZip model) {
        int inputs = model.network().sizes().get(0);
        if (model.standardization().filter(it -> it.means().size() != inputs).isPresent()) {
            throw new InvalidDataException(model.file() + ": normalizer.bin has "
                    + model.standardization().get().means().size() + " features, and the network " + inputs
                    + " inputs; both need the same");
        }
        ModelExperiment.Said said = new ModelExperiment(model.file(), model.network()).said();
        List<PortFinding> differences = PortCheck.configuration(model.network(), said.experiment(), said.examples());
        for (PortFinding difference : differences) {
            if (!TOLD.contains(difference.mistake())) {
                throw new InvalidDataException(model.file() + ": no experiment can say "
                        + difference.mistake().id()
                        + (difference.layers().isEmpty() ? "" : " of layers " + difference.layers())
                        + ": the model has " + difference.found().english() + ", an experiment "
                        + difference.right().english());
            }
        }
        return new MovedBack(model, said.experiment(), differences);
    }

    /**
     * Copies the differences.
     *
     * @param model the model
     * @param experiment what it is
     * @param differences what DL4J does otherwise
     */
    public MovedBack {
        differences = List.copyOf(differences);
    }

    /**
     * Holds what DL4J answers to what the formulas give.
     *
     * @param examples as they were measured; a normalizer of the model is put before them
     * @return the largest difference
     * @throws InvalidDataException if the examples have another number of features, or DL4J cannot answer
     */
    public Answers checked(Dataset examples) {
        if (examples.featureCount() != experiment.inputs()) {
            throw new InvalidDataException(examples.name() + ": has " + examples.featureCount() + " features, and "
                    + model.file() + " " + experiment.inputs() + " inputs; both need the same");
        }
        return Answers.of(
                model,
                experiment,
                model.standardization().map(it -> it.apply(examples)).orElse(examples));
    }

    /**
     * The same on examples that are drawn, as the network sees them.
     *
     * @return the largest difference
     * @throws InvalidDataException if DL4J cannot answer
     */
    public Answers checked() {
        return Answers.of(model, experiment, Moving.drawn(experiment));
    }

    /**
     * All files.
     *
     * @return contents by name
     */
    public Map<String, byte[]> files() {
        MovedNetwork network = new MovedNetwork(
                experiment,
                Moving.drawn(experiment),
                false,
                WeightsAs.UNITS_BY_INPUTS,
                model.network().parameters(),
                model.network().statistics(),
                OptionalDouble.empty());
        String program = new NumpyProgram(experiment, model.standardization().isPresent()).text();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Moving.WEIGHTS, network.weights(model.standardization()));
        files.put(EXPERIMENT, ExperimentFile.text(List.of(experiment)).getBytes(StandardCharsets.UTF_8));
        files.put(PROGRAM, program.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /**
     * Whether it was trained already, which an experiment that begins from its weights does not know: what the updater
     * remembers, and how many iterations a schedule or Adam's correction have seen, stay behind.
     *
     * @return the number of its updates; empty where there were none
     */
    public Optional<Integer> updates() {
        return Optional.of(model.network().iterations()).filter(it -> it > 0);
    }
}
