package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.Tally;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The experiment that a trace states nowhere, as far as its numbers show it. The trace was judged by the defaults all
 * the same: what is found is for its writer to state.
 */
final class MeantExperiment {

    private static final List<String> ACTIVATIONS =
            List.of("tanh", "sigmoid", "leaky-relu", "elu", "softplus", "gelu", "swish", "identity");
    private static final List<Double> MOMENTA = List.of(0.9, 0.5, 0.8, 0.95, 0.99);
    private static final List<Double> EPSILONS = List.of(1e-8, 1e-7);
    private static final int MOST_COSTS = 100;

    private final Trace trace;
    private final SortedSet<Integer> iterations;
    private final List<Phrase> found = new ArrayList<>();
    private StatedChoices best;
    private int most;

    private MeantExperiment(Trace whole) {
        this.iterations = whole.iterations();
        // of the costs those suffice that stand beside tensors
        this.trace = whole.with(
                whole.tensors(),
                whole.costs().stream()
                        .filter(cost -> cost.iteration() <= MOST_COSTS || iterations.contains(cost.iteration()))
                        .toList());
        HyperParameters hyper = trace.hyperParameters();
        this.best = new StatedChoices(
                "relu",
                "sigmoid",
                "binary-cross-entropy",
                optimizer("gradient-descent", hyper.learningRate()),
                hyper.lambda() == 0 ? Map.of() : Map.of("l2", hyper.lambda()));
    }

    /**
     * Looks for it.
     *
     * @param trace a trace that states no experiment and disagrees with the defaults
     * @param byDefaults what is wrong with it by the defaults
     * @return what its numbers show; empty where they show nothing but the defaults, or explain no more than these
     */
    static Optional<Diagnosis> of(Trace trace, List<Diagnosis> byDefaults) {
        return trace.depth() < 1 ? Optional.empty() : new MeantExperiment(trace).told(isUnknown(byDefaults));
    }

    private static boolean isUnknown(List<Diagnosis> diagnosis) {
        return diagnosis.stream().anyMatch(answer -> answer.id().equals(Diagnosis.UNKNOWN));
    }

    private Optional<Diagnosis> told(boolean isUnknown) {
        outputs();
        hidden();
        optimizers();
        penalties();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CheckResult meant = TraceJudge.judge(stating(best.of(trace).orElseThrow()));
        boolean agrees = meant.verdict() == Status.AGREE;
        List<Diagnosis> left = Diagnostician.diagnose(meant);
        if (!agrees && (!isUnknown || left.isEmpty() || isUnknown(left))) {
            return Optional.empty();
        }
        boolean instead = best.penalty().containsKey("l2_coefficient");
        Phrase entry = (instead ? SaidOfCheck.ENTRY_INSTEAD : SaidOfCheck.ENTRY).of(best.json(trace.depth()));
        Phrase sentence = Said.sentences(List.of(
                SaidOfCheck.HELD_TO_DEFAULTS.of(
                        found.stream().reduce(SaidOfCheck.AND_THAT::of).orElseThrow()),
                (agrees ? SaidOfCheck.WOULD_AGREE : SaidOfCheck.WOULD_BE_NEARER).of(entry),
                wrongThen(left)));
        return Optional.of(new Diagnosis(
                Diagnosis.EXPERIMENT_NOT_STATED, List.of(), OptionalDouble.empty(), List.of(), 0, 0, sentence));
    }

    /** Judged as a trace that states it. */
    private Trace stating(Trace meant) {
        Reading reading = trace.reading();
        Set<LeftOpen> open = new HashSet<>(reading.leftOpen());
        open.remove(LeftOpen.EXPERIMENT);
        return meant.with(reading.stating(open));
    }

    private static Phrase wrongThen(List<Diagnosis> diagnosis) {
        return diagnosis.isEmpty()
                ? Phrase.NOTHING
                : SaidOfCheck.WRONG_THEN.of(
                        diagnosis.stream().map(Diagnosis::id).collect(Collectors.joining(", ")));
    }

    private static Map<String, Object> optimizer(String kind, double rate) {
        Map<String, Object> optimizer = new LinkedHashMap<>();
        optimizer.put("kind", kind);
        optimizer.put("learning_rate", rate);
        return optimizer;
    }

