package org.twinnet.compare.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.move.model.ModelNetwork;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortCheck;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.move.port.PortMistake;
import org.twinnet.compare.move.port.WeightsCheck;
import org.twinnet.compare.move.trace.HeldPredictions;
import org.twinnet.compare.move.trace.OriginalTrace;
import org.twinnet.compare.move.trace.TracePredictions;
import org.twinnet.compare.text.SaidOfPort;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/** Judges a model that a team made of its network itself. */
public final class Porting {

    private final ModelZip model;
    private final Experiment experiment;
    private final Dataset data;

    /**
     * Prepares the judgement.
     *
     * @param model the model
     * @param experiment what the original is and how it is trained
     * @param data the training examples as they were measured; a normalizer of the model is put before them
     */
    public Porting(ModelZip model, Experiment experiment, Dataset data) {
        this.model = model;
        this.experiment = experiment;
        this.data = model.standardization()
                .filter(it -> it.means().size() == data.featureCount())
                .map(it -> it.apply(data))
                .orElse(data);
    }

    /**
     * A model of the network that wrote a trace, whose features are as the network saw them.
     *
     * @param model the model
     * @param trace the trace
     * @return what was found
     * @throws InvalidDataException if the trace holds no layer, or its labels are none of its loss
     */
    public static PortVerdict judge(ModelZip model, Trace trace) {
        OriginalTrace original = new OriginalTrace(trace);
        ModelZip plain =
                new ModelZip(model.file(), model.network(), model.configuration(), model.state(), Optional.empty());
        return new Porting(plain, original.experiment(), original.data())
                .judge(original.known(), original.predictions());
    }

    /**
     * Judges.
     *
     * @param known parameters of the original, W row by row, of as many iterations as are known
     * @return what was found
     */
    public PortVerdict judge(List<double[]> known) {
        return judge(known, Optional.empty());
    }

    private PortVerdict judge(List<double[]> known, Optional<TracePredictions> predictions) {
        ModelNetwork network = model.network();
        List<PortFinding> findings = new ArrayList<>(PortCheck.configuration(network, experiment, data.size()));
        if (network.parameters().length != ParameterIndex.of(experiment).length()
                || findings.stream().anyMatch(it -> it.mistake() == PortMistake.LAYER_SIZES)) {
            return new PortVerdict(findings, OptionalInt.empty(), Optional.empty(), Optional.empty());
        }
        WeightsCheck weights = new WeightsCheck(network, experiment);
        Optional<WeightsCheck.Recognized> recognized = weights.against(known);
        recognized.ifPresent(it -> findings.addAll(it.findings()));
        OptionalInt matrices =
                recognized.isPresent() ? OptionalInt.of(experiment.layers().size()) : OptionalInt.empty();
        if (findings.stream().anyMatch(it -> changesAnswers(it.mistake()))) {
            return new PortVerdict(findings, matrices, Optional.empty(), Optional.empty());
        }
        Optional<HeldPredictions> held = predictions.map(this::held);
        if (recognized.isEmpty()
                && held.filter(it -> it.state() == HeldPredictions.State.ALIKE).isEmpty()) {
            findings.addAll(turned(weights, predictions));
        }
        boolean isLast = recognized
                .map(it -> it.index() == known.size() - 1)
                .orElse(findings.stream().anyMatch(it -> it.mistake() == PortMistake.WEIGHTS_TRANSPOSED));
        held = held.map(it -> it.isAlike() || isLast ? it : HeldPredictions.ofOtherParameters());
        if (findings.stream().noneMatch(it -> explainsPredictions(it.mistake()))) {
            held.filter(HeldPredictions::isOtherwise).map(Porting::otherwise).ifPresent(findings::add);
        }
        return new PortVerdict(findings, matrices, Optional.of(Answers.of(model, experiment, data)), held);
    }

    /** DL4J's answers beside what the original predicts. */
    private HeldPredictions held(TracePredictions predictions) {
        return predictions.against(
                Answers.ofDl4j(model, data), floors(predictions, model.network().parameters()));
    }

    private double[] floors(TracePredictions predictions, double[] parameters) {
        Experiment rounded = experiment.with(predictions.precision(experiment.precision()));
        return Answers.floors(model.network(), parameters, rounded, data);
    }

    /** Square matrices that predictions or else the examples say lie the other way round. */
    private List<PortFinding> turned(WeightsCheck weights, Optional<TracePredictions> predictions) {
        return predictions
                .flatMap(given -> weights.byPredictions(parameters -> given.against(
                                        Outputs.of(parameters, model.network().statistics(), experiment, data),
                                        floors(given, parameters))
                                .state()
                        == HeldPredictions.State.ALIKE))
                .orElseGet(() -> weights.byExamples(this::squaredErrors, Outputs.errorOfTheMean(data)));
    }

    private static PortFinding otherwise(HeldPredictions held) {
        boolean label = held.state() == HeldPredictions.State.LABEL_OTHERWISE;
        return new PortFinding(
                PortMistake.PREDICTIONS_OTHER,
                List.of(),
                label
                        ? SaidOfPort.OTHER_LABEL_AT.of(held.example())
                        : SaidOfPort.APART_AT.of(held.difference(), held.example()),
                label ? SaidOfPort.LABEL_OF_THE_ORIGINAL.of() : SaidOfPort.AT_MOST.of(held.floor()),
                SaidOfPort.LOOK_AT.of());
    }

    private static boolean explainsPredictions(PortMistake mistake) {
        return switch (mistake) {
            case WEIGHTS_TRANSPOSED, WEIGHTS_OTHER, WEIGHTS_ROUNDED, BIAS_MISSING -> true;
            default -> false;
        };
    }

    /** Mistakes that explain by themselves why the model answers otherwise. */
    private static boolean changesAnswers(PortMistake mistake) {
        return switch (mistake) {
            case WRONG_ACTIVATION,
                    ACTIVATION_SLOPE,
                    ACTIVATION_APPROXIMATE,
                    FLOAT_FOR_DOUBLE,
                    DOUBLE_FOR_FLOAT,
                    BATCH_NORM_MISSING,
                    BATCH_NORM_EXTRA,
                    BATCH_NORM_EPSILON,
                    BATCH_NORM_AFTER_ACTIVATION -> true;
            default -> false;
        };
    }

    private double[] squaredErrors(double[] parameters) {
        return Outputs.squaredErrors(Outputs.of(parameters, model.network().statistics(), experiment, data), data);
    }

    /**
     * The parameters that an experiment begins from.
     *
     * @param experiment the experiment
     * @return W row by row, b, …
     */
    public static double[] initial(Experiment experiment) {
        return ScratchModels.initialParameters(experiment).toVector();
    }
}
