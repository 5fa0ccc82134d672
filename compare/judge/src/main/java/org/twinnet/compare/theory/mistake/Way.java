package org.twinnet.compare.theory.mistake;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/** One way to make a mistake: what it does to the formulas of a layer. */
public sealed interface Way {

    /**
     * The mistake at some value of its unknown number that is certainly another one than the right one.
     *
     * @param setting the numbers of the formulas
     * @param layers where
     * @return the formulas with the mistake put in
     */
    Recipe probe(Setting setting, List<Integer> layers);

    /**
     * Whether a number has to be found out from the trace, which explains less than a mistake without one.
     *
     * @return true if so
     */
    boolean isFitted();

    /**
     * The formulas of this way, where they are not those of the mistake.
     *
     * @return empty where they are
     */
    default Optional<Formulas> formulas() {
        return Optional.empty();
    }

    /**
     * The same, told by formulas of its own.
     *
     * @param wrong as it is computed
     * @param right as it should be
     * @return the way
     */
    default Way as(String wrong, String right) {
        return new Told(this, new Formulas(wrong, right));
    }

    /**
     * The same where something holds, and no change elsewhere.
     *
     * @param applies whether a layer has what is patched
     * @return the way
     */
    default Way where(Predicate<Setting> applies) {
        if (this instanceof Told told) {
            return new Told(told.way().where(applies), told.written());
        }
        if (this instanceof Fixed fixed) {
            return new Fixed(fixed.change().where(applies), fixed.factor());
        }
        Fitted fitted = (Fitted) this;
        return new Fitted(value -> fitted.at().apply(value).where(applies), fitted.search());
    }

    /**
     * A way with formulas of its own.
     *
     * @param way the way
     * @param written its formulas
     */
    record Told(Way way, Formulas written) implements Way {
        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            return way.probe(setting, layers);
        }

        @Override
        public boolean isFitted() {
            return way.isFitted();
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
    record Fixed(Change change, Optional<KnownNumber> factor) implements Way {
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
     * A change with a number that is found out from the trace.
     *
     * @param at the change at a value of the number
     * @param search how it is found out
     */
    record Fitted(DoubleFunction<Change> at, NumberSearch search) implements Way {

        /**
         * The formulas at a value of the number.
         *
         * @param value the number
         * @param setting the numbers of the formulas
         * @param layers where
         * @return the formulas with the mistake put in
         */
        public Recipe recipe(double value, Setting setting, List<Integer> layers) {
            return at.apply(value).in(layers, setting);
        }

        @Override
        public Recipe probe(Setting setting, List<Integer> layers) {
            return recipe(search.probe(), setting, layers);
        }

        @Override
        public boolean isFitted() {
            return true;
        }
    }

    /**
     * The mistake is no factor.
     *
     * @param change what is done
     * @return the way
     */
    static Way fixed(Change change) {
        return new Fixed(change, Optional.empty());
    }

    /**
     * The factor of a change is told.
     *
     * @param factor the factor
     * @param change the change at a value of the factor
     * @return the way
     */
    static Way factor(KnownNumber factor, DoubleFunction<Change> change) {
        return new Fixed(
                (recipe, setting, layer) ->
                        change.apply(factor.applyAsDouble(setting)).apply(recipe, setting, layer),
                Optional.of(factor));
    }

    /**
     * A factor on which the numbers depend linearly is found out.
     *
     * @param change the change at a value of the factor
     * @return the way
     */
    static Way scaled(DoubleFunction<Change> change) {
        return new Fitted(change, NumberSearch.LINEAR);
    }

    /**
     * A number on which the numbers depend in any way is found out.
     *
     * @param search where it is looked for
     * @param change the change at a value of the number
     * @return the way
     */
    static Way searched(NumberSearch search, DoubleFunction<Change> change) {
        return new Fitted(change, search);
    }
}
