package org.twinnet.compare.check.bookkeeping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.Tally;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.loss.LossParts;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/**
 * A trace as its own numbers say that it is meant, where it leaves something unsaid. What it states is never decided
 * otherwise; where the numbers do not decide, the default stands.
 *
 * @param trace the trace, stating what was decided
 * @param recipe the right formulas, with what no statement can say
 * @param found what was decided and no statement can say, or none does
 * @param open what may be meant otherwise and nothing decides
 */
public record Understanding(Trace trace, Recipe recipe, List<FoundConvention> found, List<Phrase> open) {

    private static final String PLACE = "optimizer.epsilon_place";
    private static final String BEFORE = "before-correction";

    /**
     * Copies the lists.
     *
     * @param trace the trace
     * @param recipe the right formulas
     * @param found what was decided
     * @param open what nothing decides
     */
    public Understanding {
        found = List.copyOf(found);
        open = List.copyOf(open);
    }

    /**
     * Reads a trace as it is meant.
     *
     * @param trace a trace with its masks
     * @return what its numbers decide
     */
    public static Understanding of(Trace trace) {
        Understanding plain = new Understanding(trace, Recipe.RIGHT, List.of(), List.of());
        return plain.withIterations().withLoss().withUpdate().withCost();
    }

    /**
     * The same of the trace as it was written, before any mask was read off it.
     *
     * @param written the trace that was read
     * @return that trace, stating what was decided
     */
    public Trace stated(Trace written) {
        boolean fromOne = found.stream().anyMatch(it -> it.convention() == Convention.ITERATIONS_FROM_1);
        Trace counted = fromOne ? written.fromZero() : written;
        return counted.with(counted.tensors(), trace.costs()).with(trace.hyperParameters());
    }

    /**
     * The other ways in which a trace may be meant: what no number decides where a mistake stands in the way.
     *
     * @param trace a trace that no known mistake explains
     * @return the same trace, stating something that it leaves open
     */
    public static List<Trace> others(Trace trace) {
        Understanding plain = new Understanding(trace, Recipe.RIGHT, List.of(), List.of());
        return plain.leaves(LeftOpen.EPSILON_PLACE) && trace.hyperParameters().optimizer() instanceof Optimizer.Moments
                ? List.of(plain.stating(PLACE, BEFORE).trace())
                : List.of();
    }

    private boolean leaves(LeftOpen open) {
        return trace.reading().leftOpen().contains(open);
    }

    private Understanding with(Variant variant, Convention convention) {
        return decided(trace, recipe.with(variant, 0), convention);
    }

    private Understanding decided(Trace other, Recipe otherRecipe, Convention convention) {
        List<FoundConvention> more = new ArrayList<>(found);
        more.add(new FoundConvention(convention, List.of()));
        return new Understanding(other, otherRecipe, more, open);
    }

    private Understanding stating(String key, String value) {
        HyperParameters hyper = trace.hyperParameters();
        return new Understanding(
                trace.with(new HyperParameters(ExperimentTree.with(hyper.experiment(), Map.of(key, value)))),
                recipe,
                found,
                open);
    }

    private Tally count(Predicate<Item> which) {
        return count(which, recipe);
    }

    private Tally count(Predicate<Item> which, Recipe under) {
        return Tally.of(trace, under, which);
    }

    /** Whether iterations are counted from 1: where no number decides, those of the costs are. */
    private Understanding withIterations() {
        int first = trace.tensors().isEmpty() ? 0 : trace.iterations().first();
        boolean costsToo = !trace.costs().isEmpty() && trace.costs().get(0).iteration() == 1;
        boolean possible = first == 1 && (costsToo || trace.costs().isEmpty());
        if (!possible) {
            return this;
        }
        Understanding counted = decided(trace.fromZero(), recipe, Convention.ITERATIONS_FROM_1);
        int better = withUpdate().updatesAmiss() - counted.withUpdate().updatesAmiss();
        return better > 0 || (better == 0 && costsToo) ? counted : this;
    }

    /** The costs that the parameters of the trace determine, or one update behind them. */
    private Predicate<Item> nearCosts() {
        Set<Integer> held = Set.copyOf(trace.iterations());
        return item -> item.isCost() && (held.contains(item.iteration()) || held.contains(item.iteration() - 1));
    }

    private static boolean isOfUpdate(Item item) {
        return item.tensor()
                .map(name -> name.quantity())
                .filter(it -> it == Quantity.W || it == Quantity.b || it.isState())
                .isPresent();
    }

    /** The first tensors of the backward pass that each iteration holds. */
    private boolean isOutputGradient(Item item) {
        boolean shown = trace.tensors().keySet().stream()
                .anyMatch(name -> name.quantity() == Quantity.dZ && name.layer() == trace.depth());
        return item.tensor()
                .filter(name -> name.layer() == trace.depth())
                .map(name -> name.quantity())
                .filter(it -> it == (shown ? Quantity.dZ : Quantity.db))
                .isPresent();
    }

