package org.twinnet.compare.replay;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.replay.FormerFormulas.Allowed;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * Bounds of the replay beside those of the error analysis that it had of its own, {@link FormerReplay}: the numbers are
 * the same, no bound is more than twice the former one (measured: 1.40, of dA behind a mask), and all bounds of a
 * tensor together are no less than half.
 *
 * <p>Where it is more on purpose: dZ of a program that has gradients of the mean alone, and multiplies by m again to
 * keep it, has three roundings more than the difference A − Y or the product dA·g′(Z); measured 3.82 times.
 *
 * <p>Where they are lower on purpose:
 *
 * <ul>
 *   <li>W and b after an update, a quarter to a half: the former γ₄ stood for any rule; V − α·dV has two roundings.
 *   <li>A without a mask, a third: ReLU rounds nothing, and only storage is allowed for; the former γ₃ was the mask's.
 *   <li>dZ of the output, a quarter: the former γ₈ of the difference was that of a product.
 *   <li>Single entries: the penalty's part of dW, whose rounding does not grow with m, and units of ReLU that no
 *       program can activate, whose bounds are 0. From the parameters alone that goes on through all layers: together
 *       0.24 of the former bounds of A, 0.34 of dA, 0.39 of dW, 0.40 of db.
 * </ul>
 */
@DisplayName("The bounds of the replay beside the former ones")
class FormerBoundsTest {

    /** Below so many τ both are made of what underflow may lose. */
    private static final double UNDERFLOW = 1e6;

    /**
     * Ratios of bounds, new to former, of one quantity.
     *
     * @param highest of an entry
     * @param low of all entries of a tensor together
     * @param high the same
     */
    private record Ratios(double highest, double low, double high) {
        Ratios with(Ratios other) {
            return new Ratios(Math.max(highest, other.highest), Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    private final Map<Quantity, Ratios> ratios = new TreeMap<>();
    private double ofCost = Double.NaN;

    @ParameterizedTest(name = "λ = {0}, keep_prob = {1}, {2}, parameters alone: {3}")
    @CsvSource({
        "0, 1, FLOAT64, false",
        "0.7, 1, FLOAT64, false",
        "0, 0.8, FLOAT64, false",
        "0.7, 0.8, FLOAT32, false",
        "0, 1, FLOAT64, true",
        "0.7, 0.8, FLOAT64, true",
        "0.7, 0.8, FLOAT32, true"
    })
    void should_be_as_high(double lambda, double keep, Precision precision, boolean alone) {
        Trace trace = SmallTrace.of(List.of(2, 6, 4, 1), 60, new HyperParameters(0.3, lambda, keep), precision);
        measure(alone ? SmallTrace.parametersOf(trace) : trace, alone);
        assertAll(ratios.entrySet().stream().<Executable>map(of -> () -> {
            Ratios found = of.getValue();
            String told = String.format(
                    Locale.ROOT,
                    "%s: together %.3f to %.3f, highest %.4f",
                    of.getKey(),
                    found.low(),
                    found.high(),
                    found.highest());
            assertTrue(found.low() >= lowest(of.getKey(), alone) && found.highest() <= highest(of.getKey()), told);
        }));
        assertTrue(ofCost >= 0.5 && ofCost <= 2, "cost: " + ofCost);
    }

    private static double highest(Quantity quantity) {
        return quantity == Quantity.dZ ? 4 : 2.001;
    }

    private static double lowest(Quantity quantity, boolean alone) {
        return switch (quantity) {
            case W, b -> 0.25;
            case dZ -> alone ? 0.24 : 0.29;
            case A -> alone ? 0.23 : 0.33;
            default -> alone ? 0.33 : 0.5;
        };
    }

    private void measure(Trace trace, boolean alone) {
        double tiny = trace.precision() == Precision.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        FormerReplay former = new FormerReplay(trace);
        Replay now = new Replay(trace, Recipe.RIGHT);
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity quantity : Quantity.values()) {
                if (quantity.isState() || quantity.isOfNormalization()) {
                    continue;
                }
                boolean given = quantity == Quantity.D || (quantity == Quantity.dA && l == trace.depth());
                int iteration = quantity == Quantity.W || quantity == Quantity.b ? 1 : 0;
                if (!given
                        && !(alone
                                && iteration == 0
                                && trace.tensor(quantity, l, 0).isPresent())) {
                    TensorName name = new TensorName(quantity, l, iteration);
                    compare(name, former.expected(name), now.expected(name).orElseThrow(), tiny);
                }
            }
        }
        double[] cost = former.cost(0);
        BoundedNumber nowCost = now.cost(0).orElseThrow();
        assertEquals(cost[0], nowCost.value(), cost[1]);
        ofCost = nowCost.floor() / cost[1];
    }

    private void compare(TensorName name, Allowed before, Bounded after, double tiny) {
        double[] floors = after.floors();
        double highest = 0;
        double sum = 0;
        double formerSum = 0;
        for (int r = 0; r < after.rows(); r++) {
            for (int c = 0; c < after.columns(); c++) {
                double former = before.floor(r, c);
                double floor = floors[r * after.columns() + c];
                assertEquals(before.value(r, c), after.values(r)[c], former, name::toString);
                if (former > UNDERFLOW * tiny || floor > UNDERFLOW * tiny) {
                    highest = Math.max(highest, floor / former);
                    sum += floor;
                    formerSum += former;
                }
            }
        }
        double together = sum / formerSum;
        ratios.merge(name.quantity(), new Ratios(highest, together, together), Ratios::with);
    }
}
