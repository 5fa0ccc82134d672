package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.check.bookkeeping.Convention;
import org.twinnet.compare.check.bookkeeping.FoundConvention;
import org.twinnet.compare.check.item.Ballot;
import org.twinnet.compare.check.item.Items;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * Finds the bookkeeping of a trace, before anything is called a mistake and whatever mistakes there are. Each
 * convention is decided by the tensors that it touches: those that it keeps otherwise, and those right behind them,
 * which show whether the step comes out right. One that these contradict is none.
 */
final class ConventionSearch {

    /**
     * What a bookkeeping of dA leaves to dZ, the whole first. The scale without the mask in dA is none: it is how the
     * published traces show a mask that was forgotten, whether or not a gate by A makes good for it.
     */
    static final Map<Convention, Set<Variant>> OF_ACTIVATION_GRADIENT = activationGradient();

    private final Trace trace;
    private final Ballot ballot;
    private final List<FoundConvention> found = new ArrayList<>();
    private final List<Phrase> open = new ArrayList<>();
    private final Recipe base;
    private Recipe recipe;

    /**
     * Searches.
     *
     * @param trace what a network wrote down
     * @param base the right formulas, with what is decided already
     * @param items what is to be judged of it
     * @param training what later costs say of the updates
     * @param trainsUnpenalized whether they are those of updates without the penalty
     */
    ConventionSearch(Trace trace, Recipe base, Items items, Training training, BooleanSupplier trainsUnpenalized) {
        this.trace = trace;
        this.base = base;
        this.recipe = base;
        this.ballot = new Ballot(trace, items);
        averagedEarly(training == Training.RIGHT);
        outputGradient();
        activationGradients();
        if (trace.hyperParameters().shrinks(trace.exampleCount()) > 0) {
            penalties(training == Training.RIGHT, trainsUnpenalized);
        }
        keptClipped();
        runningStatistics();
        if (training != Training.WRONG) {
            undecided(items);
        }
    }

    /** What the costs of the whole run say of its updates. */
    enum Training {
        /** They are right, which no single step need show then. */
        RIGHT,
        /** They are not. */
        WRONG,
        /** Nothing. */
        UNKNOWN
    }

    /** Where numbers are wrong as they were read so far, and all right under a bookkeeping that nothing decides. */
    private void undecided(Items items) {
        if (ballot.refutes(items.held(), recipe)) {
            Stream.concat(OpenBookkeeping.additions(trace, recipe), OpenBookkeeping.additions(trace, base))
                    .filter(other -> !ballot.refutes(items.held(), other.recipe()))
                    .findFirst()
                    .ifPresent(other -> {
                        found.removeIf(it -> !other.keeps(it, recipe));
                        recipe = other.recipe();
                        open.add(other.question());
                    });
        }
    }

    private static Map<Convention, Set<Variant>> activationGradient() {
        Map<Convention, Set<Variant>> ways = new LinkedHashMap<>();
        ways.put(Convention.DROPOUT_DA_BEFORE_MASK, Set.of(Variant.DA_BEFORE_MASK, Variant.DA_BEFORE_SCALE));
        ways.put(Convention.DROPOUT_DA_BEFORE_SCALE, Set.of(Variant.DA_BEFORE_SCALE));
        return ways;
    }

    /** The conventions of the file itself, which its reader saw. */
    static List<FoundConvention> stored(Trace trace) {
        return trace.reading().storedAs().stream()
                .sorted()
                .map(storedAs -> switch (storedAs) {
                    case EXAMPLES_AS_ROWS -> Convention.EXAMPLES_AS_ROWS;
                    case WEIGHTS_INPUTS_BY_UNITS -> Convention.WEIGHTS_INPUTS_BY_UNITS;
                    case ACTIVATION_GRADIENTS_ONE_LAYER_UP -> Convention.DA_OF_LAYER_BEFORE;
                    case LABELS_AS_CLASSES -> Convention.LABELS_AS_CLASSES;
                })
                .map(convention -> new FoundConvention(convention, List.of()))
                .toList();
    }

