package org.twinnet.compare.check.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.KeptFraction;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Whether the masks of a trace keep as many units as the keep probability says, and drop them independently. Chance is
 * allowed for: the masks of a layer fail by chance once in 10⁹ traces, all masks together once in 10⁵, and masks of one
 * layer that keep every unit once in 10⁵.
 *
 * <pre>
 *   P(kept fraction is f or farther from p) ≤ 2·e^(−n·KL(f‖p))     Chernoff, n entries of a layer
 *   P(all masks keep T units or farther from the expectation)      {@link KeptCount}, exact
 *   P(all n entries are kept)               = pⁿ
 *   P(each row of D is constant)            = (pᵐ + (1 − p)ᵐ)^rows
 * </pre>
 *
 * <p>A single layer has its own, stricter limit because there are many layers and many ways to look at one; all masks
 * together are looked at once, and their limit is what tells a mask drawn by a normal number, which keeps Φ(p) in place
 * of p, from 700 entries on.
 */
public final class MaskCheck {

    /** Name of the finding of all masks together. */
    public static final Phrase TOGETHER = Said.KEPT_TOGETHER.of();

    private static final double MOST_UNLIKELY = Math.log(2 / 1e-9);

    private static final double TOGETHER_PROBABILITY = 1e-5;

    /** How the entries of a mask hang together. */
    public enum Pattern {
        /** As drawn one by one. */
        INDEPENDENT,
        /** None is dropped. */
        ALL_KEPT,
        /** All examples have the same mask. */
        SAME_FOR_ALL_EXAMPLES,
        /** All units of an example are kept or dropped together. */
        SAME_FOR_ALL_UNITS
    }

    /**
     * What the masks of one layer show, or those of all layers.
     *
     * @param layer layer, from 1; 0 for all of them
     * @param masks how many different masks the trace holds
     * @param entries their entries
     * @param keep the fraction that the trace states to be kept
     * @param keptFraction how many of them keep their unit
     * @param pattern how they hang together
     * @param comparison the kept fraction held against the keep probability; of a dependent mask, its dependence
     */
    public record LayerMasks(
            int layer,
            int masks,
            long entries,
            double keep,
            double keptFraction,
            Pattern pattern,
            QuantityComparison comparison) {}

    /** The masks of a layer: those that the trace holds, and the counts of those that it only shows. */
    private static final class OfLayer {
        private final List<Matrix> held = new ArrayList<>();
        private int shown;
        private long entries;
        private long kept;

        /** A mask that is used again says nothing new. */
        void add(Matrix mask) {
            if (held.stream().noneMatch(other -> Arrays.deepEquals(other.toArray(), mask.toArray()))) {
                held.add(mask);
                entries += (long) mask.rows() * mask.columns();
                kept += Arrays.stream(mask.toArray())
                        .flatMapToDouble(Arrays::stream)
                        .filter(d -> d != 0)
                        .count();
            }
        }

        void add(ReadOffMasks.ReadOff mask) {
            shown++;
            entries += mask.shown();
            kept += mask.kept();
        }

        double fraction() {
            return (double) kept / entries;
        }
    }

    private MaskCheck() {}

    /**
     * Looks at all masks of a trace.
     *
     * @param trace what a network wrote down
     * @return one finding a layer that has masks, and one of all together unless a layer alone fails
     */
    public static List<LayerMasks> of(Trace trace) {
        Map<Integer, OfLayer> byLayer = new TreeMap<>();
        trace.tensors().forEach((name, tensor) -> {
            if (name.quantity() == Quantity.D) {
                byLayer.computeIfAbsent(name.layer(), layer -> new OfLayer()).add(tensor.values());
            }
        });
        for (ReadOffMasks.ReadOff mask : ReadOffMasks.of(trace)) {
            byLayer.computeIfAbsent(mask.name().layer(), layer -> new OfLayer()).add(mask);
        }
        byLayer.values().removeIf(masks -> masks.entries == 0);
        List<LayerMasks> findings = new ArrayList<>();
        byLayer.forEach((layer, masks) ->
                findings.add(layer(layer, masks, trace.hyperParameters().keepProbability(layer))));
        if (findings.stream().allMatch(layer -> layer.comparison().status() == Status.AGREE)) {
            together(trace, byLayer, findings);
        }
        return findings;
    }

