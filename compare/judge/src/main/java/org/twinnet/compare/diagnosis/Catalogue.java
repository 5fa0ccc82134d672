package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.activation.ActivationChapters;
import org.twinnet.compare.theory.activation.SoftmaxTheory;
import org.twinnet.compare.theory.dropout.InputDropoutMistakes;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;
import org.twinnet.compare.theory.loss.BinaryCrossEntropyTheory;
import org.twinnet.compare.theory.loss.LossChapters;
import org.twinnet.compare.theory.loss.SoftmaxCrossEntropyTheory;
import org.twinnet.compare.theory.loss.SquaredErrorTheory;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.normalization.BatchNormalizationTheory;
import org.twinnet.compare.theory.normalization.NormalizationTheory;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.optimizer.ScheduleMistakes;
import org.twinnet.compare.theory.optimizer.WeightDecayTheory;
import org.twinnet.compare.theory.penalty.L1Mistakes;
import org.twinnet.compare.theory.penalty.L1Theory;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.step.Affine;
import org.twinnet.compare.theory.step.BatchMistakes;

/**
 * All mistakes that are known. Where several explain the same numbers, those without an unknown factor come first, then
 * those made everywhere, then those further up here.
 */
public final class Catalogue {

    /** Numbers computed in single precision. It changes no formula; the format of the numbers shows it. */
    static final Mistake FLOAT32 = new Mistake(
            "float32",
            Subject.FORMAT,
            "Numbers went through single precision on their way.",
            "float32 somewhere between X and the trace",
            "float64 throughout",
            "all numbers, from the eighth digit on",
            Scope.NETWORK,
            List.of());

    /**
     * A sum of −y·ln a − (1 − y)·ln(1 − a) where a is exactly 0 or 1. It changes no formula that is finite; the output
     * shows it.
     */
    static final Mistake ZERO_TIMES_INFINITY = new Mistake(
            "cost-zero-times-infinity",
            Subject.SATURATION,
            "An output is exactly 0 or 1 and right, and the other term of its cross-entropy is 0·ln 0, "
                    + "which is not a number.",
            "Σ −y·ln a − (1 − y)·ln(1 − a)",
            "the same with 0·ln 0 = 0, as nansum has it, or from the logit",
            "the cost as soon as an output saturates",
            Scope.NETWORK,
            List.of());

    /** dA·a·(1 − a) where a is exactly 0 or 1. It changes no formula that is finite; the output shows it. */
    static final Mistake ZERO_OVER_ZERO = new Mistake(
            "output-gradient-zero-over-zero",
            Subject.SATURATION,
            "An output is exactly 0 or 1, and its gradient, taken through dA, divides 0 by 0.",
            "dZ = dA·a·(1 − a) with dA = −(y/a − (1 − y)/(1 − a))",
            "dZ = A − Y, which is the same and divides nothing",
            "dZ of the output as soon as an output saturates, and all numbers behind it",
            Scope.OUTPUT,
            List.of());

    /** eᶻ that leaves the range of the format. It changes no formula that is finite; the output shows it. */
    static final Mistake SOFTMAX_OVERFLOW = new Mistake(
            "softmax-without-maximum",
            Subject.SATURATION,
            "The softmax takes eᶻ of a logit whose power is infinite, and infinity over infinity is not a number.",
            "A = eᶻ / Σ eᶻ",
            "A = e^(z − max z) / Σ e^(z − max z), which is the same and never overflows",
            "A of the output as soon as a logit passes 709, and all that comes behind",
            Scope.OUTPUT,
            List.of());

    /** Masks that keep neither keep_prob nor 1 − keep_prob of the units. It changes no formula; the count shows it. */
    static final Mistake KEEP_PROBABILITY = new Mistake(
            "dropout-keep-probability-differs",
            Subject.DROPOUT,
            "The masks keep another share of the units than the trace states.",
            "D = rand < c·keep_prob",
            "D = rand < keep_prob",
            "the masks",
            Scope.HIDDEN_LAYERS,
            List.of());

    /**
     * Snapshots of weights that the updates changed in place. It changes no formula; that they are all equal shows it.
     */
    static final Mistake SNAPSHOTS_ALIASED = new Mistake(
            "snapshots-aliased",
            Subject.FORMAT,
            "The snapshots of the weights are one and the same array, which each update changes in place, "
                    + "so that all hold the"
                    + " last weights.",
            "trace[\"W1@0\"] = W1, and later W1 -= α·dW1",
            "trace[\"W1@0\"] = W1.copy()",
            "W of all iterations, which are equal although dW is not 0",
            Scope.NETWORK,
            List.of());

    /** A trace that says nothing of its training, and does not mean the defaults. Its numbers show what it means. */
    static final Mistake EXPERIMENT_NOT_STATED = new Mistake(
            Diagnosis.EXPERIMENT_NOT_STATED,
            Subject.FORMAT,
            "The trace states no experiment and was held to the defaults, which are not what its numbers show.",
            "no entry experiment",
            "the entry experiment, a string of JSON with the layers' activations, the loss and the optimizer, "
                    + "as the diagnosis writes it out",
            "all that is not ReLU, a sigmoid, the cross-entropy and gradient descent",
            Scope.NETWORK,
            List.of());

