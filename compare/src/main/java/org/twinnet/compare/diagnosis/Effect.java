package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;
import org.twinnet.compare.replay.Recipe;

/** What a mistake does to the formulas of a layer. */
sealed interface Effect {

    /**
     * The mistake as a recipe.
     *
     * @param recipe the formulas with the mistake put in
     * @param factor the factor to be told, where the mistake is one
     */
    record Resolved(Recipe recipe, OptionalDouble factor) {}

    /** Makes the mistake in some layers; empty where its unknown number cannot be found out. */
    Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit);

    /** Whether a number has to be found out from the trace, which explains less than a mistake without one. */
    boolean isFitted();

    /** One step that changes a recipe. */
    @FunctionalInterface
    interface Change {
        Recipe apply(Recipe recipe, Setting setting, int layer);

        default Recipe in(List<Integer> layers, Setting setting) {
            Recipe recipe = Recipe.RIGHT;
            for (int layer : layers) {
                recipe = apply(recipe, setting, layer);
            }
            return recipe;
        }

        default Change and(Change next) {
            return (recipe, setting, layer) -> next.apply(apply(recipe, setting, layer), setting, layer);
        }
    }

    /**
     * A change without anything to be found out.
     *
     * @param change the change
     * @param factor the factor to be told, where the mistake is one
     */
    record Fixed(Change change, ToDoubleFunction<Setting> factor) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            double value = factor.applyAsDouble(setting);
            OptionalDouble told = Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
            return Optional.of(new Resolved(change.in(layers, setting), told));
        }

        @Override
        public boolean isFitted() {
            return false;
        }
    }

    /**
     * Factors that all have one unknown value, on which the numbers depend linearly.
     *
     * @param factors the factors
     */
    record Scaled(List<Factor> factors) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            return resolved(value -> recipe(layers, value), fit::linear);
        }

        private Recipe recipe(List<Integer> layers, double value) {
            Recipe recipe = Recipe.RIGHT;
            for (int layer : layers) {
                for (Factor factor : factors) {
                    recipe = recipe.with(factor, layer, value);
                }
            }
            return recipe;
        }

        @Override
        public boolean isFitted() {
            return true;
        }
    }

    /**
     * A small unknown number inside the logarithm of the cost, which the cost falls with.
     *
     * @param factor the number
     * @param change what else the mistake changes
     */
    record InsideLogarithm(Factor factor, Change change) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            return resolved(value -> change.in(layers, setting).with(factor, 0, value), fit::insideLogarithm);
        }

        @Override
        public boolean isFitted() {
            return true;
        }
    }

    private static Optional<Resolved> resolved(
            DoubleFunction<Recipe> recipe, Function<DoubleFunction<Recipe>, OptionalDouble> fit) {
        OptionalDouble value = fit.apply(recipe);
        return value.isPresent()
                ? Optional.of(new Resolved(recipe.apply(value.getAsDouble()), value))
                : Optional.empty();
    }

    static Change nothing() {
        return (recipe, setting, layer) -> recipe;
    }

    static Change alter(Alteration... alterations) {
        return (recipe, setting, layer) -> {
            Recipe changed = recipe;
            for (Alteration alteration : alterations) {
                changed = changed.with(alteration, layer);
            }
            return changed;
        };
    }

    static Change set(Factor factor, ToDoubleFunction<Setting> value) {
        return (recipe, setting, layer) -> recipe.with(factor, layer, value.applyAsDouble(setting));
    }

    /** The mistake is no factor. */
    static Effect fixed(Change change) {
        return new Fixed(change, setting -> Double.NaN);
    }

    /** One factor has another value, which is told. */
    static Effect factor(Factor factor, ToDoubleFunction<Setting> value) {
        return new Fixed(set(factor, value), value);
    }

    static Effect scaled(Factor... factors) {
        return new Scaled(List.of(factors));
    }
}