    /** What the trace states that is another bookkeeping than the notebook's. */
    static List<FoundConvention> stated(Trace trace) {
        List<Convention> stated = new ArrayList<>();
        Penalty penalty = trace.hyperParameters().penalty();
        if (penalty.l2Coefficient() > 0 || penalty.l1Coefficient() > 0) {
            stated.add(Convention.PENALTY_BY_COEFFICIENT);
        }
        if (penalty.over() == PenaltyOver.BATCH && (penalty.l2() > 0 || penalty.l1() > 0)) {
            stated.add(Convention.PENALTY_OVER_BATCH);
        }
        if (trace.hyperParameters().optimizer() instanceof Optimizer.Moments moments
                && moments.epsilonPlace() == EpsilonPlace.BEFORE_CORRECTION) {
            stated.add(Convention.EPSILON_BEFORE_CORRECTION);
        }
        return stated.stream()
                .map(convention -> new FoundConvention(convention, List.of()))
                .toList();
    }

    List<FoundConvention> found() {
        return List.copyOf(found);
    }

    /** The right formulas under what was found, and under what is open and may be so. */
    Recipe recipe() {
        return recipe;
    }

    /** What nothing in the trace decides, with what would. */
    List<Phrase> open() {
        return List.copyOf(open);
    }

    /**
     * Where dZ of the output is not in the trace, the next gradient shows it, however that is kept. Where no gradient
     * follows from the numbers before it, dW and db show it, if training is known to come out right.
     */
    private void averagedEarly(boolean trainsRight) {
        List<Set<Variant>> ways = new ArrayList<>(List.of(Set.of()));
        ways.addAll(OF_ACTIVATION_GRADIENT.values());
        for (Set<Variant> way : ways) {
            Recipe late = altered(recipe, way, trace.depth() - 1);
            Recipe early = late.with(Variant.AVERAGED_EARLY, 0);
            Ballot.Count kept = ballot.count(firstGradients(), late, early);
            if (!kept.isOpen()) {
                // dW and db that differ in this are a mistake of one of them
                Ballot.Count behind = ballot.count(parameterGradients(), late, early);
                if (kept.isFor() && behind.yes() >= behind.no()) {
                    foundAveragedEarly();
                }
                return;
            }
        }
        boolean shown = trainsRight
                && ways.stream()
                        .map(way -> altered(recipe, way, trace.depth() - 1).with(Variant.AVERAGED_EARLY, 0))
                        .anyMatch(early -> ballot.count(parameterGradients(), recipe, early)
                                .isFor());
        if (shown) {
            foundAveragedEarly();
        }
    }

    private void foundAveragedEarly() {
        found.add(new FoundConvention(Convention.GRADIENT_AVERAGED_EARLY, List.of()));
        recipe = recipe.with(Variant.AVERAGED_EARLY, 0);
    }

    /** dA of the output may be averaged with dZ, or not. */
    private void outputGradient() {
        Recipe averaged = recipe.with(Variant.OUTPUT_DA_AVERAGED, 0);
        List<TensorName> outputs = held(name -> name.quantity() == Quantity.dA && name.layer() == trace.depth());
        if (!found.isEmpty() && ballot.count(outputs, recipe, averaged).isFor()) {
            recipe = averaged;
        }
    }

    /** How a layer keeps dA; where dA is wrong however it is kept, what comes of it may still show how it was meant. */
    private void activationGradients() {
        Map<Convention, Set<Integer>> where = new LinkedHashMap<>();
        for (int l = trace.depth() - 1; l >= 1; l--) {
            int layer = l;
            List<TensorName> gradients = held(name -> name.quantity() == Quantity.dA && name.layer() == layer);
            Optional<Convention> way = bestWay(l, gradients, Ballot.Count::isFor, behind -> !behind.isAgainst())
                    .or(() -> bestWay(layer, gradients, Ballot.Count::isOpen, Ballot.Count::isFor));
            way.ifPresent(convention -> {
                recipe = altered(recipe, OF_ACTIVATION_GRADIENT.get(convention), layer, layer);
                where.computeIfAbsent(convention, it -> new TreeSet<>()).add(layer);
            });
        }
        where.forEach((convention, layers) -> found.add(new FoundConvention(convention, List.copyOf(layers))));
    }

    /** The way that most gradients show and fewest refute, the whole one first: where nothing is dropped, all do. */
    private Optional<Convention> bestWay(
            int layer, List<TensorName> gradients, Predicate<Ballot.Count> kept, Predicate<Ballot.Count> behind) {
        Map<Convention, Ballot.Count> ways = new LinkedHashMap<>();
        OF_ACTIVATION_GRADIENT.forEach((way, variants) -> {
            Recipe otherwise = altered(recipe, variants, layer, layer);
            Ballot.Count count = ballot.count(gradients, recipe, otherwise);
            if (!gradients.isEmpty()
                    && kept.test(count)
                    && behind.test(ballot.count(behindActivationGradient(layer), recipe, otherwise))) {
                ways.put(way, count);
            }
        });
        return ways.entrySet().stream()
                .min(Comparator.comparingInt(way -> way.getValue().no()
                        - way.getValue().yes()
                        + way.getValue().refuting()))
                .map(Map.Entry::getKey);
    }

