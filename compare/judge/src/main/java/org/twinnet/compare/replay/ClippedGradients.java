package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.clipping.ClippingTheory;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * What a limit leaves of the gradients of an iteration: those of the parameters of a layer, or of all, are clipped
 * together.
 */
final class ClippedGradients {

    private final ClippingTheory clipping;
    private final Rounding rounding;
    private final Trace trace;
    private final Function<TensorName, Optional<Bounded>> gradient;
    private final Function<TensorName, Optional<Bounded>> penalty;
    private final Map<Integer, Optional<Map<TensorName, Bounded>>> known = new HashMap<>();

    /**
     * Prepares.
     *
     * @param clipping the limit
     * @param rounding the format that programs compute in
     * @param trace what a network wrote down
     * @param gradient a gradient before it is clipped, the penalty's included; empty where it is not known
     * @param penalty what of it is the penalty's; empty where that is not known
     */
    ClippedGradients(
            ClippingTheory clipping,
            Rounding rounding,
            Trace trace,
            Function<TensorName, Optional<Bounded>> gradient,
            Function<TensorName, Optional<Bounded>> penalty) {
        this.clipping = clipping;
        this.rounding = rounding;
        this.trace = trace;
        this.gradient = gradient;
        this.penalty = penalty;
    }

    /** The gradient that the optimizer gets; empty where one that is clipped with it is not known. */
    Optional<Bounded> of(TensorName name) {
        Optional<Map<TensorName, Bounded>> all = known.get(name.iteration());
        if (all == null) {
            all = clip(name.iteration());
            known.put(name.iteration(), all);
        }
        return all.map(gradients -> gradients.get(name));
    }

    private Optional<Map<TensorName, Bounded>> clip(int iteration) {
        Map<TensorName, Bounded> clipped = new HashMap<>();
        Map<TensorName, Bounded> penalties = new HashMap<>();
        List<List<Bounded>> layers = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            List<Bounded> layer = new ArrayList<>();
            for (Quantity parameter : trace.parameters(l)) {
                TensorName name = new TensorName(parameter.gradient(), l, iteration);
                Optional<Bounded> whole = gradient.apply(name);
                Optional<Bounded> own = penalty.apply(name);
                if (whole.isEmpty() || own.isEmpty()) {
                    return Optional.empty();
                }
                Bounded limited = whole.get().copy();
                if (!clipping.afterPenalty()) {
                    Elementwise.subtract(whole.get(), own.get(), limited, rounding);
                    penalties.put(name, own.get());
                }
                layer.add(limited);
                clipped.put(name, limited);
            }
            layers.add(layer);
        }
        clipping.clip(layers, rounding);
        penalties.forEach((name, own) -> Elementwise.add(own, clipped.get(name), rounding));
        return Optional.of(clipped);
    }
}
