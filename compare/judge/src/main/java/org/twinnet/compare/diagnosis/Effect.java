package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.diagnosis.KnownNumber.Named;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;
import org.twinnet.compare.replay.Recipe;

/** What a mistake does to the formulas of a layer. */
sealed interface Effect {

    /**
     * The mistake as a recipe.
     *
     * @param recipe the formulas with the mistake put in
     * @param factor the factor to be told, where the mistake is one; its name is empty where it is a number like any
     *     other
     */
    record Resolved(Recipe recipe, Optional<Named> factor) {}

    /**
     * The formulas of one way to make a mistake.
     *
     * @param wrong as it was computed
     * @param right the notebook's
     */
    record Formulas(String wrong, String right) {}

    /** Makes the mistake in some layers; empty where its unknown number cannot be found out. */
    Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit);

    /** The mistake at some value of its unknown number that is certainly another one than the right one. */
    Recipe probe(Setting setting, List<Integer> layers);

    /** Whether a number has to be found out from the trace, which explains less than a mistake without one. */
    boolean isFitted();

    /** The formulas of this way, where they are not those of the mistake. */
    default Optional<Formulas> formulas() {
        return Optional.empty();
    }

    /** The same, told by formulas of its own. */
    default Effect as(String wrong, String right) {
        return new Told(this, new Formulas(wrong, right));
    }

    /** One step that changes a recipe. */
    @FunctionalInterface
    interface Change {
        Recipe apply(Recipe recipe, Setting setting, int layer);

        default Recipe in(List<Integer> layers, Setting setting) {
            Recipe recipe = Recipe.RIGHT;
            for (int layer : layers) {
                recipe = apply(recipe, setting.at(layer), layer);
            }
            return recipe;
        }

        default Change and(Change next) {
            return (recipe, setting, layer) -> next.apply(apply(recipe, setting, layer), setting, layer);
        }
    }

    /**
     * An effect with formulas of its own.
     *
     * @param effect the effect
     * @param written its formulas
     */
    record Told(Effect effect, Formulas written) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            return effect.resolve(setting, layers, fit);
        }

        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            return effect.probe(setting, layers);
        }

        @Override
        public boolean isFitted() {
            return effect.isFitted();
        }

        @Override
        public Optional<Formulas> formulas() {
            return Optional.of(written);
        }
    }

    /**
     * A change without anything to be found out.
     *
     * @param change the change
     * @param factor the factor to be told, where the mistake is one
     */
    record Fixed(Change change, Optional<KnownNumber> factor) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            return Optional.of(
                    new Resolved(probe(setting, layers), factor.map(number -> number.in(setting.at(layers.get(0))))));
        }

        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            return change.in(layers, setting);
        }

        @Override
        public boolean isFitted() {
            return false;
        }
    }

    /**
     * Factors that all have one unknown value, on which the numbers depend linearly.
     *
     * @param change what else the mistake changes
     * @param factors the factors
     */
    record Scaled(Change change, List<Factor> factors) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            return resolved(value -> recipe(setting, layers, value), recipe -> fit.linear(recipe, setting));
        }

        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            return recipe(setting, layers, Math.E);
        }

        private Recipe recipe(Setting setting, List<Integer> layers, double value) {
            Recipe recipe = change.in(layers, setting);
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
     * One unknown number on which the numbers depend in any way.
     *
     * @param factor the number
     * @param change what else the mistake changes
     * @param range where the number is looked for
     */
    record Searched(Factor factor, Change change, Range range) implements Effect {
        @Override
        public Optional<Resolved> resolve(Setting setting, List<Integer> layers, Fit fit) {
            return resolved(value -> recipe(setting, layers, value), recipe -> fit.root(recipe, range));
        }

        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            double[] grid = range.grid();
            return recipe(setting, layers, grid[grid.length / 2]);
        }

        private Recipe recipe(Setting setting, List<Integer> layers, double value) {
            Recipe recipe = change.in(layers, setting);
            for (int layer : layers) {
                recipe = recipe.with(factor, layer, value);
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
            return resolved(value -> recipe(setting, layers, value), fit::insideLogarithm);
        }

        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            return recipe(setting, layers, 1e-3);
        }

        private Recipe recipe(Setting setting, List<Integer> layers, double value) {
            return change.in(layers, setting).with(factor, 0, value);
        }

        @Override
        public boolean isFitted() {
            return true;
        }
    }

    private static Optional<Resolved> resolved(
            DoubleFunction<Recipe> recipe, Function<DoubleFunction<Recipe>, Optional<Named>> fit) {
        return fit.apply(recipe).map(number -> new Resolved(recipe.apply(number.value()), Optional.of(number)));
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

    /** Several factors have one value. */
    static Change set(ToDoubleFunction<Setting> value, Factor... factors) {
        Change all = nothing();
        for (Factor factor : factors) {
            all = all.and(set(factor, value));
        }
        return all;
    }

    /** The mistake is no factor. */
    static Effect fixed(Change change) {
        return new Fixed(change, Optional.empty());
    }

    /** The factor of a change is told. */
    static Effect fixed(Change change, KnownNumber factor) {
        return new Fixed(change, Optional.of(factor));
    }

    /** One factor or several have another value, which is told. */
    static Effect factor(KnownNumber value, Factor... factors) {
        return fixed(set(value, factors), value);
    }

    static Effect scaled(Factor... factors) {
        return new Scaled(nothing(), List.of(factors));
    }
}
