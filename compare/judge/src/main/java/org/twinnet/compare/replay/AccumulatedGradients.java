package org.twinnet.compare.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/**
 * Gradients that nobody sets to zero.
 *
 * <pre>
 *   dV(i) = dV(i − 1) + g(i)    ε = εdV(i − 1) + εg + u·(|dV(i − 1)| + |g|), g the gradient of iteration i
 * </pre>
 */
final class AccumulatedGradients {

    private final Trace trace;
    private final OptimizerState start;
    private final Rounding rounding;
    private final Function<TensorName, Optional<Bounded>> known;

    /**
     * Prepares.
     *
     * @param trace what a network wrote down
     * @param start what is carried into the first iteration of the trace
     * @param rounding the format that programs compute in
     * @param known a gradient as the parameters get it: the trace's own, or else recomputed
     */
    AccumulatedGradients(
            Trace trace, OptimizerState start, Rounding rounding, Function<TensorName, Optional<Bounded>> known) {
        this.trace = trace;
        this.start = start;
        this.rounding = rounding;
        this.known = known;
    }

    /** With all of those before; empty where these are not known. */
    Optional<Bounded> of(TensorName name, Optional<Bounded> own) {
        if (name.iteration() == 0) {
            return own;
        }
        return own.flatMap(g -> before(name).map(sum -> {
            Bounded both = g.copy();
            Elementwise.add(sum, both, rounding);
            return both;
        }));
    }

    private Optional<Bounded> before(TensorName name) {
        if (name.iteration() == start.iteration()) {
            return Optional.ofNullable(start.gradients().get(name));
        }
        TensorName before = new TensorName(name.quantity(), name.layer(), name.iteration() - 1);
        return trace.holds(before.iteration()) ? known.apply(before) : Optional.empty();
    }

    /** What goes on into the next iteration beside what the optimizer carries. */
    OptimizerState carried(OptimizerState next) {
        Map<TensorName, Bounded> gradients = new HashMap<>();
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity parameter : trace.parameters(l)) {
                Quantity gradient = parameter.gradient();
                TensorName after = new TensorName(gradient, l, next.iteration());
                known.apply(new TensorName(gradient, l, next.iteration() - 1))
                        .ifPresent(sum -> gradients.put(after, sum));
            }
        }
        return new OptimizerState(next.iteration(), next.tensors(), gradients);
    }
}