    private static Map<String, Object> optimizer(String kind, double rate, String key, Object value) {
        Map<String, Object> optimizer = optimizer(kind, rate);
        optimizer.put(key, value);
        return optimizer;
    }

    /** How many items agree beyond those that do not, whichever common bookkeeping shows the most. */
    private int balance(StatedChoices stated, Predicate<Item> which) {
        Optional<Trace> meant = stated.of(trace);
        if (meant.isEmpty()) {
            return Integer.MIN_VALUE;
        }
        int balance = Integer.MIN_VALUE;
        for (Recipe recipe : bookkeepings(stated)) {
            balance = Math.max(balance, Tally.of(meant.get(), recipe, which).balance());
        }
        return balance;
    }

    private List<Recipe> bookkeepings(StatedChoices stated) {
        Recipe beside = Recipe.RIGHT;
        for (int l = 1; l <= trace.depth(); l++) {
            beside = beside.with(Variant.PENALTY_IN_UPDATE, l);
        }
        List<Recipe> all = new ArrayList<>(List.of(
                Recipe.RIGHT,
                Recipe.RIGHT.with(Variant.AVERAGED_EARLY, 0),
                beside,
                beside.with(Variant.AVERAGED_EARLY, 0)));
        boolean carries =
                Set.of("momentum", "nesterov").contains(stated.optimizer().get("kind"));
        if (carries && trace.tensors().keySet().stream().anyMatch(name -> name.quantity() == Quantity.vW)) {
            all.add(Recipe.RIGHT.with(Variant.VELOCITY_HOLDS_RATE, 0));
            all.add(Recipe.RIGHT.with(Variant.VELOCITY_HOLDS_NEGATIVE_RATE, 0));
        }
        return all;
    }

    private void start(Predicate<Item> which) {
        most = balance(best, which);
    }

    private boolean isBetter(StatedChoices other, Predicate<Item> which) {
        int balance = balance(other, which);
        if (balance <= most) {
            return false;
        }
        most = balance;
        best = other;
        return true;
    }

    private boolean isOf(Item item, int layer, Quantity... quantities) {
        return item.tensor()
                .filter(name -> name.layer() == layer && List.of(quantities).contains(name.quantity()))
                .isPresent();
    }

    private void outputs() {
        int L = trace.depth();
        Predicate<Item> which = item -> isOf(item, L, Quantity.A, Quantity.dA, Quantity.dZ, Quantity.db)
                || (item.tensor().isEmpty() && iterations.contains(item.iteration()));
        start(which);
        StatedChoices before = best;
        Phrase told = Phrase.NOTHING;
        if (isBetter(before.withOutput("softmax", "softmax-cross-entropy"), which)) {
            told = SaidOfCheck.SHOWS_SOFTMAX.of();
        }
        for (String activation : List.of("identity", "sigmoid", "tanh", "relu")) {
            for (String loss : List.of("mean-squared-error", "quadratic")) {
                if (isBetter(before.withOutput(activation, loss), which)) {
                    told = SaidOfCheck.SHOWS_OUTPUT.of(activation, loss);
                }
            }
        }
        add(told);
    }

    private void add(Phrase told) {
        if (!told.isNothing()) {
            found.add(told);
        }
    }

    private void hidden() {
        Predicate<Item> which =
                item -> item.layer().filter(l -> l < trace.depth()).isPresent()
                        && !item.quantity().equals("W")
                        && !item.quantity().equals("b");
        start(which);
        StatedChoices before = best;
        Phrase told = Phrase.NOTHING;
        for (String activation : ACTIVATIONS) {
            if (isBetter(before.withHidden(activation), which)) {
                boolean negative = activation.equals("tanh") && isNegative();
                told = (negative ? SaidOfCheck.SHOWS_NEGATIVE : SaidOfCheck.SHOWS_HIDDEN).of(activation);
            }
        }
        add(told);
    }

