package org.twinnet.compare.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.theory.mistake.Recipe;

/**
 * Where the first failing item that depends on a number comes to its value, projected on the line from one end of the
 * range to the other. Of several such numbers the one that explains most.
 */
final class Root {

    private static final int MOST_STEPS = 60;

    /** A residual so far below the noise floor moves the number by nothing that could be told. */
    private static final double FAR_BELOW_THE_FLOOR = 1e-3;

    /** A number of few digits is what was meant where it is as near as that, and fits as well. */
    private static final double NEAR = 1e-5;

    private static final int FEW_DIGITS = 4;

    private final ExplanationTest court;
    private final DoubleFunction<Recipe> recipe;
    private final double[] grid;

    Root(ExplanationTest court, DoubleFunction<Recipe> recipe, double[] grid) {
        this.court = court;
        this.recipe = recipe;
        this.grid = grid;
    }

    Optional<Named> find() {
        Evidence.Trial atFirst = court.under(recipe.apply(grid[0]));
        Evidence.Trial atLast = court.under(recipe.apply(grid[grid.length - 1]));
        for (Map.Entry<Item, RecomputedTensor> failing : court.failing().entrySet()) {
            Optional<RecomputedTensor> first = atFirst.face(failing.getKey());
            Optional<RecomputedTensor> last = atLast.face(failing.getKey());
            if (first.isPresent() && last.isPresent()) {
                double[] along =
                        Fit.difference(last.get().expected(), first.get().expected());
                if (Fit.told(along, failing.getValue().floor()) > 1) {
                    return new Teller(failing.getKey(), failing.getValue(), along).best();
                }
            }
        }
        return Optional.empty();
    }

    /** The item that tells the number. */
    private final class Teller {
        private final Item item;
        private final double[] actual;
        private final double[] along;
        private final double floor;

        Teller(Item item, RecomputedTensor failing, double[] along) {
            this.item = item;
            this.actual = failing.actual();
            this.along = along;
            double sum = 0;
            for (int k = 0; k < along.length; k++) {
                sum += failing.floor()[k] * Math.abs(along[k]);
            }
            this.floor = sum;
        }

        private double excess(double x) {
            return court.under(recipe.apply(x))
                    .face(item)
                    .map(facing -> Fit.product(Fit.difference(facing.expected(), actual), along))
                    .orElse(Double.NaN);
        }

        Optional<Named> best() {
            Optional<Named> best = Optional.empty();
            int most = 0;
            double below = excess(grid[0]);
            for (int k = 1; k < grid.length; k++) {
                double above = excess(grid[k]);
                if (below * above <= 0) {
                    double x = snapped(between(grid[k - 1], grid[k], below, above));
                    int explained = court.explained(recipe.apply(x)).size();
                    if (explained > most) {
                        most = explained;
                        best = Optional.of(Named.of(x));
                    }
                }
                below = above;
            }
            return best;
        }

        /** Regula falsi, in which an end that stays is halved (Illinois). */
        private double between(double from, double to, double atFrom, double atTo) {
            double a = from;
            double b = to;
            double fa = atFrom;
            double fb = atTo;
            double x = a;
            for (int k = 0; k < MOST_STEPS && Math.abs(b - a) > 2 * Math.ulp(b); k++) {
                x = fa == fb ? (a + b) / 2 : b - fb * (b - a) / (fb - fa);
                double fx = excess(x);
                if (Double.isNaN(fx) || Math.abs(fx) <= FAR_BELOW_THE_FLOOR * floor) {
                    return x;
                }
                if (Math.signum(fx) == Math.signum(fb)) {
                    fa /= 2;
                } else {
                    a = b;
                    fa = fb;
                }
                b = x;
                fb = fx;
            }
            return x;
        }

        private double snapped(double x) {
            for (int digits = 1; digits <= FEW_DIGITS; digits++) {
                double rounded =
                        new BigDecimal(x).round(new MathContext(digits)).doubleValue();
                boolean near = Math.abs(rounded - x) <= NEAR * Math.abs(x);
                if (near && Math.abs(excess(rounded)) <= floor) {
                    return rounded;
                }
            }
            return x;
        }
    }
}
