package org.twinnet.compare.move.back;

import java.util.Optional;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.Part;

/** The clipping that DL4J's, or a limit around an updater, is. */
final class ClipChoice {

    private static final String SAYABLE = "limits of a value and of the norm of a layer";

    private final Place place;
    private final ModelBlock block;

    ClipChoice(Place place, ModelBlock block) {
        this.place = place;
        this.block = block;
    }

    Clipping clip() {
        Optional<Part> around = limit(block.dense());
        String stock = block.dense().word("gradientNormalization");
        double threshold = block.dense().number("gradientNormalizationThreshold", 1);
        boolean unlimited = stock.isEmpty() || stock.equals("None");
        if (around.isPresent() && !unlimited) {
            throw place.refused("two limits of its gradient", "one");
        }
        Clipping clip = around.map(it -> limit(it, true)).orElseGet(() -> switch (stock) {
            case "", "None" -> new Clipping.None();
            case "ClipElementWiseAbsoluteValue" -> new Clipping.Value(threshold, false);
            case "ClipL2PerLayer" -> new Clipping.NormPerLayer(threshold, false);
            default -> throw place.refused("the gradient normalization " + stock, SAYABLE);
        });
        block.norm().ifPresent(norm -> requireSame(clip, norm));
        return clip;
    }

    private static Optional<Part> limit(Part layer) {
        return layer.part("iupdater").filter(it -> it.is("ClippingUpdater")).flatMap(it -> it.part("clip"));
    }

    private Clipping limit(Part clip, boolean after) {
        double limit = clip.number("limit", Double.NaN);
        return switch (clip.type()) {
            case "GradientClip.Value" -> new Clipping.Value(limit, after);
            case "GradientClip.NormPerLayer" -> new Clipping.NormPerLayer(limit, after);
            default -> throw place.refused("the limit " + clip.type(), SAYABLE);
        };
    }

    /** Of γ and β too, which no penalty meets; but not of what the running statistics move by. */
    private void requireSame(Clipping clip, Part norm) {
        String stock = norm.word("gradientNormalization");
        if (!stock.isEmpty() && !stock.equals("None")) {
            throw place.refused("a limit of what its running mean and variance move by", "limits of gradients");
        }
        boolean after = clip instanceof Clipping.Value value
                ? value.afterPenalty()
                : clip instanceof Clipping.NormPerLayer layer && layer.afterPenalty();
        Clipping own = limit(norm).map(it -> limit(it, after)).orElse(new Clipping.None());
        if (!own.equals(clip)) {
            throw place.refused("other limits for gamma and beta than for its weights", "the same for all");
        }
    }
}