    /** Squared errors of any scale, where cost and gradient have the same. */
    private Understanding withLoss() {
        boolean squared = trace.hyperParameters().experiment().loss() instanceof Loss.MeanSquaredError;
        if (!leaves(LeftOpen.LOSS) || !squared || trace.depth() < 1) {
            return this;
        }
        int outputs = trace.layerSizes().get(trace.depth());
        List<Understanding> scales = new ArrayList<>(List.of(this));
        if (outputs != 2) {
            Understanding quadratic = stating("loss", "quadratic");
            scales.add(quadratic.decided(quadratic.trace, recipe, Convention.SQUARED_ERROR_HALVED));
        }
        if (outputs > 1) {
            scales.add(scaled(outputs, Convention.SQUARED_ERROR_SUMMED_OVER_OUTPUTS));
            scales.add(scaled(0.5, Convention.SQUARED_ERROR_MEAN_HALVED));
        }
        return scales.stream().filter(Understanding::hasLossRight).findFirst().orElse(this);
    }

    private Understanding scaled(double factor, Convention convention) {
        return decided(
                trace,
                recipe.with(LossParts.COST, 0, Patch.factor(factor, ScaledLossTheory::new))
                        .with(LossParts.GRADIENT, trace.depth(), Patch.factor(factor, ScaledLossTheory::new)),
                convention);
    }

    private boolean hasLossRight() {
        // the others are those of an update, which may have a mistake of its own
        Tally costs = count(item -> item.isCost() && trace.holds(item.iteration()));
        Tally late = count(this::isOutputGradient);
        Tally early = count(this::isOutputGradient, recipe.with(Variant.AVERAGED_EARLY, 0));
        Tally gradients = late.balance() >= early.balance() ? late : early;
        return costs.differ().isEmpty()
                && !costs.agree().isEmpty()
                && gradients.differ().isEmpty()
                && !gradients.agree().isEmpty();
    }

    /** What the optimizer carries, and where its ε stands; with the penalty in the gradient, or in the update. */
    private Understanding withUpdate() {
        Optimizer optimizer = trace.hyperParameters().optimizer();
        List<Understanding> ways = new ArrayList<>(List.of(this));
        if (optimizer instanceof Optimizer.Momentum || optimizer instanceof Optimizer.Nesterov) {
            ways.add(with(Variant.VELOCITY_HOLDS_RATE, Convention.VELOCITY_HOLDS_RATE));
            ways.add(with(Variant.VELOCITY_HOLDS_NEGATIVE_RATE, Convention.VELOCITY_HOLDS_NEGATIVE_RATE));
        }
        if (optimizer instanceof Optimizer.Moments && leaves(LeftOpen.EPSILON_PLACE)) {
            ways.add(stating(PLACE, BEFORE));
        }
        return ways.size() == 1
                ? this
                : ways.stream()
                        .min(Comparator.comparingInt(Understanding::updatesAmiss))
                        .orElseThrow();
    }

    private int updatesAmiss() {
        Recipe beside = penalizedInUpdate(recipe);
        int balance = count(Understanding::isOfUpdate).balance();
        return -(beside.equals(recipe)
                ? balance
                : Math.max(balance, count(Understanding::isOfUpdate, beside).balance()));
    }

    private Recipe penalizedInUpdate(Recipe of) {
        Recipe beside = of;
        for (int l = 1; trace.hyperParameters().penalty().isOn() && l <= trace.depth(); l++) {
            beside = beside.with(Variant.PENALTY_IN_UPDATE, l);
        }
        return beside;
    }

    /** Which iteration and batches a cost is of, and whether a penalty that the update adds is in it. */
    private Understanding withCost() {
        Tally plain = count(nearCosts());
        if (plain.differ().isEmpty()) {
            return this;
        }
        Optional<Understanding> best = Optional.empty();
        Tally most = plain;
        for (Understanding way : allWaysOfCosts()) {
            Tally tally = way.count(way.nearCosts());
            if (tally.balance() > most.balance()
                    && tally.agree().size() > plain.agree().size()) {
                best = Optional.of(way);
                most = tally;
            }
        }
        return best.orElse(this);
    }

    private List<Understanding> waysOfCosts() {
        List<Understanding> ways = new ArrayList<>(List.of(this));
        if (hasEpochs()) {
            ways.add(with(Variant.COST_OF_EPOCH, Convention.COST_MEAN_OF_EPOCH));
            ways.add(with(Variant.COST_OF_EPOCH_BY_EXAMPLES, Convention.COST_MEAN_OF_EPOCH));
        }
        if (!trace.batches().areFull()) {
            ways.add(with(Variant.COST_OF_ALL_EXAMPLES, Convention.COST_OF_ALL_EXAMPLES));
        }
        for (Understanding way : List.copyOf(ways)) {
            // a batch's cost behind its own update is of no use to anybody
            if (trace.batches().areFull() || way.recipe.has(Variant.COST_OF_ALL_EXAMPLES, 0)) {
                ways.add(way.withCosts(1, Convention.COST_AFTER_UPDATE));
            }
            if (trace.costs().get(0).iteration() > 0) {
                ways.add(way.withCosts(-1, Convention.COSTS_FROM_1));
            }
        }
        return withoutPenalty(ways);
    }