    private void penalties(boolean trainsRight, BooleanSupplier trainsUnpenalized) {
        PenaltyPlace place = new PenaltyPlace(trace, ballot, recipe, trainsRight, trainsUnpenalized);
        for (List<Integer> layers : List.of(place.inUpdate(), place.open())) {
            for (int layer : layers) {
                recipe = recipe.with(Variant.PENALTY_IN_UPDATE, layer);
            }
        }
        if (!place.inUpdate().isEmpty()) {
            found.add(new FoundConvention(Convention.PENALTY_IN_UPDATE, place.inUpdate()));
        }
        place.question().ifPresent(open::add);
    }

    private void keptClipped() {
        if (trace.hyperParameters().experiment().clip() instanceof Clipping.None) {
            return;
        }
        Recipe clipped = recipe.with(Variant.GRADIENT_KEPT_CLIPPED, 0);
        List<TensorName> gradients = held(name -> name.quantity().isParameterGradient());
        if (ballot.count(gradients, recipe, clipped).isFor()) {
            found.add(new FoundConvention(Convention.GRADIENT_KEPT_CLIPPED, List.of()));
            recipe = clipped;
        }
    }

    /** What normalizations keep for predictions, before the batch of the iteration or behind it. */
    private void runningStatistics() {
        List<Integer> layers = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            int layer = l;
            Recipe after = recipe.with(Variant.RUNNING_KEPT_AFTER_BATCH, l);
            List<TensorName> kept = held(name -> name.quantity().isRunning() && name.layer() == layer);
            if (ballot.count(kept, recipe, after).isFor()) {
                layers.add(l);
                recipe = after;
            }
        }
        if (!layers.isEmpty()) {
            found.add(new FoundConvention(Convention.RUNNING_STATISTICS_AFTER_BATCH, layers));
        }
    }

    private static Recipe altered(Recipe recipe, Set<Variant> variants, int last) {
        return altered(recipe, variants, 1, last);
    }

    static Recipe altered(Recipe recipe, Set<Variant> variants, int first, int last) {
        Recipe altered = recipe;
        for (Variant variant : variants) {
            for (int l = first; l <= last; l++) {
                altered = altered.with(variant, l);
            }
        }
        return altered;
    }

    /** Of each iteration the gradient that is nearest to the output. */
    private List<TensorName> firstGradients() {
        Map<Integer, TensorName> first = new LinkedHashMap<>();
        for (TensorName name : held(name -> (name.quantity() == Quantity.dZ && name.layer() >= 1)
                || (name.quantity() == Quantity.dA && name.layer() < trace.depth()))) {
            first.merge(name.iteration(), name, (a, b) -> distance(a) <= distance(b) ? a : b);
        }
        return List.copyOf(first.values());
    }

    private int distance(TensorName name) {
        return 2 * (trace.depth() - name.layer()) - (name.quantity() == Quantity.dA ? 1 : 0);
    }

    /** dW and db, or in their place the parameters that they lead to. */
    private List<TensorName> parameterGradients() {
        return held(name ->
                name.quantity().isParameterGradient() || (name.quantity().isParameter() && !holdsGradient(name)));
    }

    private boolean holdsGradient(TensorName parameter) {
        return trace.tensor(parameter.quantity().gradient(), parameter.layer(), parameter.iteration() - 1)
                .isPresent();
    }

    /** dZ of the layer; where an iteration does not hold it, what comes of it. */
    private List<TensorName> behindActivationGradient(int layer) {
        Set<Integer> shown = held(name -> name.quantity() == Quantity.dZ && name.layer() == layer).stream()
                .map(TensorName::iteration)
                .collect(Collectors.toSet());
        return held(name -> shown.contains(name.iteration())
                ? name.quantity() == Quantity.dZ && name.layer() == layer
                : switch (name.quantity()) {
                    case dW, db, dgamma, dbeta -> name.layer() == layer;
                    case dA -> name.layer() == layer - 1;
                    default -> false;
                });
    }

    private List<TensorName> held(Predicate<TensorName> which) {
        return trace.tensors().keySet().stream().filter(which).toList();
    }
}
