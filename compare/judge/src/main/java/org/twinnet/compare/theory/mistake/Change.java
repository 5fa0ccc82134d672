package org.twinnet.compare.theory.mistake;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** One step that changes a recipe in a layer. */
@FunctionalInterface
public interface Change {

    /**
     * Changes.
     *
     * @param recipe the formulas so far
     * @param setting the numbers of the formula
     * @param layer the layer; 0 for what belongs to none
     * @return the formulas with the change
     */
    Recipe apply(Recipe recipe, Setting setting, int layer);

    /**
     * The change in some layers and nothing else.
     *
     * @param layers where
     * @param setting the numbers of the formulas
     * @return the formulas with it
     */
    default Recipe in(List<Integer> layers, Setting setting) {
        Recipe recipe = Recipe.RIGHT;
        for (int layer : layers) {
            recipe = apply(recipe, setting.at(layer), layer);
        }
        return recipe;
    }

    /**
     * One after the other.
     *
     * @param next another change
     * @return both
     */
    default Change and(Change next) {
        return (recipe, setting, layer) -> next.apply(apply(recipe, setting, layer), setting, layer);
    }

    /**
     * The same where something holds, and no change elsewhere.
     *
     * @param applies whether a layer has what is patched
     * @return the change
     */
    default Change where(Predicate<Setting> applies) {
        return (recipe, setting, layer) -> applies.test(setting) ? apply(recipe, setting, layer) : recipe;
    }

    /**
     * No change.
     *
     * @return what leaves a recipe as it is
     */
    static Change nothing() {
        return (recipe, setting, layer) -> recipe;
    }

    /**
     * A patch of a part.
     *
     * @param <T> what the part is
     * @param part the part
     * @param patch the patch, given the numbers of the formula
     * @return the change
     */
    static <T> Change patch(Part<T> part, Function<Setting, Patch<T>> patch) {
        return (recipe, setting, layer) -> recipe.with(part, layer, patch.apply(setting));
    }

    /**
     * Another chapter in place of the right one.
     *
     * @param <T> kind of chapter
     * @param part the part
     * @param chapter the other chapter
     * @return the change
     */
    static <T> Change inPlace(Part<T> part, T chapter) {
        return patch(part, setting -> Patch.inPlace(chapter));
    }

    /**
     * Variants.
     *
     * @param variants which
     * @return the change
     */
    static Change vary(Variant... variants) {
        return (recipe, setting, layer) -> {
            Recipe changed = recipe;
            for (Variant variant : variants) {
                changed = changed.with(variant, layer);
            }
            return changed;
        };
    }
}
