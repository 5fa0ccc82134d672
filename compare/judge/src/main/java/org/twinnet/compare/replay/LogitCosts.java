package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The costs of batches, as {@link Replay} has them where a trace holds logits and parameters: for runs of many
 * iterations, which look nothing up by its name. Not thread-safe.
 */
public final class LogitCosts {

    private final Trace trace;
    private final StepChapters chapters;
    private final SeenExamples seen;
    private final Rounding rounding;
    private final Map<Integer, Optional<CostReplay>> costs = new HashMap<>();

    private LogitCosts(Trace trace, Recipe recipe, StepChapters chapters, Rounding rounding) {
        this.trace = trace;
        this.chapters = chapters;
        this.rounding = rounding;
        this.seen = new SeenExamples(trace, recipe);
    }

    /**
     * Prepares.
     *
     * @param trace whose examples the batches are of
     * @param recipe how a cost is computed; whose mean it is does not matter here
     * @return the costs; empty where a cost is not that of its logits alone: they are normalized, or activated wrongly
     */
    public static Optional<LogitCosts> of(Trace trace, Recipe recipe) {
        Rounding rounding = Rounding.of(trace.precision());
        StepChapters chapters = new StepChapters(trace, recipe, rounding);
        return chapters.outputIsRight() && chapters.normalization(trace.depth()).isEmpty()
                ? Optional.of(new LogitCosts(trace, recipe, chapters, rounding))
                : Optional.empty();
    }

    /**
     * The cost of an iteration's batch.
     *
     * @param iteration iteration, from 0
     * @param Z its logits, outputs × examples; not modified
     * @param parameters W¹ row by row, b¹, γ¹ and β¹ where there are such, W², …
     * @return the cost; empty where nothing tells which examples the iteration saw
     */
    public Optional<BoundedNumber> cost(int iteration, Matrix Z, double[] parameters) {
        return costs(iteration).map(of -> of.fromLogits(Tensors.exact(Z)).plus(penalty(of, parameters), rounding));
    }

    private BoundedNumber penalty(CostReplay of, double[] parameters) {
        List<Bounded> weights = new ArrayList<>();
        List<Bounded> biases = new ArrayList<>();
        int at = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            int units = trace.layerSizes().get(l);
            int inputs = trace.layerSizes().get(l - 1);
            weights.add(tensor(parameters, at, units, inputs));
            biases.add(tensor(parameters, at + units * inputs, units, 1));
            // scale and shift stand behind the biases
            at += units * (inputs + trace.parameters(l).size() - 1);
        }
        return of.penalty(weights, biases);
    }

    private static Bounded tensor(double[] parameters, int from, int rows, int columns) {
        double[][] values = new double[rows][];
        for (int i = 0; i < rows; i++) {
            values[i] = Arrays.copyOfRange(parameters, from + i * columns, from + (i + 1) * columns);
        }
        return Bounded.exact(values);
    }

    /** Those of the last batch alone are kept: a run does not come back. */
    private Optional<CostReplay> costs(int iteration) {
        int batch = trace.batches().areFull() ? 0 : iteration;
        costs.keySet().removeIf(other -> other != batch);
        return costs.computeIfAbsent(batch, key -> seen.Y(key).map(Y -> new CostReplay(trace, Y, chapters, rounding)));
    }
}
