package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Whether the masks of a trace keep as many units as the keep probability says, and drop them independently. Chance is allowed for: the probability
 * that a right mask fails is below 10⁻⁹ for each test.
 *
 * <pre>
 *   P(kept fraction is f or farther from p) ≤ 2·e^(−n·KL(f‖p))     Chernoff, n entries
 *   P(each row of D is constant)            = (pᵐ + (1 − p)ᵐ)^rows
 * </pre>
 */
public final class MaskCheck {

    private static final double MOST_UNLIKELY = Math.log(2 / 1e-9);

    /** How the entries of a mask hang together. */
    public enum Pattern {
        /** As drawn one by one. */
        INDEPENDENT,
        /** All examples have the same mask. */
        SAME_FOR_ALL_EXAMPLES,
        /** All units of an example are kept or dropped together. */
        SAME_FOR_ALL_UNITS
    }

    /**
     * What the masks of one layer show.
     *
     * @param layer layer, from 1
     * @param masks how many different masks the trace holds
     * @param entries their entries
     * @param keptFraction how many of them keep their unit
     * @param pattern how they hang together
     * @param comparison the kept fraction held against the keep probability; of a dependent mask, its dependence
     */
    public record LayerMasks(
            int layer, int masks, long entries, double keptFraction, Pattern pattern, QuantityComparison comparison) {}

    private MaskCheck() {}

    /**
     * Looks at all masks of a trace.
     *
     * @param trace what a network wrote down
     * @return one finding a layer that has masks
     */
    public static List<LayerMasks> of(Trace trace) {
        SortedMap<Integer, List<Matrix>> byLayer = new TreeMap<>();
        trace.tensors().forEach((name, tensor) -> {
            if (name.quantity() == Quantity.D) {
                List<Matrix> masks = byLayer.computeIfAbsent(name.layer(), layer -> new ArrayList<>());
                Matrix mask = tensor.values();
                // a mask that is used again says nothing new
                if (masks.stream().noneMatch(other -> same(other, mask))) {
                    masks.add(mask);
                }
            }
        });
        List<LayerMasks> layers = new ArrayList<>();
        byLayer.forEach((layer, masks) ->
                layers.add(layer(layer, masks, trace.hyperParameters().keepProbability(layer))));
        return layers;
    }

    /**
     * Whether chance alone explains how many units are kept.
     *
     * @param fraction kept fraction
     * @param entries number of entries
     * @param probability probability to keep
     * @return false if it would happen less than once in 10⁹ masks
     */
    public static boolean isPlausible(double fraction, long entries, double probability) {
        return entries * divergence(fraction, probability) <= MOST_UNLIKELY;
    }

    private static LayerMasks layer(int layer, List<Matrix> masks, double keep) {
        long entries = 0;
        long kept = 0;
        double constantRows = 0;
        double constantColumns = 0;
        boolean allRows = true;
        boolean allColumns = true;
        for (Matrix D : masks) {
            entries += (long) D.rows() * D.columns();
            for (double[] row : D.toArray()) {
                for (double d : row) {
                    kept += d == 0 ? 0 : 1;
                }
            }
            constantRows += D.rows() * logConstant(keep, D.columns());
            constantColumns += D.columns() * logConstant(keep, D.rows());
            allRows &= isConstantByRow(D);
            allColumns &= isConstantByColumn(D);
        }
        double fraction = (double) kept / entries;
        boolean perUnit = allRows && -constantRows > MOST_UNLIKELY && keep < 1;
        boolean perExample = allColumns && -constantColumns > MOST_UNLIKELY && keep < 1;
        if (perUnit || perExample) {
            double surprise = perUnit ? -constantRows : -constantColumns;
            return new LayerMasks(
                    layer,
                    masks.size(),
                    entries,
                    fraction,
                    perUnit ? Pattern.SAME_FOR_ALL_EXAMPLES : Pattern.SAME_FOR_ALL_UNITS,
                    comparison("independence of D" + layer, entries, 1, MOST_UNLIKELY / surprise));
        }
        double farthest = farthest(fraction, entries, keep);
        double scale = Math.max(fraction, keep);
        return new LayerMasks(
                layer,
                masks.size(),
                entries,
                fraction,
                Pattern.INDEPENDENT,
                comparison(
                        "kept fraction of D" + layer,
                        entries,
                        Math.abs(fraction - keep) / scale,
                        Math.abs(farthest - keep) / scale));
    }

    /** The fraction on the same side of the keep probability that chance just explains, by bisection. */
    private static double farthest(double fraction, long entries, double keep) {
        double near = keep;
        double far = fraction < keep ? 0 : 1;
        for (int k = 0; k < 60; k++) {
            double middle = (near + far) / 2;
            if (isPlausible(middle, entries, keep)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private static QuantityComparison comparison(String quantity, long entries, double difference, double floor) {
        double multiple = difference == 0 ? 0 : difference / floor;
        return new QuantityComparison(
                quantity,
                entries,
                0,
                difference,
                difference,
                floor,
                multiple,
                quantity,
                0,
                multiple <= 1 ? -1 : 0,
                multiple <= 1 ? Status.AGREE : Status.DISAGREE);
    }

    /** KL(f‖p), the information of the fraction f against the probability p, in nats. */
    private static double divergence(double f, double p) {
        return part(f, p) + part(1 - f, 1 - p);
    }

    private static double part(double f, double p) {
        return f == 0 ? 0 : f * Math.log(f / p);
    }

    private static double logConstant(double keep, int length) {
        return Math.log(Math.pow(keep, length) + Math.pow(1 - keep, length));
    }

    private static boolean isConstantByRow(Matrix D) {
        for (double[] row : D.toArray()) {
            for (double d : row) {
                if (d != row[0]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isConstantByColumn(Matrix D) {
        for (double[] row : D.toArray()) {
            if (!Arrays.equals(row, D.row(0))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Matrix a, Matrix b) {
        return Arrays.deepEquals(a.toArray(), b.toArray());
    }
}
