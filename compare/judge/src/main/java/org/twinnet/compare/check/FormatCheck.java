package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/** Whether a trace is stored as the format says: its matrices the right way round, and in one precision throughout. */
public final class FormatCheck {

    private FormatCheck() {}

    static List<QuantityComparison> of(Trace trace) {
        Map<Quantity, int[]> turned = new TreeMap<>();
        trace.tensors().forEach((name, tensor) -> {
            int[] counts = turned.computeIfAbsent(name.quantity(), quantity -> new int[2]);
            counts[0]++;
            counts[1] += tensor.layout() == Layout.AS_DEFINED ? 0 : 1;
        });
        List<QuantityComparison> findings = new ArrayList<>();
        findings.add(precision(trace));
        turned.forEach((quantity, counts) -> {
            if (quantity.isLikeWeights() || quantity == Quantity.D) {
                findings.add(finding(Said.LAYOUT.of(quantity.name()), counts[0], counts[1] > 0 ? 1 : 0, 0));
            }
        });
        return findings;
    }

    /** float32 throughout is a choice; float32 beside float64, or in its clothes, is a loss on the way. */
    private static QuantityComparison precision(Trace trace) {
        double lost = trace.mixed() ? Precision.FLOAT32.unitRoundoff() : 0;
        return finding(Said.PRECISION.of(), trace.tensors().size(), lost, Precision.FLOAT64.unitRoundoff());
    }

    private static QuantityComparison finding(Phrase quantity, int compared, double difference, double floor) {
        double multiple = difference == 0 ? 0 : difference / floor;
        return new QuantityComparison(
                quantity,
                compared,
                0,
                difference,
                difference,
                floor,
                multiple,
                quantity,
                0,
                difference == 0 ? -1 : 0,
                compared == 0 ? Status.INCONCLUSIVE : difference == 0 ? Status.AGREE : Status.DISAGREE);
    }
}