    private boolean isNegative() {
        return trace.tensors().entrySet().stream()
                .filter(entry -> entry.getKey().quantity() == Quantity.A
                        && entry.getKey().layer() < trace.depth())
                .anyMatch(entry -> Arrays.stream(entry.getValue().values().toArray())
                        .flatMapToDouble(Arrays::stream)
                        .anyMatch(a -> a < 0));
    }

    private void penalties() {
        double lambda = trace.hyperParameters().lambda();
        if (lambda == 0) {
            return;
        }
        Predicate<Item> which = item -> item.quantity().equals("dW")
                || item.quantity().equals("W")
                || (item.tensor().isEmpty() && iterations.contains(item.iteration()));
        start(which);
        StatedChoices before = best;
        Phrase told = Phrase.NOTHING;
        for (double c : new double[] {lambda, 2 * lambda}) {
            if (isBetter(before.withPenalty(Map.of("l2_coefficient", c)), which)) {
                told = (c == lambda ? SaidOfCheck.SHOWS_PENALTY : SaidOfCheck.SHOWS_PENALTY_TWICE).of();
            }
        }
        add(told);
    }

    private void optimizers() {
        Predicate<Item> which = item -> item.tensor()
                .filter(name -> name.quantity() == Quantity.W || name.quantity() == Quantity.b)
                .isPresent();
        start(which);
        StatedChoices before = best;
        Phrase told = Phrase.NOTHING;
        boolean assumed = trace.reading().rateAssumed();
        double stated = trace.hyperParameters().learningRate();
        double shown = assumed ? shownRate().orElse(stated) : stated;
        if (assumed && isBetter(before.withOptimizer(optimizer("gradient-descent", shown)), which)) {
            told = SaidOfCheck.SHOWS_RATE.of(shown);
        }
        for (double momentum : MOMENTA) {
            for (String kind : List.of("momentum", "nesterov")) {
                if (isBetter(before.withOptimizer(optimizer(kind, shown, "momentum", momentum)), which)) {
                    told = SaidOfCheck.SHOWS_MOMENTUM.of(kind, momentum);
                }
            }
            Map<String, Object> average = optimizer("momentum", stated, "momentum", momentum);
            average.put("average", true);
            if (isBetter(before.withOptimizer(average), which)) {
                told = SaidOfCheck.SHOWS_AVERAGE.of(momentum);
            }
        }
        for (double epsilon : EPSILONS) {
            for (String kind : List.of("adam", "amsgrad", "rmsprop", "adagrad")) {
                if (isBetter(before.withOptimizer(optimizer(kind, stated, "epsilon", epsilon)), which)) {
                    told = SaidOfCheck.SHOWS_OPTIMIZER.of(kind);
                }
            }
            for (String kind : List.of("adam", "amsgrad")) {
                Map<String, Object> keras = optimizer(kind, stated, "epsilon", epsilon);
                keras.put("epsilon_place", "before-correction");
                if (isBetter(before.withOptimizer(keras), which)) {
                    told = SaidOfCheck.SHOWS_KERAS.of(kind);
                }
            }
        }
        add(told);
    }

    /** −ΔW/dW of the first update, where dW is largest; a first step has no velocity yet. */
    private Optional<Double> shownRate() {
        Optional<Double> rate = Optional.empty();
        double largest = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            Optional<Matrix> dW = values(Quantity.dW, l, 0);
            Optional<Matrix> W0 = values(Quantity.W, l, 0);
            Optional<Matrix> W1 = values(Quantity.W, l, 1);
            for (int r = 0;
                    dW.isPresent()
                            && W0.isPresent()
                            && W1.isPresent()
                            && r < dW.get().rows();
                    r++) {
                for (int c = 0; c < dW.get().columns(); c++) {
                    double g = dW.get().get(r, c);
                    if (Math.abs(g) > largest) {
                        largest = Math.abs(g);
                        rate = Optional.of((W0.get().get(r, c) - W1.get().get(r, c)) / g);
                    }
                }
            }
        }
        return rate.filter(it -> Double.isFinite(it) && it > 0).map(Fit::simple);
    }

    private Optional<Matrix> values(Quantity quantity, int layer, int iteration) {
        return Optional.ofNullable(trace.tensors().get(new TensorName(quantity, layer, iteration)))
                .map(TraceTensor::values);
    }
}
