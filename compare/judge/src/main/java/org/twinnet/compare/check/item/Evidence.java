package org.twinnet.compare.check.item;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.mistake.Recipe;

/** Numbers of a trace that can be recomputed by any recipe: what a diagnosis tries its mistakes on. */
public interface Evidence {

    /** The evidence, recomputed by one recipe. */
    @FunctionalInterface
    interface Trial {

        /**
         * Recomputes one item.
         *
         * @param item one of {@link Evidence#items}
         * @return both sides; empty where the recipe does not determine the item
         */
        Optional<RecomputedTensor> face(Item item);
    }

    /**
     * What the right formulas determine.
     *
     * @return the items in the order of the computation
     */
    List<Item> items();

    /**
     * Prepares to recompute; work is done when an item is asked for.
     *
     * @param recipe the formulas
     * @return the trial
     */
    Trial under(Recipe recipe);

    /**
     * Whether something contradicts a recipe. What the recipe does not determine contradicts nothing.
     *
     * @param recipe the formulas
     * @return true if a finite number differs by more than rounding explains in a step or a run by this recipe
     */
    default boolean refutes(Recipe recipe) {
        Trial trial = under(recipe);
        return items().stream()
                .anyMatch(item ->
                        trial.face(item).filter(RecomputedTensor::contradicts).isPresent());
    }
}
