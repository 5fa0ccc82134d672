package org.twinnet.compare.theory.mistake;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What makes another chapter of a right one: a chapter in its place, a change of it, or a factor. Two patches of one
 * kind with the same numbers are equal.
 *
 * @param <T> what is patched: a chapter, or a number
 */
public final class Patch<T> {

    /** What is put in place first, and what upon it. */
    enum Order {
        IN_PLACE,
        CHANGE,
        FACTOR
    }

    private static final String IN_PLACE = "in place";
    private static final String FACTOR = "factor";

    private final Order order;
    private final String kind;
    private final List<Object> what;
    private final UnaryOperator<T> patched;
    private final BiFunction<T, Double, T> scaled;

    private Patch(
            Order order, String kind, List<Object> what, UnaryOperator<T> patched, BiFunction<T, Double, T> scaled) {
        this.order = order;
        this.kind = kind;
        this.what = List.copyOf(what);
        this.patched = patched;
        this.scaled = scaled;
    }

    /**
     * Another chapter in place of the right one.
     *
     * @param <T> kind of chapter
     * @param chapter the other one, equal where it says the same
     * @return the patch
     */
    public static <T> Patch<T> inPlace(T chapter) {
        return new Patch<>(Order.IN_PLACE, IN_PLACE, List.of(chapter), right -> chapter, (right, c) -> chapter);
    }

    /**
     * A change of the right chapter.
     *
     * @param <T> kind of chapter
     * @param kind a name; changes of different names can be made together
     * @param patched the chapter that it makes of the right one
     * @param what all that the change depends on
     * @return the patch
     */
    public static <T> Patch<T> change(String kind, UnaryOperator<T> patched, Object... what) {
        return new Patch<>(Order.CHANGE, kind, List.of(what), patched, (right, c) -> right);
    }

    /**
     * A factor.
     *
     * @param <T> kind of chapter
     * @param factor the factor; 1 changes nothing
     * @param scaled the chapter with a factor
     * @return the patch
     */
    public static <T> Patch<T> factor(double factor, BiFunction<T, Double, T> scaled) {
        return new Patch<>(
                Order.FACTOR,
                FACTOR,
                List.of(factor),
                right -> factor == 1 ? right : scaled.apply(right, factor),
                scaled);
    }

    /**
     * A factor of a number.
     *
     * @param factor the factor
     * @return the patch
     */
    public static Patch<Double> factor(double factor) {
        return factor(factor, (right, c) -> right * c);
    }

    /**
     * Patches.
     *
     * @param right the right chapter, or one that others have patched
     * @return what is computed in its place
     */
    public T of(T right) {
        return patched.apply(right);
    }

    /** Patches of one place are made in this order: what ignores the right chapter first, factors last. */
    Order order() {
        return order;
    }

    String kind() {
        return kind;
    }

    /** The same upon another one of this kind: factors multiply, of everything else this one counts. */
    Patch<T> upon(Patch<?> below) {
        return order == Order.FACTOR ? factor((double) what.get(0) * (double) below.what.get(0), scaled) : this;
    }

    /**
     * What it depends on.
     *
     * @return its chapter, its numbers, or its factor
     */
    public List<Object> what() {
        return what;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch<?> patch && kind.equals(patch.kind) && what.equals(patch.what);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, what);
    }

    @Override
    public String toString() {
        return kind + " " + what;
    }
}
