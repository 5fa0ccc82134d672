package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The cost as any program may compute it: from the logit, or from the output as the notebook does. The number here is
 * the stable form's wherever there is one.
 *
 * <pre>
 *   floor = ε of the stable form + the larger one of both forms'
 * </pre>
 *
 * <p>Where an output saturates, so that rounding can make a probability zero, the cost is not determined: the error is
 * then infinite.
 */
final class CostReplay {

    private final StepChapters chapters;
    private final Rounding rounding;
    private final double[][] Y;
    private final int batch;
    private final int depth;

    /** Of the examples of one batch, whose targets are given. */
    CostReplay(Trace trace, Matrix targets, StepChapters chapters, Rounding rounding) {
        this.chapters = chapters;
        this.rounding = rounding;
        this.Y = Tensors.rows(targets);
        this.batch = targets.columns();
        this.depth = trace.depth();
    }

    BoundedNumber fromLogits(Bounded Z) {
        Bounded A = Bounded.zeros(Z.rows(), Z.columns());
        chapters.activation(depth).forward(Z, A, rounding);
        LossCost cost = chapters.lossOfCost().cost(Z, A, Y, rounding);
        double other = Math.max(cost.stable().error(), cost.asWritten().error());
        boolean known = !Double.isNaN(other);
        double floor = cost.stable().error() + (known ? other : Double.POSITIVE_INFINITY);
        return averaged(new BoundedNumber(cost.stable().value(), floor / 2));
    }

    /**
     * The cost from the output, where no logit tells more; the output may have been rounded once more than the cost.
     * Terms that are not a number count as nothing, as the notebook's nansum has it.
     */
    BoundedNumber fromProbabilities(Bounded A) {
        Bounded known = A.copy();
        Elementwise.widen(4 * rounding.u(), 0, known);
        for (int i = 0; chapters.areProbabilities() && i < known.rows(); i++) {
            double[] a = known.values(i);
            for (int j = 0; j < a.length; j++) {
                double p = Y[i][j] == 1 ? a[j] : 1 - a[j];
                if (!(p >= 0)) {
                    a[j] = Y[i][j];
                    known.errors(i)[j] = 0;
                }
            }
        }
        return averaged(chapters.lossOfCost().cost(known, known, Y, rounding).asWritten());
    }

    private BoundedNumber averaged(BoundedNumber mean) {
        double factor = chapters.costAveraging(batch);
        return factor == 1 ? mean : mean.times(factor, rounding);
    }

    /** What the weights, and by mistake the biases, add; those of one chapter together. */
    BoundedNumber penalty(List<Bounded> weights, List<Bounded> biases) {
        if (!chapters.isPenaltyInCost()) {
            return BoundedNumber.exact(0);
        }
        Map<PenaltyTheory, List<Bounded>> penalized = new LinkedHashMap<>();
        for (int l = 1; l <= weights.size(); l++) {
            PenaltyTheory chapter = chapters.penaltyOfCost(l);
            List<Bounded> tensors = penalized.computeIfAbsent(chapter, it -> new ArrayList<>());
            tensors.add(weights.get(l - 1));
            if (chapter.penalizesBiases()) {
                tensors.add(biases.get(l - 1));
            }
        }
        BoundedNumber sum = BoundedNumber.exact(0);
        for (Map.Entry<PenaltyTheory, List<Bounded>> of : penalized.entrySet()) {
            sum = sum.plus(of.getKey().cost(of.getValue(), chapters.penaltyCostExamples(batch), rounding), rounding);
        }
        return sum;
    }
}
