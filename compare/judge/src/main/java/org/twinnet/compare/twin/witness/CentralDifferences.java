package org.twinnet.compare.twin.witness;

import java.util.function.IntConsumer;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.training.Trainer;

/** The witness that knows no derivative: central differences of the hand-written cost. */
public final class CentralDifferences implements GradientWitness {

    /**
     * Evaluations of the cost for one quotient: seven, and three more each time that a unit switches within the step.
     */
    private static final long EVALUATIONS = 12;

    private final Trainer trainer;
    private final int depth;
    private final boolean[] kinked;
    private final boolean kinkedPenalty;
    private final int affordable;

    /**
     * Prepares the witness.
     *
     * @param experiment what is trained
     * @param training the training examples
     */
    public CentralDifferences(Experiment experiment, Dataset training) {
        trainer = ScratchModels.trainer(experiment, training);
        depth = experiment.layerSizes().size() - 1;
        kinked = new boolean[depth];
        for (int l = 0; l < depth; l++) {
            kinked[l] = experiment.layers().get(l).activation().pieced();
        }
        kinkedPenalty = experiment.penalty().hasMagnitudes();
        affordable = Expense.of(experiment, training.size()).times(EVALUATIONS).affordable();
    }

    @Override
    public Phrase name() {
        return Said.CENTRAL_DIFFERENCES.of();
    }

    @Override
    public int affordable() {
        return affordable;
    }

    @Override
    public Testimony gradient(double[] theta, double costError, int[] parameters, IntConsumer progress) {
        NumericalGradient.Estimate estimate =
                NumericalGradient.of(new Cost(), theta.clone(), costError, parameters, progress);
        return new Testimony(estimate.values(), estimate.errors());
    }

    /** The cost of iteration 0, and on which side of its kinks it was computed. */
    private final class Cost implements NumericalGradient.CostFunction {

        private long piece;

        @Override
        public double at(double[] theta) {
            trainer.parameters().readFrom(theta);
            ForwardPass pass = trainer.forward();
            piece = 1;
            for (int i = 0; kinkedPenalty && i < theta.length; i++) {
                add(theta[i]);
            }
            for (int l = 1; l <= depth; l++) {
                if (!kinked[l - 1]) {
                    continue;
                }
                Matrix N = pass.N(l);
                for (int i = 0; i < N.rows(); i++) {
                    for (double n : N.row(i)) {
                        add(n);
                    }
                }
            }
            return trainer.cost().total();
        }

        /** On which side of 0 a number is. */
        private void add(double z) {
            piece = piece * 0x9E37_79B9_7F4A_7C15L + (z > 0 ? 1 : 2);
        }

        @Override
        public long piece() {
            return piece;
        }
    }
}
