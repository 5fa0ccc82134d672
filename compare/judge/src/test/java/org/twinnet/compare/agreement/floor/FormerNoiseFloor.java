package org.twinnet.compare.agreement.floor;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.penalty.NoPenalty;

/**
 * How far two correct programs can part in one iteration that starts from equal parameters, entry by entry: the sum of
 * the errors that rounding can cause in each, by forward error analysis (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., ch. 3).
 *
 * <p>{@link FormerForwardErrors}, {@link FormerCostErrors} and {@link FormerBackwardErrors} hold the formulas of their
 * parts; the update adds
 *
 * <pre>
 *   penalty's gradient   γ₄·|λ/m·W|
 *   update               α·(εdV + γ₄·|λ/m·W|) + 2u·α·(|dV| + |λ/m·W|)
 *   next parameters      the same + u·(|V| + α·(|dV| + |λ/m·W|))
 * </pre>
 *
 * <p>All floors are for the difference of two programs, twice the bound for one. They are worst cases over every order
 * of summation, with or without fused multiply-add; real differences are mostly a tenth of them or less, and mistakes
 * many orders more. Not thread-safe.
 */
final class FormerNoiseFloor {

    private final Network network;
    private final double learningRate;
    private final double decay;
    private final DropoutMasks masks;
    private final Parameters parameters;
    private final FormerForwardErrors forward;
    private final FormerCostErrors cost;
    private final FormerBackwardErrors backward;
    private int iteration;

    /**
     * Prepares the analysis.
     *
     * @param experiment what is trained
     * @param training the training examples
     */
    public FormerNoiseFloor(Experiment experiment, Dataset training) {
        int m = training.size();
        this.learningRate = experiment.optimizer().learningRate();
        this.decay = experiment.penalty().l2() / m;
        this.masks = ScratchModels.masks(experiment, m);
        double keep = experiment.layers().get(0).keepProb();
        this.network = Network.of(ScratchModels.config(experiment), new NoPenalty(), keep);
        Matrix Y = Matrix.ofRow(training.labels());
        this.parameters = Parameters.of(network.layers());
        this.forward = new FormerForwardErrors(network, keep, ScratchModels.features(training.featureRows()));
        this.cost = new FormerCostErrors(experiment.penalty().l2(), Y);
        this.backward = new FormerBackwardErrors(network, keep, Y);
    }

    /**
     * Analyses one iteration; the floors below are of this one until the next call.
     *
     * @param theta parameters that both programs start from, not modified
     * @param iteration iteration, from 0: it selects the masks
     */
    public void analyse(double[] theta, int iteration) {
        parameters.readFrom(theta);
        List<Matrix> D = masks.of(iteration);
        forward.analyse(parameters, null, D);
        cost.analyse(parameters, forward);
        backward.analyse(parameters, D, forward, 0);
        this.iteration = iteration;
    }

    /**
     * The floor of Z.
     *
     * @param layer layer, from 1
     * @return one number an entry, row by row
     */
    public double[] preActivations(int layer) {
        return doubled(forward.zError(layer));
    }

    /**
     * The floor of A.
     *
     * @param layer layer, from 1
     * @return one number an entry, row by row
     */
    public double[] activations(int layer) {
        return doubled(forward.aError(layer));
    }

    /**
     * The floor of the cross-entropy.
     *
     * @return largest difference that rounding explains; infinite where an output is saturated on the wrong side
     */
    public double crossEntropy() {
        return cost.crossEntropyFloor();
    }

    /**
     * The floor of the cross-entropy where both programs compute it from the logit.
     *
     * @return largest difference that rounding explains; finite where the logits are
     */
    public double logitCrossEntropy() {
        return cost.logitCrossEntropyFloor();
    }

    /**
     * The floor of the whole cost where both programs compute the cross-entropy from the logit.
     *
     * @return largest difference that rounding explains
     */
    public double logitCost() {
        return cost.logitCostFloor();
    }

    /**
     * The floor of the penalty.
     *
     * @return largest difference that rounding explains
     */
    public double penalty() {
        return cost.penaltyFloor();
    }

    /**
     * The floor of the whole cost.
     *
     * @return largest difference that rounding explains
     */
    public double cost() {
        return cost.costFloor();
    }

    /**
     * The floor of the cross-entropy's gradient.
     *
     * @return one number a parameter
     */
    public double[] dataGradient() {
        return dataGradient(0);
    }

    /**
     * The floor of the cross-entropy's gradient where one of the programs is also off by an absolute error in A − Y of
     * the output. The floors of update and next parameters are not of this iteration any more until it is analysed
     * again.
     *
     * @param residualError the absolute error, at least 0
     * @return one number a parameter
     */
    public double[] dataGradient(double residualError) {
        backward.analyse(parameters, masks.of(iteration), forward, residualError);
        double[] floor = backward.gradientErrors().toVector();
        for (int i = 0; i < floor.length; i++) {
            floor[i] *= 2;
        }
        return floor;
    }

    /**
     * The floor of the penalty's gradient.
     *
     * @return one number a parameter, 0 for biases
     */
    public double[] penaltyGradient() {
        Parameters floor = Parameters.of(network.layers());
        for (int l = 1; l <= parameters.depth(); l++) {
            for (int i = 0; i < parameters.W(l).rows(); i++) {
                double[] w = parameters.W(l).row(i);
                double[] f = floor.W(l).row(i);
                for (int k = 0; k < w.length; k++) {
                    f[k] = 2 * FormerRounding.gamma(4) * Math.abs(decay * w[k]) + 2 * FormerRounding.TINY;
                }
            }
        }
        return floor.toVector();
    }

    /**
     * The floors of the update and of the parameters after it.
     *
     * @param updates floors of what is subtracted, overwritten
     * @param next floors of the parameters after the update, overwritten
     */
    public void update(double[] updates, double[] next) {
        Parameters dV = backward.gradient();
        Parameters errors = backward.gradientErrors();
        int at = 0;
        for (int l = 1; l <= parameters.depth(); l++) {
            at = update(parameters.W(l), dV.W(l), errors.W(l), decay, updates, next, at);
            at = update(parameters.b(l), dV.b(l), errors.b(l), 0, updates, next, at);
        }
    }

    private int update(Matrix V, Matrix dV, Matrix errors, double decay, double[] updates, double[] next, int from) {
        double alpha = learningRate;
        int at = from;
        for (int i = 0; i < V.rows(); i++) {
            double[] v = V.row(i);
            double[] dv = dV.row(i);
            double[] e = errors.row(i);
            for (int k = 0; k < v.length; k++) {
                double penalty = Math.abs(decay * v[k]);
                double magnitude = alpha * (Math.abs(dv[k]) + penalty);
                double floor = alpha * (e[k] + FormerRounding.gamma(4) * penalty)
                        + 2 * FormerRounding.UNIT * magnitude
                        + 2 * FormerRounding.TINY;
                updates[at] = 2 * floor;
                next[at] = 2 * (floor + FormerRounding.UNIT * (Math.abs(v[k]) + magnitude));
                at++;
            }
        }
        return at;
    }

    private static double[] doubled(Matrix errors) {
        double[] floor = new double[errors.rows() * errors.columns()];
        errors.writeTo(floor, 0);
        for (int i = 0; i < floor.length; i++) {
            floor[i] *= 2;
        }
        return floor;
    }
}
