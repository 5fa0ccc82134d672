package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.theory.mistake.Way;

/**
 * A mistake as a recipe.
 *
 * @param recipe the formulas with the mistake put in
 * @param factor the factor to be told, where the mistake is one; its name is empty where it is a number like any other
 */
record Resolved(Recipe recipe, Optional<Named> factor) {

    /** Makes the mistake in some layers; empty where its unknown number cannot be found out. */
    static Optional<Resolved> of(Way way, Setting setting, List<Integer> layers, Fit fit) {
        if (way instanceof Way.Told told) {
            return of(told.way(), setting, layers, fit);
        }
        if (way instanceof Way.Fixed fixed) {
            Setting first = setting.at(layers.get(0));
            return Optional.of(
                    new Resolved(fixed.probe(setting, layers), fixed.factor().map(number -> number.in(first))));
        }
        return fitted((Way.Fitted) way, setting, layers, fit);
    }

    private static Optional<Resolved> fitted(Way.Fitted way, Setting setting, List<Integer> layers, Fit fit) {
        DoubleFunction<Recipe> recipe = value -> way.recipe(value, setting, layers);
        Optional<Named> number = switch (way.search()) {
            case LINEAR -> fit.linear(recipe, setting);
            case INSIDE_LOGARITHM -> fit.insideLogarithm(recipe);
            case SHARE, DECAY, STEP, EPSILON -> fit.root(recipe, way.search().grid());
        };
        return number.map(found -> new Resolved(recipe.apply(found.value()), Optional.of(found)));
    }
}
