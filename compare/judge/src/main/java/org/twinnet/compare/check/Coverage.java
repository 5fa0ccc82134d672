package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * How far what was compared carries a verdict. A trace agrees when a cost, the gradient of each layer and an update of
 * each layer were held against what the numbers before them determine, from the parameters on; what it does not hold on
 * the way is recomputed, and its mistake would show behind. A later cost of the whole run stands for all of these.
 */
final class Coverage {

    private static final int MOST_LISTED = 5;

    private final Trace trace;
    private final Replay replay;
    private final Recipe recipe;
    private final Set<TensorName> compared;
    private final Set<Integer> costs;
    private final Map<TensorName, Boolean> shownByCost = new HashMap<>();
    private final List<Phrase> open = new ArrayList<>();
    private final List<Phrase> missing = new ArrayList<>();
    private final List<Phrase> notes = new ArrayList<>();

    /**
     * Looks.
     *
     * @param trace what a network wrote down
     * @param replay the recomputed steps
     * @param recipe the formulas that they are recomputed by
     * @param compared the tensors that were compared
     * @param costs the iterations whose costs were compared
     * @param trained whether a later cost of the whole run was compared
     */
    Coverage(Trace trace, Replay replay, Recipe recipe, Set<TensorName> compared, Set<Integer> costs, boolean trained) {
        this.trace = trace;
        this.replay = replay;
        this.recipe = recipe;
        this.compared = compared;
        this.costs = costs;
        listMissing();
        if (trace.costs().isEmpty()) {
            open.add(SaidOfCheck.NO_COSTS.of());
        } else if (costs.isEmpty()) {
            open.add(SaidOfCheck.NO_COST_COMPARED.of(trace.costs().size()));
        }
        if (trace.tensors().isEmpty()) {
            open.add(SaidOfCheck.NO_TENSORS.of());
        } else if (!trained) {
            gradients();
            updates();
        }
    }

    /** What leaves the verdict open, with what would close it; nothing when all was compared that a verdict needs. */
    List<Phrase> open() {
        List<Phrase> reasons = new ArrayList<>(open);
        if (!open.isEmpty()) {
            reasons.addAll(missing);
        }
        return reasons;
    }

    /** What is worth knowing and leaves nothing open. */
    List<Phrase> notes() {
        List<Phrase> all = new ArrayList<>(notes);
        if (open.isEmpty()) {
            all.addAll(missing);
        }
        return all;
    }

    private void gradients() {
        Set<Integer> complete =
                trace.iterations().stream().filter(this::isComplete).collect(Collectors.toCollection(TreeSet::new));
        for (int l = trace.depth(); l >= 1; l--) {
            int layer = l;
            boolean shown = complete.stream()
                    .anyMatch(i -> trace.parameters(layer).stream().allMatch(parameter -> shows(parameter, layer, i)));
            if (!shown) {
                open.add(SaidOfCheck.GRADIENTS_NOT_SHOWN.of(l));
            }
        }
    }

    private boolean shows(Quantity parameter, int layer, int iteration) {
        TensorName next = new TensorName(parameter, layer, iteration + 1);
        return compared.contains(new TensorName(parameter.gradient(), layer, iteration))
                || compared.contains(next)
                || isShownByCost(next);
    }

