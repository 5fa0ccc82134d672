package org.twinnet.compare.check.bookkeeping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;

/**
 * Which way an update goes, whatever its rate and its momentum: along a gradient with the penalty or along one without.
 * A number of the rule that is not known is fitted by least squares to the entries of a layer; only a fit that leaves
 * nothing but rounding, of more entries than numbers, says something.
 *
 * <pre>
 *   with the penalty      Wᵢ − Wᵢ₊₁ = c·(dW + λ/m·W)     or the same + μ·(Wᵢ₋₁ − Wᵢ)
 *   without it            Wᵢ − Wᵢ₊₁ = c·dW               or the same + μ·(Wᵢ₋₁ − Wᵢ)
 *   with another share    Wᵢ − Wᵢ₊₁ = c·dW + d·W         or the same + μ·(Wᵢ₋₁ − Wᵢ)
 * </pre>
 */
public final class UpdateDirection {

    /** What an update follows. */
    public enum Along {
        /** The gradient with the penalty. */
        PENALIZED,
        /** The gradient of the data alone. */
        UNPENALIZED,
        /** The gradient of the data and another share of the weights than the penalty's. */
        OTHERWISE,
        /** None of these, or more than one; there may be no update at all. */
        UNKNOWN
    }

    private final Trace trace;
    private final double share;

    /**
     * Prepares.
     *
     * @param trace what a network wrote down
     */
    public UpdateDirection(Trace trace) {
        this.trace = trace;
        this.share = trace.hyperParameters().shrinks(trace.exampleCount());
    }

    /**
     * What the updates of a layer follow, by the first of them that tells.
     *
     * @param layer the layer, from 1
     * @return their direction
     */
    public Along of(int layer) {
        return trace.iterations().stream()
                .map(iteration -> along(layer, iteration))
                .filter(along -> along != Along.UNKNOWN)
                .findFirst()
                .orElse(Along.UNKNOWN);
    }

    private Along along(int layer, int iteration) {
        Optional<double[]> W = values(Quantity.W, layer, iteration);
        Optional<double[]> dW = values(Quantity.dW, layer, iteration);
        Optional<double[]> next = values(Quantity.W, layer, iteration + 1);
        if (W.isEmpty() || dW.isEmpty() || next.isEmpty()) {
            return Along.UNKNOWN;
        }
        double[] step = sum(W.get(), -1, next.get());
        double[] size = sizes(W.get(), next.get());
        Along plain = along(step, size, dW.get(), W.get());
        Optional<double[]> before = values(Quantity.W, layer, iteration - 1);
        if (plain != Along.UNKNOWN || before.isEmpty()) {
            return plain;
        }
        double[] momentum = sum(before.get(), -1, W.get());
        return along(step, sizes(before.get(), size), dW.get(), W.get(), momentum);
    }

    /** The fewest numbers first: with one more, what fits will fit as well. */
    private Along along(double[] step, double[] size, double[] dW, double[] W, double[]... more) {
        boolean with = isAlong(step, size, sum(dW, share, W), more);
        boolean without = isAlong(step, size, dW, more);
        if (with != without) {
            return with ? Along.PENALIZED : Along.UNPENALIZED;
        }
        double[][] both = Arrays.copyOf(more, more.length + 1);
        both[more.length] = W;
        return !with && isAlong(step, size, dW, both) ? Along.OTHERWISE : Along.UNKNOWN;
    }

    private Optional<double[]> values(Quantity quantity, int layer, int iteration) {
        return trace.tensor(quantity, layer, iteration).map(TraceTensor::values).map(RecomputedTensor::flat);
    }

    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, k -> a[k] + factor * b[k]);
        return sum;
    }

    private static double[] sizes(double[] a, double[] b) {
        double[] sizes = new double[a.length];
        Arrays.setAll(sizes, k -> Math.abs(a[k]) + Math.abs(b[k]));
        return sizes;
    }

    /**
     * Whether a step is a sum of multiples of some directions up to rounding, by modified Gram–Schmidt, each projection
     * taken twice. What rounding does to a direction grows with what the others before it have taken off.
     */
    private boolean isAlong(double[] step, double[] size, double[] first, double[]... others) {
        int n = step.length;
        List<double[]> directions = new ArrayList<>(List.of(others));
        directions.add(0, first);
        double[] left = step.clone();
        double[] error = new double[n];
        List<double[]> basis = new ArrayList<>();
        for (double[] direction : directions) {
            double[] q = direction.clone();
            basis.forEach(other -> project(q, other));
            double length = Math.sqrt(product(q, q));
            if (!(length > 0) || n < directions.size() + 2) {
                return false;
            }
            double grown = Math.sqrt(product(direction, direction)) / length;
            Arrays.setAll(q, k -> q[k] / length);
            double along = Math.abs(project(left, q)) * grown;
            Arrays.setAll(error, k -> error[k] + along * Math.abs(q[k]));
            basis.add(q);
        }
        double u = trace.precision().unitRoundoff();
        boolean moves = false;
        for (int k = 0; k < n; k++) {
            double floor = 8 * u * (size[k] + error[k]) + Double.MIN_NORMAL;
            moves |= Math.abs(step[k]) > floor;
            if (!(Math.abs(left[k]) <= floor)) {
                return false;
            }
        }
        return moves;
    }

    /** Takes off what lies along a direction of length 1; returns how much it was. */
    private static double project(double[] from, double[] along) {
        double all = 0;
        for (int twice = 0; twice < 2; twice++) {
            double c = product(from, along);
            Arrays.setAll(from, k -> from[k] - c * along[k]);
            all += c;
        }
        return all;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