    private static void together(Trace trace, Map<Integer, OfLayer> byLayer, List<LayerMasks> findings) {
        List<KeptCount.Share> shares = new ArrayList<>();
        long kept = 0;
        int masks = 0;
        for (Map.Entry<Integer, OfLayer> entry : byLayer.entrySet()) {
            double keep = trace.hyperParameters().keepProbability(entry.getKey());
            if (keep < 1) {
                shares.add(new KeptCount.Share(entry.getValue().entries, keep));
                kept += entry.getValue().kept;
                masks += entry.getValue().held.size() + entry.getValue().shown;
            }
        }
        if (shares.isEmpty()) {
            return;
        }
        KeptCount count = new KeptCount(shares);
        double fraction = (double) kept / count.entries();
        double expected = count.expectedFraction();
        double farthest = (double) count.farthest(kept, TOGETHER_PROBABILITY) / count.entries();
        double scale = Math.max(fraction, expected);
        // half an entry more than chance goes to, so that chance itself is within
        double floor = (Math.abs(farthest - expected) + 0.5 / count.entries()) / scale;
        findings.add(new LayerMasks(
                0,
                masks,
                count.entries(),
                expected,
                fraction,
                Pattern.INDEPENDENT,
                comparison(TOGETHER, count.entries(), Math.abs(fraction - expected) / scale, floor)));
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
        return entries * KeptFraction.information(fraction, probability) <= MOST_UNLIKELY;
    }

    private static LayerMasks layer(int layer, OfLayer masks, double keep) {
        double fraction = masks.fraction();
        double surpriseOfAll = -masks.entries * Math.log(keep);
        if (keep < 1 && masks.kept == masks.entries && surpriseOfAll > -Math.log(TOGETHER_PROBABILITY)) {
            return dependent(
                    layer,
                    masks,
                    keep,
                    Pattern.ALL_KEPT,
                    Said.DROPS_NOTHING.of(layer),
                    surpriseOfAll,
                    TOGETHER_PROBABILITY);
        }
        if (keep < 1 && masks.shown == 0) {
            double rows = 0;
            double columns = 0;
            for (Matrix D : masks.held) {
                rows -= D.rows() * logConstant(keep, D.columns());
                columns -= D.columns() * logConstant(keep, D.rows());
            }
            if (rows > MOST_UNLIKELY && masks.held.stream().allMatch(MaskCheck::isConstantByRow)) {
                return dependent(
                        layer, masks, keep, Pattern.SAME_FOR_ALL_EXAMPLES, Said.INDEPENDENCE.of(layer), rows, 1e-9);
            }
            if (columns > MOST_UNLIKELY && masks.held.stream().allMatch(MaskCheck::isConstantByColumn)) {
                return dependent(
                        layer, masks, keep, Pattern.SAME_FOR_ALL_UNITS, Said.INDEPENDENCE.of(layer), columns, 1e-9);
            }
        }
        double farthest = farthest(fraction, masks.entries, keep);
        double scale = Math.max(fraction, keep);
        return new LayerMasks(
                layer,
                masks.held.size() + masks.shown,
                masks.entries,
                keep,
                fraction,
                Pattern.INDEPENDENT,
                comparison(
                        Said.KEPT_FRACTION.of(layer),
                        masks.entries,
                        Math.abs(fraction - keep) / scale,
                        Math.abs(farthest - keep) / scale));
    }

    private static LayerMasks dependent(
            int layer,
            OfLayer masks,
            double keep,
            Pattern pattern,
            Phrase quantity,
            double surprise,
            double probability) {
        return new LayerMasks(
                layer,
                masks.held.size() + masks.shown,
                masks.entries,
                keep,
                masks.fraction(),
                pattern,
                comparison(quantity, masks.entries, 1, -Math.log(probability) / surprise));
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

    private static QuantityComparison comparison(Phrase quantity, long entries, double difference, double floor) {
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
}
