package org.twinnet.scratch.training;

import java.util.List;
import org.twinnet.scratch.cost.Cost;
import org.twinnet.scratch.cost.CrossEntropy;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.network.BackwardPass;
import org.twinnet.scratch.network.ForwardPass;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.network.Parameters;
import org.twinnet.scratch.optimizer.GradientDescent;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.penalty.Penalty;

/**
 * Full-batch gradient descent on one set of examples.
 *
 * <p>One iteration is {@link #forward}, {@link #backward}, {@link #update}, in this order; {@link #step} is all three. {@link #cost} may be
 * asked for after forward and until the update: it is the cost before the update, under the masks of the iteration, as the notebook reports it.
 * The loop allocates nothing but the cost's record. Not thread-safe.
 */
public final class Trainer {

    private final Network network;
    private final GradientDescent optimizer;
    private final DropoutMasks masks;
    private final Matrix Y;
    private final Parameters parameters;
    private final Parameters gradients;
    private final ForwardPass pass;
    private final BackwardPass back;
    private List<Matrix> masksOfIteration = List.of();
    private int iteration;

    /**
     * Prepares training at iteration 0.
     *
     * @param parameters initial parameters; the trainer's own from now on, updated in place
     * @param penalty what regularization adds to the cost
     * @param masks dropout masks of every iteration
     * @param optimizer the update
     * @param config the network's shape
     * @param X examples, features × m, not modified
     * @param Y labels 0 or 1, 1 × m, not modified
     * @throws IllegalArgumentException if X and Y do not fit each other or the network, or a label is neither 0 nor 1; parameters
     *     and masks that do not fit are refused by the first {@link #forward}
     */
    public Trainer(
            Parameters parameters,
            Penalty penalty,
            DropoutMasks masks,
            GradientDescent optimizer,
            NetworkConfig config,
            Matrix X,
            Matrix Y) {
        requireLabels(X, Y);
        this.network = new Network(config, penalty, masks.keepProbability());
        this.optimizer = optimizer;
        this.masks = masks;
        this.Y = Y;
        this.parameters = parameters;
        this.gradients = Parameters.zeros(config);
        this.pass = new ForwardPass(config, X);
        this.back = new BackwardPass(config, X.columns());
    }

    /**
     * Propagates the examples forward, under the masks of the current iteration.
     *
     * @return the finished pass, live: the next iteration overwrites it
     */
    public ForwardPass forward() {
        masksOfIteration = masks.of(iteration);
        network.forward(parameters, masksOfIteration, pass);
        return pass;
    }

    /**
     * The cost of the last forward pass.
     *
     * @return both parts
     */
    public Cost cost() {
        return network.cost(parameters, Y, pass);
    }

    /**
     * The cross-entropy of the last forward pass, computed from the logits: finite where an output has rounded to the wrong label and {@link #cost}
     * is not. The pass stays until the next one, so this may also be asked for after the update.
     *
     * @return mean cross-entropy
     */
    public double logitCrossEntropy() {
        return CrossEntropy.meanOfLogits(pass.Z(network.config().depth()), Y);
    }

    /**
     * Propagates the gradients back, after {@link #forward}.
     *
     * @return dWˡ and dbˡ, live: the next iteration overwrites them
     */
    public Parameters backward() {
        network.backward(parameters, Y, masksOfIteration, pass, back, gradients);
        return gradients;
    }

    /**
     * The gradient of the cross-entropy alone, after {@link #forward}: what {@link #backward} would be without penalty.
     *
     * @return new dWˡ and dbˡ
     */
    public Parameters dataGradient() {
        Parameters result = Parameters.zeros(network.config());
        new Network(network.config(), new NoPenalty(), network.keepProbability())
                .backward(parameters, Y, masksOfIteration, pass, back, result);
        return result;
    }

    /** Moves the parameters along the gradients, after {@link #backward}, and counts the iteration. */
    public void update() {
        optimizer.update(gradients, parameters);
        iteration++;
    }

    /** Runs one whole iteration. */
    public void step() {
        forward();
        backward();
        update();
    }

    /**
     * The number of finished iterations, which is the index of the current one.
     *
     * @return iteration, from 0
     */
    public int iteration() {
        return iteration;
    }

    /**
     * The parameters in training.
     *
     * @return live; whoever changes them between iterations trains on from there
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The gradients dZˡ of the last backward pass.
     *
     * @return live
     */
    public BackwardPass backwardPass() {
        return back;
    }

    /**
     * The network in training.
     *
     * @return the network
     */
    public Network network() {
        return network;
    }

    private static void requireLabels(Matrix X, Matrix Y) {
        if (Y.rows() != 1 || Y.columns() != X.columns()) {
            throw ShapeMismatchException.of("training examples", "X", X, "Y", Y, "Y is 1×m with the columns of X");
        }
        for (int j = 0; j < Y.columns(); j++) {
            double y = Y.get(0, j);
            if (y != 0.0 && y != 1.0) {
                throw new IllegalArgumentException("Labels are 0 or 1; label " + j + " is " + y + ".");
            }
        }
    }
}
