package org.twinnet.compare.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;

/** Reads the hyper-parameters, and refuses other names that people give them. */
final class SettingsReader {

    /** Activation of all hidden layers. */
    private static final String ACTIVATION = "layers[].activation";

    private static final String RATE = "optimizer.learning_rate";

    /** Other names, and what to write. */
    private static final Map<String, String> MISNAMED = Map.of(
            "lambda",
            "the strength of the penalty is called lambd",
            "lr",
            "the learning rate is called learning_rate",
            "alpha",
            "the learning rate is called learning_rate",
            "keep_probs",
            "the keep probability is called keep_prob, one number or one for each hidden layer",
            RATE,
            "the learning rate is called learning_rate",
            "experiment",
            "is not read yet; write learning_rate, lambd, keep_prob, layers[].activation and optimizer.kind as"
                    + " entries of their own in its place");

    private final EntryFile file;

    SettingsReader(EntryFile file) {
        this.file = file;
    }

    /** What to write in place of a name that is not the format's. */
    static Optional<String> meant(String name) {
        return Optional.ofNullable(MISNAMED.get(name))
                .map(hint -> name.equals("experiment") ? hint : "is not defined; " + hint);
    }

    HyperParameters read() {
        HyperParameters defaults = HyperParameters.DEFAULTS;
        double learningRate = file.number("learning_rate").orElse(defaults.learningRate());
        double lambda = file.number("lambd").orElse(defaults.lambda());
        try {
            HyperParameters plain = new HyperParameters(learningRate, lambda, keepProbabilities());
            Map<String, Object> choices = choices();
            return choices.isEmpty() ? plain : chosen(plain, choices);
        } catch (InvalidDataException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw file.refusal(e.getMessage());
        }
    }

    /** The same keys as in an experiment file, flattened with dots. */
    static boolean isChoice(String name) {
        return name.equals(ACTIVATION) || (name.startsWith("optimizer.") && !name.equals(RATE));
    }

    private Map<String, Object> choices() {
        Map<String, Object> choices = new TreeMap<>();
        for (String name : file.names()) {
            if (isChoice(name)) {
                choices.put(name, file.text(name).map(Object.class::cast).orElseGet(() -> number(name)));
            }
        }
        return choices;
    }

    private Object number(String name) {
        boolean flag = file.array(name)
                .filter(array -> array.rank() == 0 && array.dtype() == Dtype.BOOL)
                .isPresent();
        return flag
                ? (Object) (file.array(name).orElseThrow().scalar() != 0)
                : (Object) file.number(name).orElseThrow();
    }

    private static HyperParameters chosen(HyperParameters plain, Map<String, Object> choices) {
        Experiment experiment = ExperimentTree.with(Experiment.of(1, 1, 1).with(plain.optimizer()), choices);
        Activation hidden = experiment.layers().get(0).activation();
        return new HyperParameters(experiment.optimizer(), plain.lambda(), plain.keepProbabilities(), hidden);
    }

    private List<Double> keepProbabilities() {
        Optional<NpyArray> array = file.array("keep_prob");
        if (array.isEmpty() || array.get().rank() == 0) {
            return List.of(file.number("keep_prob").orElse(1.0));
        }
        boolean vector = Arrays.stream(array.get().shape()).filter(n -> n != 1).count() <= 1;
        if (!vector || array.get().size() == 0 || array.get().dtype() == Dtype.BOOL) {
            throw file.refusal(
                    "keep_prob", "is " + array.get() + "; it must be a single number, or one for each hidden layer");
        }
        return Arrays.stream(array.get().values()).boxed().toList();
    }

    /** A list of keep probabilities has one for each hidden layer. */
    void requireFit(HyperParameters settings, int hiddenLayers) {
        int given = settings.keepProbabilities().size();
        if (given > 1 && given != hiddenLayers) {
            throw file.refusal(
                    "keep_prob",
                    "holds " + given + " numbers, but the network has " + hiddenLayers
                            + " hidden layers; give one number for all, or one for each hidden layer");
        }
    }
}
