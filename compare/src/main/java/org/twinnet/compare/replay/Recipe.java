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

    double factor(Factor factor, int layer) {
        return factors.getOrDefault(new FactorAt(factor, layer), factor.right());
    }

    boolean has(Alteration alteration, int layer) {
        return alterations.contains(new AlterationAt(alteration, layer));
    }
}
