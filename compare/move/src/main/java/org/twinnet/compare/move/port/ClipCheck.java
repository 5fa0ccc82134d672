package org.twinnet.compare.move.port;

import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfPort;

/** Holds the clipping of gradients against the experiment's. */
final class ClipCheck {

    private final Clipping right;
    private final boolean penalized;
    private final Findings findings;

    ClipCheck(Experiment experiment, Findings findings) {
        this.right = experiment.clip();
        this.penalized = experiment.penalty().isOn();
        this.findings = findings;
    }

    /** How a layer clips: what, to which limit, and whether the penalty's gradient is part of it. */
    private record Clip(String kind, double limit, boolean afterPenalty) {}

    void check(int b, ModelBlock block) {
        Optional<Clip> found = found(block.dense());
        Optional<Clip> needed = needed();
        if (found.isEmpty() && needed.isEmpty()) {
            return;
        }
        Phrase told = said(found);
        Phrase asked = said(needed);
        if (found.isEmpty() || needed.isEmpty()) {
            findings.add(found.isEmpty() ? PortMistake.CLIP_MISSING : PortMistake.CLIP_EXTRA, b, told, asked, line());
            return;
        }
        boolean same = found.get().kind().equals(needed.get().kind())
                && Findings.same(found.get().limit(), needed.get().limit())
                && (!penalized || found.get().afterPenalty() == needed.get().afterPenalty());
        if (!same) {
            findings.add(PortMistake.CLIP_OTHER, b, told, asked, line());
        }
    }

    private static Phrase said(Optional<Clip> clip) {
        return clip.map(it -> Said.NAME.of(it.kind() + " " + it.limit())).orElse(SaidOfPort.NONE.of());
    }

    private static Optional<Clip> found(Part layer) {
        Optional<Part> own =
                layer.part("iupdater").filter(it -> it.is("ClippingUpdater")).flatMap(it -> it.part("clip"));
        if (own.isPresent()) {
            boolean value = own.get().is("GradientClip.Value");
            return Optional.of(
                    new Clip(value ? "value" : "norm-per-layer", own.get().number("limit", Double.NaN), true));
        }
        double threshold = layer.number("gradientNormalizationThreshold", 1);
        return switch (layer.word("gradientNormalization")) {
            case "", "None" -> Optional.empty();
            case "ClipElementWiseAbsoluteValue" -> Optional.of(new Clip("value", threshold, false));
            case "ClipL2PerLayer" -> Optional.of(new Clip("norm-per-layer", threshold, false));
            default -> Optional.of(new Clip(layer.word("gradientNormalization"), threshold, false));
        };
    }

    private Optional<Clip> needed() {
        if (right instanceof Clipping.Value value) {
            return Optional.of(new Clip("value", value.limit(), value.afterPenalty()));
        }
        if (right instanceof Clipping.NormPerLayer norm) {
            return Optional.of(new Clip("norm-per-layer", norm.limit(), norm.afterPenalty()));
        }
        return right instanceof Clipping.Norm norm
                ? Optional.of(new Clip("norm", norm.limit(), norm.afterPenalty()))
                : Optional.empty();
    }

    private Phrase line() {
        if (right instanceof Clipping.Norm) {
            return SaidOfPort.NO_LIMIT_OVER_LAYERS.of();
        }
        return right instanceof Clipping.None
                ? Findings.without(".gradientNormalization(…)")
                : Said.NAME.of(lineThatClips());
    }

    private String lineThatClips() {
        if (needed().orElseThrow().afterPenalty()) {
            return ".updater(new ClippingUpdater(updater, new GradientClip."
                    + (right instanceof Clipping.Value ? "Value(" : "NormPerLayer(")
                    + needed().orElseThrow().limit() + ", true), layer))";
        }
        return ".gradientNormalization(GradientNormalization."
                + (right instanceof Clipping.Value ? "ClipElementWiseAbsoluteValue" : "ClipL2PerLayer")
                + ").gradientNormalizationThreshold(" + needed().orElseThrow().limit() + ")";
    }
}
