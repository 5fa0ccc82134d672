package org.twinnet.compare.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a training step is computed: by the notebook's formulas, except for what is stated here.
 *
 * @param factors the factors that are not right, by place
 * @param alterations the altered formulas
 */
public record Recipe(Map<FactorAt, Double> factors, Set<AlterationAt> alterations) {

    /** The notebook's formulas. */
    public static final Recipe RIGHT = new Recipe(Map.of(), Set.of());

    /**
     * A factor of one layer.
     *
     * @param factor which
     * @param layer layer, from 1; 0 for the input and the cost
     */
    public record FactorAt(Factor factor, int layer) {}

    /**
     * An altered formula of one layer.
     *
     * @param alteration which
     * @param layer layer, from 1; 0 for the input and the cost
     */
    public record AlterationAt(Alteration alteration, int layer) {}

    /**
     * Copies the collections.
     *
     * @param factors the factors that are not right
     * @param alterations the altered formulas
     */
    public Recipe {
        factors = Map.copyOf(factors);
        alterations = Set.copyOf(alterations);
    }

    /**
     * The same with one factor set.
     *
     * @param factor which
     * @param layer its layer
     * @param value its value
     * @return a new recipe
     */
    public Recipe with(Factor factor, int layer, double value) {
        Map<FactorAt, Double> more = new HashMap<>(factors);
        more.put(new FactorAt(factor, layer), value);
        return new Recipe(more, alterations);
    }

    /**
     * The same with one formula altered.
     *
     * @param alteration which
     * @param layer its layer
     * @return a new recipe
     */
    public Recipe with(Alteration alteration, int layer) {
        Set<AlterationAt> more = new HashSet<>(alterations);
        more.add(new AlterationAt(alteration, layer));
        return new Recipe(factors, more);
    }

    /**
     * Both at once.
     *
     * @param other another recipe
     * @return a new recipe; empty when both speak of the same place
     */
    public Optional<Recipe> and(Recipe other) {
        Map<FactorAt, Double> bothFactors = new HashMap<>(factors);
        bothFactors.putAll(other.factors);
        Set<AlterationAt> bothAlterations = new HashSet<>(alterations);
        bothAlterations.addAll(other.alterations);
        boolean apart = bothFactors.size() == factors.size() + other.factors.size()
                && bothAlterations.size() == alterations.size() + other.alterations.size();
        return apart ? Optional.of(new Recipe(bothFactors, bothAlterations)) : Optional.empty();
    }

    /**
     * Whether it makes all the changes of another one, and more.
     *
     * @param other another recipe
     * @return true if the other one is a part of it
     */
    public boolean exceeds(Recipe other) {
        return !equals(other)
                && factors.entrySet().containsAll(other.factors.entrySet())
                && alterations.containsAll(other.alterations);
    }

    /**
     * The same upon other formulas than the notebook's: factors of both multiply, those that the notebook does not have
     * are this recipe's.
     *
     * @param base the formulas that this recipe changes
     * @return a new recipe
     */
    public Recipe on(Recipe base) {
        Map<FactorAt, Double> both = new HashMap<>(base.factors);
        factors.forEach(
                (at, value) -> both.merge(at, value, (below, own) -> at.factor().right() == 1 ? below * own : own));
        Set<AlterationAt> all = new HashSet<>(base.alterations);
        all.addAll(alterations);
        return new Recipe(both, all);
    }

    /**
     * Whether the network comes to the notebook's parameters: nothing but the cost is computed otherwise, whatever the
     * bookkeeping.
     *
     * @return true if each step comes out right
     */
    public boolean trainsRight() {
        return factors.keySet().stream().allMatch(at -> at.factor().isOfCost())
                && alterations.stream()
                        .map(AlterationAt::alteration)
                        .allMatch(alteration -> alteration.isOfCost() || alteration.isBookkeeping());
    }

    /**
     * Whether the update is computed otherwise.
     *
     * @return true if a factor of the update or the optimizer is another one
     */
    public boolean isOfUpdate() {
        return factors.keySet().stream().anyMatch(at -> at.factor().isOfUpdate())
                || alterations.stream().anyMatch(at -> at.alteration().isOfUpdate());
    }

    /**
     * Whether a mask is read off the trace's own numbers, which then tell nothing of themselves.
     *
     * @return true if something in the formulas is not known but by what they are held against
     */
    public boolean readsOff() {
        return alterations.stream()
                .map(AlterationAt::alteration)
                .anyMatch(alteration ->
                        alteration == Alteration.MASK_REDRAWN_BACKWARD || alteration == Alteration.INPUT_DROPPED);
    }

    double factor(Factor factor, int layer) {
        return factors.getOrDefault(new FactorAt(factor, layer), factor.right());
    }

    boolean has(Alteration alteration, int layer) {
        return alterations.contains(new AlterationAt(alteration, layer));
    }
}