    /** And the same ways where the update adds a penalty, which the cost leaves out. */
    private List<Understanding> withoutPenalty(List<Understanding> ways) {
        List<Understanding> all = new ArrayList<>(ways);
        if (addsByCoefficient() && addsInUpdate()) {
            ways.forEach(way -> all.add(way.with(Variant.PENALTY_NOT_IN_COST, Convention.PENALTY_NOT_IN_COST)));
        }
        return all;
    }

    private boolean hasEpochs() {
        return !trace.batches().areFull()
                && trace.hyperParameters().experiment().batches().perEpoch(trace.exampleCount()) > 1;
    }

    /**
     * The ways in which costs of batches may be meant, where no tensor of the trace tells: a run decides.
     *
     * @return none where tensors tell, or each iteration sees all examples
     */
    public List<Understanding> openWaysOfCosts() {
        boolean open = !trace.batches().areFull()
                && !trace.costs().isEmpty()
                && count(nearCosts()).agree().isEmpty();
        return open ? allWaysOfCosts() : List.of();
    }

    private List<Understanding> allWaysOfCosts() {
        return Stream.concat(waysOfCosts().stream(), waysOfCountedEpochs().stream())
                .toList();
    }

    /**
     * The way in which a penalty that the update adds is in no cost, where no cost agrees as it stands.
     *
     * @return none where the cost is known to hold it
     */
    public Stream<Understanding> withoutPenalty() {
        boolean open = addsByCoefficient()
                && addsInUpdate()
                && !recipe.has(Variant.PENALTY_NOT_IN_COST, 0)
                && !trace.costs().isEmpty()
                && count(nearCosts()).agree().isEmpty();
        return open ? withoutPenalty(List.of(this)).stream().skip(1) : Stream.empty();
    }

    /**
     * Costs numbered by epochs, from 0 or 1: of their last batch, the mean of their batches, or of all examples behind.
     */
    private List<Understanding> waysOfCountedEpochs() {
        int first = trace.costs().get(0).iteration();
        if (!hasEpochs() || first > 1) {
            return List.of();
        }
        int n = trace.hyperParameters().experiment().batches().perEpoch(trace.exampleCount());
        Trace ends = trace.with(trace.tensors(), trace.costsAt(epoch -> (epoch - first) * n + n - 1));
        Understanding last = decided(ends, recipe, Convention.COSTS_BY_EPOCH);
        return withoutPenalty(List.of(
                last.with(Variant.COST_OF_EPOCH, Convention.COST_MEAN_OF_EPOCH),
                last.with(Variant.COST_OF_EPOCH_BY_EXAMPLES, Convention.COST_MEAN_OF_EPOCH),
                last.with(Variant.COST_OF_ALL_EXAMPLES, Convention.COST_OF_ALL_EXAMPLES)
                        .withCosts(1, Convention.COST_AFTER_UPDATE),
                last));
    }

    /**
     * Whether the costs were numbered by epochs.
     *
     * @return true where they are told for iterations now
     */
    public boolean countsEpochs() {
        return found.stream().anyMatch(it -> it.convention() == Convention.COSTS_BY_EPOCH);
    }

    /**
     * The same with the question what its costs are of.
     *
     * @return what nothing decides
     */
    public Understanding asking() {
        List<Phrase> more = new ArrayList<>(open);
        more.add(SaidOfCheck.EPOCH_COSTS.of());
        return new Understanding(trace, recipe, found, more);
    }

    /**
     * The same where no run decides either.
     *
     * @return costs of whole epochs as what they most likely are, and with the question
     */
    public Understanding withOpenCosts() {
        if (!hasEpochs() || !isOncePerEpoch()) {
            return this;
        }
        return new Understanding(trace, recipe.with(Variant.COST_OF_EPOCH, 0), found, open).asking();
    }

    private Understanding withCosts(int later, Convention convention) {
        return decided(trace.with(trace.tensors(), trace.costsMoved(later)), recipe, convention);
    }

    private boolean isOncePerEpoch() {
        int n = trace.hyperParameters().experiment().batches().perEpoch(trace.exampleCount());
        List<Integer> places = trace.costs().stream()
                .map(cost -> cost.iteration() % n)
                .distinct()
                .toList();
        return trace.costs().size() > 1 && (places.equals(List.of(n - 1)) || places.equals(List.of(0)));
    }

    private boolean addsByCoefficient() {
        Penalty penalty = trace.hyperParameters().penalty();
        return penalty.l2() == 0 && penalty.l1() == 0 && penalty.isOn();
    }

    /** What no cost need hold: the gradients that are kept do not hold it either, and the updates add it. */
    private boolean addsInUpdate() {
        Predicate<Item> weights =
                item -> item.quantity().equals("dW") || item.quantity().equals("W");
        Recipe beside = penalizedInUpdate(recipe);
        Recipe early = recipe.with(Variant.AVERAGED_EARLY, 0);
        int kept = Math.max(count(weights).balance(), count(weights, early).balance());
        int added = Math.max(
                count(weights, beside).balance(),
                count(weights, penalizedInUpdate(early)).balance());
        return added > kept;
    }
}