    /** What no formula shows. */
    private static final List<Mistake> OF_NO_FORMULA = List.of(SNAPSHOTS_ALIASED, FLOAT32, EXPERIMENT_NOT_STATED);

    private static final List<Mistake> OF_SATURATION = List.of(ZERO_TIMES_INFINITY, ZERO_OVER_ZERO, SOFTMAX_OVERFLOW);

    private static final List<Mistake> ALL = of(
            true,
            true,
            Stream.of(
                            new L1Theory(1, 0).mistakes(),
                            L1Mistakes.ofBiases(true),
                            L1Mistakes.ofBiases(false),
                            ScheduleMistakes.all(),
                            BatchMistakes.all(),
                            BatchMistakes.ofPenalty(),
                            InputDropoutMistakes.all())
                    .flatMap(List::stream)
                    .toList(),
            Stream.of(
                            ActivationChapters.ofEntries(),
                            OptimizerTheory.ofAll(),
                            List.of(
                                    new WeightDecayTheory(0),
                                    new BatchNormalizationTheory(0.9, 1e-5, false),
                                    new BinaryCrossEntropyTheory(),
                                    new SoftmaxTheory(),
                                    new SoftmaxCrossEntropyTheory(),
                                    new SquaredErrorTheory(true),
                                    new SquaredErrorTheory(false)))
                    .<Chapter>flatMap(List::stream)
                    .toList());

    private Catalogue() {}

    /**
     * The mistakes.
     *
     * @return in the order of their rank
     */
    public static List<Mistake> all() {
        return ALL;
    }

    /** Those that can be made: without dropout, say, none of dropout. */
    static List<Mistake> of(Setting setting) {
        Experiment experiment = setting.experiment();
        List<Chapter> chosen = new ArrayList<>();
        setting.activations().stream().distinct().map(ActivationChapters::of).forEach(chosen::add);
        chosen.add(OptimizerTheory.of(experiment.optimizer()));
        if (experiment.weightDecay() > 0) {
            chosen.add(new WeightDecayTheory(experiment.weightDecay()));
        }
        chosen.add(LossChapters.of(experiment.loss()));
        experiment.layers().stream()
                .map(layer -> NormalizationTheory.of(layer.batchNorm()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(chosen::add);
        List<Mistake> more = new ArrayList<>(ofPenalty(setting));
        if (!(experiment.schedule() instanceof Schedule.Constant)) {
            more.addAll(ScheduleMistakes.all());
        }
        if (experiment.batches() instanceof Batches.Shuffled) {
            more.addAll(BatchMistakes.all());
        }
        if (experiment.inputKeepProb() < 1) {
            more.addAll(InputDropoutMistakes.all());
        }
        return of(setting.hasPenalty(), setting.hasDropout(), more, chosen);
    }

    /** Beside those of L2, which a trace without an experiment has too. */
    private static List<Mistake> ofPenalty(Setting setting) {
        List<Mistake> all = new ArrayList<>();
        Penalty stated = setting.penalty();
        if (stated.isOn() && !setting.hasPenalty() && !stated.hasMagnitudes()) {
            all.addAll(new L2Theory(1, 0).mistakes());
        }
        if (stated.hasMagnitudes() && !setting.hasPenalty()) {
            all.addAll(new L1Theory(1, 0).mistakes());
        }
        if (stated.isOn() && (stated.biases() || !setting.hasPenalty())) {
            all.addAll(L1Mistakes.ofBiases(stated.biases()));
        }
        if (stated.isOn() && setting.experiment().batches() instanceof Batches.Shuffled) {
            all.addAll(BatchMistakes.ofPenalty());
        }
        return all;
    }

    /**
     * Each chapter is asked; what only counts and stored numbers show comes beside. Where chapters have a mistake in
     * common, the first one's counts.
     */
    private static List<Mistake> of(boolean penalty, boolean dropout, List<Mistake> more, List<Chapter> chapters) {
        List<Mistake> mistakes = new ArrayList<>(OF_NO_FORMULA);
        if (penalty) {
            mistakes.addAll(new L2Theory(1, 0).mistakes());
        }
        if (dropout) {
            mistakes.addAll(new InvertedDropoutTheory(1).mistakes());
            mistakes.add(KEEP_PROBABILITY);
        }
        mistakes.addAll(Affine.ofAll());
        mistakes.addAll(more);
        chapters.forEach(chapter -> mistakes.addAll(chapter.mistakes()));
        mistakes.addAll(OF_SATURATION);
        mistakes.sort(Comparator.comparing(Mistake::subject));
        Map<String, Mistake> byId = new LinkedHashMap<>();
        mistakes.forEach(mistake -> byId.putIfAbsent(mistake.id(), mistake));
        return List.copyOf(byId.values());
    }

    /**
     * One mistake.
     *
     * @param id its id
     * @return the mistake
     * @throws IllegalArgumentException if there is none
     */
    public static Mistake get(String id) {
        return ALL.stream()
                .filter(mistake -> mistake.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mistake is called '" + id + "'."));
    }
}