    /**
     * Whether every number of a step is determined, so that what comes out of it rests on no number that was only
     * taken.
     */
    private boolean isComplete(int iteration) {
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity quantity : Quantity.values()) {
                boolean given = quantity.isParameter()
                        || quantity == Quantity.D
                        || quantity.isState()
                        || isOfOther(quantity, l)
                        || quantity.isRunning();
                boolean ofOutput = quantity == Quantity.dA && l == trace.depth();
                if (!given
                        && !ofOutput
                        && replay.expected(new TensorName(quantity, l, iteration))
                                .isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void updates() {
        boolean all = true;
        for (int l = 1; l <= trace.depth(); l++) {
            int layer = l;
            all &= trace.parameters(l).stream().allMatch(parameter -> isUpdated(parameter, layer));
        }
        if (!all) {
            open.add(SaidOfCheck.NO_UPDATE.of());
        }
    }

    private boolean isUpdated(Quantity parameter, int layer) {
        return compared.stream().anyMatch(name -> name.quantity() == parameter && name.layer() == layer)
                || costs.stream().anyMatch(iteration -> isShownByCost(new TensorName(parameter, layer, iteration)));
    }

    /**
     * Whether a cost is that of parameters which the trace does not hold, and which one update leads to from those that
     * it holds.
     */
    static boolean isBehindUnseenUpdate(Trace trace, int iteration) {
        return trace.holds(iteration - 1)
                && trace.tensors().keySet().stream()
                        .noneMatch(name ->
                                name.iteration() == iteration && name.quantity().isParameter());
    }

    /** Whether it is of a batch normalization that the layer does not have. */
    private boolean isOfOther(Quantity quantity, int layer) {
        return quantity.isOfNormalization() && trace.parameters(layer).size() == 2;
    }

    /**
     * Whether the cost behind an update that the trace does not hold was compared, and would tell if this parameter had
     * not been updated.
     */
    private boolean isShownByCost(TensorName parameter) {
        return costs.contains(parameter.iteration())
                && isBehindUnseenUpdate(trace, parameter.iteration())
                && shownByCost.computeIfAbsent(parameter, this::tells);
    }

    private boolean tells(TensorName parameter) {
        Part<Double> step = Replay.stepOf(parameter.quantity());
        Optional<BoundedNumber> right = replay.cost(parameter.iteration());
        Optional<BoundedNumber> without =
                new Replay(trace, recipe.with(step, parameter.layer(), Patch.factor(0))).cost(parameter.iteration());
        return right.isPresent()
                && without.isPresent()
                && Math.abs(right.get().value() - without.get().value())
                        > WholeRun.TELLING * right.get().floor();
    }

    /** Tensors of covered iterations that the trace does not hold, by the iterations that lack them. */
    private void listMissing() {
        Map<String, List<Integer>> recomputed = new LinkedHashMap<>();
        Map<String, List<Integer>> unknown = new LinkedHashMap<>();
        for (int iteration : trace.iterations()) {
            for (int l = trace.depth(); l >= 0; l--) {
                for (Quantity quantity : Quantity.values()) {
                    TensorName name = new TensorName(quantity, l, iteration);
                    if ((l > 0 || quantity == Quantity.D) && isMissed(name)) {
                        boolean known = replay.expected(name).isPresent();
                        (known ? recomputed : unknown)
                                .computeIfAbsent(quantity.name() + l, key -> new ArrayList<>())
                                .add(iteration);
                    }
                }
            }
        }
        tell(recomputed, SaidOfCheck.RECOMPUTED, notes);
        tell(unknown, SaidOfCheck.NOT_KNOWN, missing);
    }

    private boolean isMissed(TensorName name) {
        boolean output = name.layer() == trace.depth();
        return switch (name.quantity()) {
            case D ->
                !output
                        && trace.hyperParameters().keepProbability(name.layer()) < 1
                        && trace.mask(name.layer(), name.iteration()).isEmpty();
            case dA -> !output && !trace.tensors().containsKey(name);
            // what it begins with is 0, and what it becomes shows in the parameters
            default ->
                !name.quantity().isState()
                        && !name.quantity().isRunning()
                        && !isOfOther(name.quantity(), name.layer())
                        && !trace.tensors().containsKey(name);
        };
    }

    /** Names that the same iterations lack stand in one line. */
    private static void tell(Map<String, List<Integer>> byName, SaidOfCheck what, List<Phrase> lines) {
        Map<List<Integer>, List<String>> byIterations = new LinkedHashMap<>();
        byName.forEach((name, iterations) -> byIterations
                .computeIfAbsent(iterations, key -> new ArrayList<>())
                .add(name));
        byIterations.forEach((iterations, names) -> {
            SaidOfCheck of = iterations.size() == 1 ? SaidOfCheck.OF_ITERATION : SaidOfCheck.OF_ITERATIONS;
            lines.add(what.of(of.of(String.join(", ", names), shortened(iterations))));
        });
    }

    /** The first of them, and how many more there are. */
    static Phrase shortened(List<?> all) {
        String first = all.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return all.size() > MOST_LISTED
                ? SaidOfCheck.SHORTENED.of(first, all.size() - MOST_LISTED)
                : Said.NAME.of(first);
    }
}
