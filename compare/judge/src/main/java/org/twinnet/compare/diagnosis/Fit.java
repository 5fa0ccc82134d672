package org.twinnet.compare.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;

/** Finds out the unknown number of a mistake from the numbers that fail. */
final class Fit {

    /**
     * A number that is found out from the trace explains only what it does not follow from: with fewer numbers it is no
     * explanation.
     */
    private static final int FEWEST_NUMBERS = 3;

    /**
     * A number that hundreds of mistakes could move anywhere comes so near its value by chance in one of thousands of
     * traces.
     */
    private static final double NO_CHANCE = 1e6;

    /** What is 0 up to rounding is a part left out, which is another mistake than a factor. */
    private static final double SMALLEST_FACTOR = 1e-12;

    /** Below it, 1 + ε is 1 and no cost moves; an odd fraction keeps the grid off the powers of ten. */
    private static final double SMALLEST_EXPONENT = -17.35;

    private static final double LARGEST_EXPONENT = -0.5;
    private static final double GRID = 0.25;
    private static final int BISECTIONS = 50;
    private static final double NEAR_A_POWER = 1e-3;
    private static final double NEAR_FEW_DIGITS = 1e-11;

    /** With a wider one, one of the known numbers would be near by chance. */
    private static final double MOST_OPEN = 1e-5;

    private static final MathContext FEW_DIGITS = new MathContext(4);

    private final ExplanationTest court;

    Fit(ExplanationTest court) {
        this.court = court;
    }

    /**
     * The factor c of numbers that are E₀ + c·(E₁ − E₀), by least squares on the failing item that tells it best,
     * compared to its noise floor:
     *
     * <pre>
     *   c = Σ (T − E₀)·(E₁ − E₀) / Σ (E₁ − E₀)²,     then c += Σ (T − E(c))·(E₁ − E₀) / Σ (E₁ − E₀)²
     * </pre>
     *
     * <p>The second step takes out what the long sums of the first have rounded. A number next to one of few digits is
     * that.
     *
     * @param recipe the formulas at a value of c
     * @return c; empty if nothing that fails depends on it, or if it is 0: a part left out is another mistake than a
     *     factor
     */
    Optional<Named> linear(DoubleFunction<Recipe> recipe, Setting setting) {
        Evidence.Trial zero = court.under(recipe.apply(0));
        Evidence.Trial one = court.under(recipe.apply(1));
        double best = 0;
        double c = 0;
        Item teller = null;
        double[] along = {};
        for (Map.Entry<Item, RecomputedTensor> failing : court.failing().entrySet()) {
            Optional<RecomputedTensor> atZero = zero.face(failing.getKey());
            Optional<RecomputedTensor> atOne = one.face(failing.getKey());
            if (atZero.isPresent() && atOne.isPresent()) {
                double[] direction =
                        difference(atOne.get().expected(), atZero.get().expected());
                double[] target =
                        difference(failing.getValue().actual(), atZero.get().expected());
                double square = product(direction, direction);
                double told = told(direction, failing.getValue().floor());
                if (told > best && square > 0 && Double.isFinite(square)) {
                    best = told;
                    c = product(target, direction) / square;
                    teller = failing.getKey();
                    along = direction;
                }
            }
        }
        return Double.isFinite(c) && Math.abs(c) > SMALLEST_FACTOR
                ? Optional.of(named(refined(c, recipe, teller, along), 1 / best, setting))
                : Optional.empty();
    }

    private double refined(double c, DoubleFunction<Recipe> recipe, Item teller, double[] along) {
        double[] actual = court.failing().get(teller).actual();
        return court.under(recipe.apply(c))
                .face(teller)
                .map(facing -> c + product(difference(actual, facing.expected()), along) / product(along, along))
                .filter(Double::isFinite)
                .orElse(c);
    }

    /**
     * The number that was meant, where a known one is within what rounding leaves open.
     *
     * @param c the factor found
     * @param open by how much rounding lets it be another one
     */
    private static Named named(double c, double open, Setting setting) {
        double tolerance = Math.min(MOST_OPEN, Math.max(NEAR_FEW_DIGITS, open / Math.abs(c)));
        return KnownNumber.nearest(c, tolerance, setting).orElseGet(() -> Named.of(simple(c)));
    }

