package org.twinnet.compare.move.port;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfPort;

/** Holds what is dropped, where and how often against the experiment's. */
final class DropoutCheck {

    private static final String DROPOUT = ".dropOut(…)";

    private final List<ModelBlock> blocks;
    private final List<Double> right;
    private final Findings findings;

    DropoutCheck(Experiment experiment, List<ModelBlock> blocks, Findings findings) {
        this.blocks = blocks;
        this.right = experiment.keepProbabilities();
        this.findings = findings;
    }

    void check() {
        for (int b = 0; b < blocks.size(); b++) {
            ModelBlock block = blocks.get(b);
            if (block.keepInside() < 1) {
                findings.add(
                        PortMistake.DROPOUT_BEFORE_ACTIVATION,
                        b,
                        block.keepInside(),
                        SaidOfPort.NONE_THERE.of(),
                        b + 1 < right.size()
                                ? SaidOfPort.IN_LAYER.of(b + 1, line(right.get(b + 1)))
                                : Findings.without(DROPOUT));
            }
            if (block.dropout().filter(it -> !it.is("Dropout")).isPresent()) {
                findings.add(PortMistake.DROPOUT_KIND, b, block.dropout().get().type(), "Dropout", line(right.get(b)));
            }
        }
        if (isShifted()) {
            shifted();
        } else {
            each();
        }
    }

    private double found(int b) {
        return blocks.get(b).keep();
    }

    private static Phrase line(double keep) {
        return keep < 1 ? Said.NAME.of(".dropOut(" + keep + ")") : Findings.without(DROPOUT);
    }

    private static boolean isComplement(double found, double right) {
        return right < 1 && !Findings.same(right, 0.5) && Math.abs(1 - found - right) < 1e-9;
    }

    private static boolean fits(double found, double right) {
        return Findings.same(found, right) || isComplement(found, right);
    }

    /** Whether each layer has the dropout of its own activations. */
    private boolean isShifted() {
        int last = blocks.size() - 1;
        boolean differs = false;
        for (int b = 0; b < last; b++) {
            if (!fits(found(b), right.get(b + 1))) {
                return false;
            }
            differs |= !Findings.same(found(b), right.get(b));
        }
        boolean drops = right.subList(1, right.size()).stream().anyMatch(keep -> keep < 1);
        return last > 0 && drops && differs && found(last) == 1 && right.get(last) < 1 && right.get(0) == 1;
    }

    private void shifted() {
        for (int b = 0; b + 1 < blocks.size(); b++) {
            double keep = right.get(b + 1);
            if (keep < 1) {
                findings.add(
                        PortMistake.DROPOUT_ON_WRONG_LAYER,
                        b,
                        SaidOfPort.ON_LAYER.of(String.valueOf(found(b)), b),
                        SaidOfPort.ON_LAYER.of(String.valueOf(keep), b + 1),
                        SaidOfPort.IN_LAYER.of(b + 1, line(keep)));
                if (isComplement(found(b), keep)) {
                    findings.add(PortMistake.DROP_FOR_KEEP, b + 1, found(b), keep, line(keep));
                }
            }
        }
    }

    private void each() {
        for (int b = 0; b < blocks.size(); b++) {
            double keep = right.get(b);
            if (Findings.same(found(b), keep)) {
                continue;
            }
            PortMistake mistake = isComplement(found(b), keep)
                    ? PortMistake.DROP_FOR_KEEP
                    : found(b) == 1
                            ? PortMistake.DROPOUT_MISSING
                            : keep == 1 ? PortMistake.DROPOUT_EXTRA : PortMistake.DROPOUT_OTHER;
            boolean moved = (mistake == PortMistake.DROPOUT_MISSING || mistake == PortMistake.DROPOUT_EXTRA)
                    && isElsewhere(b, mistake);
            boolean inside =
                    mistake == PortMistake.DROPOUT_MISSING && findings.has(PortMistake.DROPOUT_BEFORE_ACTIVATION);
            if (!inside) {
                findings.add(moved ? PortMistake.DROPOUT_ON_WRONG_LAYER : mistake, b, found(b), keep, line(keep));
            }
        }
    }

    /** Whether what is missing here is too much somewhere else, or the other way round. */
    private boolean isElsewhere(int b, PortMistake mistake) {
        double searched = mistake == PortMistake.DROPOUT_MISSING ? right.get(b) : found(b);
        for (int o = 0; o < blocks.size(); o++) {
            double there = mistake == PortMistake.DROPOUT_MISSING ? found(o) : right.get(o);
            double other = mistake == PortMistake.DROPOUT_MISSING ? right.get(o) : found(o);
            if (o != b && Findings.same(there, searched) && other == 1) {
                return true;
            }
        }
        return false;
    }
}