    /** What people write has few digits; that a number is so close to one by chance happens once in millions. */
    static double simple(double c) {
        double rounded = new BigDecimal(c).round(FEW_DIGITS).doubleValue();
        return Math.abs(rounded - c) <= NEAR_FEW_DIGITS * Math.abs(c) ? rounded : c;
    }

    static double told(double[] direction, double[] floor) {
        double most = 0;
        for (int k = 0; k < direction.length; k++) {
            most = Math.max(most, Math.abs(direction[k]) / floor[k]);
        }
        return most;
    }

    /**
     * A small number inside a logarithm: where the failing cost that moves most crosses its value, found on a grid of
     * exponents and then by bisection. Clipping raises the terms of sure outputs and lowers those of wrong ones, so the
     * cost need not be monotone. A number next to a power of ten is that.
     *
     * @param recipe the formulas at a value of the number
     * @return the number; empty if none makes the cost what it is
     */
    Optional<Named> insideLogarithm(DoubleFunction<Recipe> recipe) {
        Optional<Map.Entry<Item, RecomputedTensor>> cost = court.failing().entrySet().stream()
                .filter(entry -> entry.getKey().tensor().isEmpty())
                .max((a, b) -> Double.compare(distance(a.getValue()), distance(b.getValue())));
        if (cost.isEmpty()) {
            return Optional.empty();
        }
        double target = cost.get().getValue().actual()[0];
        DoubleUnaryOperator excess = exponent -> court.under(recipe.apply(Math.pow(10, exponent)))
                .face(cost.get().getKey())
                .map(facing -> facing.expected()[0] - target)
                .orElse(Double.NaN);
        double below = excess.applyAsDouble(SMALLEST_EXPONENT);
        for (double low = SMALLEST_EXPONENT; low < LARGEST_EXPONENT - GRID; low += GRID) {
            double above = excess.applyAsDouble(low + GRID);
            if (below * above <= 0) {
                double exponent = bisect(excess, low, low + GRID, below);
                return Optional.of(Named.of(
                        Math.abs(exponent - Math.rint(exponent)) < NEAR_A_POWER
                                ? powerOfTen(Math.round(exponent))
                                : Math.pow(10, exponent)));
            }
            below = above;
        }
        return Optional.empty();
    }

    private static double bisect(DoubleUnaryOperator function, double from, double to, double atFrom) {
        double low = from;
        double high = to;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (low + high) / 2;
            if (Math.signum(function.applyAsDouble(middle)) == Math.signum(atFrom)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double powerOfTen(long exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    /**
     * Any number on which what fails depends.
     *
     * @param recipe the formulas at a value of the number
     * @param grid where to look: between the first value and the last, with a look at each between
     * @return the number; empty if none within it makes what fails what it is
     */
    Optional<Named> root(DoubleFunction<Recipe> recipe, double[] grid) {
        return new Root(court, recipe, grid).find();
    }

    /**
     * Whether enough numbers that failed are explained, and not only as many as were needed to find out the unknown
     * one.
     */
    boolean isOverdetermined(Recipe recipe) {
        return moved(recipe, court.failing().keySet()).count() >= FEWEST_NUMBERS;
    }

    /** Whether a recipe changes so many of some numbers, or one by so much, that agreement is no chance. */
    boolean isTold(Recipe recipe, Set<Item> items) {
        double[] moved = moved(recipe, items).toArray();
        return moved.length >= FEWEST_NUMBERS || DoubleStream.of(moved).anyMatch(multiple -> multiple > NO_CHANCE);
    }

    /** By how many times its noise floor a recipe moves each number that it moves by more. */
    private DoubleStream moved(Recipe recipe, Set<Item> items) {
        Evidence.Trial trial = court.under(recipe);
        return court.failing().entrySet().stream()
                .filter(failing -> items.contains(failing.getKey()))
                .flatMapToDouble(failing ->
                        trial.face(failing.getKey()).stream().flatMapToDouble(with -> moved(failing.getValue(), with)));
    }

    private static DoubleStream moved(RecomputedTensor before, RecomputedTensor with) {
        return IntStream.range(0, before.expected().length)
                .mapToDouble(k -> Math.abs(with.expected()[k] - before.expected()[k]) / before.floor()[k])
                .filter(multiple -> multiple > 1);
    }

    private static double distance(RecomputedTensor facing) {
        return Math.abs(facing.actual()[0] - facing.expected()[0]);
    }

    static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            difference[k] = a[k] - b[k];
        }
        return difference;
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
