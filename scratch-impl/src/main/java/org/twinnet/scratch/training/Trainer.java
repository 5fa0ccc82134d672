package org.twinnet.scratch.training;

import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.batch.PenaltyOver;
import org.twinnet.scratch.clipping.Clipping;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.loss.Cost;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.optimizer.Optimizer;
import org.twinnet.scratch.optimizer.OptimizerState;
import org.twinnet.scratch.schedule.Schedule;

/**
 * Training on one set of examples: on all of them in every iteration, or on one batch after the other.
 *
 * <p>One iteration is {@link #forward}, {@link #backward}, {@link #update}, in this order; {@link #step} is all three.
 * {@link #cost} may be asked for after forward and until the update: it is the cost before the update, under the masks
 * of the iteration, as the notebook reports it. Of full batches the loop allocates nothing but the cost's record. Not
 * thread-safe.
 *
 * <p>The iteration, the {@link #parameters}, the {@link #statistics} and the {@link #optimizerState} are all of a
 * trainer's state: two trainers of the same run that have the same numbers there go on alike.
 */
public final class Trainer {

    private final Network network;
    private final DropoutMasks masks;
    private final UpdateRule rule;
    private final Matrix X;
    private final PenaltyOver penaltyOver;
    private final BatchPasses batches;
    private final Parameters parameters;
    private final Parameters statistics;
    private final Parameters gradients;
    private final Parameters update;
    private final OptimizerState optimizerState;
    private BatchPasses.Batch batch;
    private int iteration;

    /**
     * Prepares training on all examples at iteration 0.
     *
     * @param network what to train
     * @param parameters initial parameters; the trainer's own from now on, updated in place
     * @param masks dropout masks of every iteration
     * @param optimizer what makes an update of the gradients
     * @param learningRate the learning rate of every iteration
     * @param X examples, features × m, not modified
     * @param Y what the output should be, outputs × m, not modified
     * @throws IllegalArgumentException if X and Y do not fit each other or the network, or the loss cannot read Y;
     *     parameters and masks that do not fit are refused by the first {@link #forward}
     */
    public Trainer(
            Network network,
            Parameters parameters,
            DropoutMasks masks,
            Optimizer optimizer,
            Schedule learningRate,
            Matrix X,
            Matrix Y) {
        this(network, parameters, masks, UpdateRule.of(optimizer, learningRate), X, Y);
    }

    /**
     * Prepares training on all examples at iteration 0.
     *
     * @param network what to train
     * @param parameters initial parameters; the trainer's own from now on, updated in place
     * @param masks dropout masks of every iteration
     * @param rule what becomes of the gradients
     * @param X examples, features × m, not modified
     * @param Y what the output should be, outputs × m, not modified
     * @throws IllegalArgumentException as the other constructor
     */
    public Trainer(Network network, Parameters parameters, DropoutMasks masks, UpdateRule rule, Matrix X, Matrix Y) {
        this(network, parameters, masks, rule, X, Y, new Batches.Full(X.columns()), PenaltyOver.TRAINING_SET);
    }

    /**
     * Prepares training on batches at iteration 0.
     *
     * @param network what to train
     * @param parameters initial parameters; the trainer's own from now on, updated in place
     * @param masks dropout masks of every iteration, of the examples that it sees
     * @param rule what becomes of the gradients
     * @param X examples, features × m, not modified
     * @param Y what the output should be, outputs × m, not modified
     * @param batches the examples that each iteration sees; the trainer's own from now on
     * @param penaltyOver what λ of the penalty is divided by
     * @throws IllegalArgumentException if X, Y and the batches do not fit each other or the network, or the loss cannot
     *     read Y; parameters and masks that do not fit are refused by the first {@link #forward}
     */
    public Trainer(
            Network network,
            Parameters parameters,
            DropoutMasks masks,
            UpdateRule rule,
            Matrix X,
            Matrix Y,
            Batches batches,
            PenaltyOver penaltyOver) {
        Precision precision = network.precision();
        this.X = precision.rounded(X);
        this.penaltyOver = penaltyOver;
        requireTargets(network, X, Y);
        this.batches = new BatchPasses(network, this.X, precision.rounded(Y), batches);
        this.batch = this.batches.at(0);
        this.network = network;
        this.parameters = parameters;
        parameters.round(precision);
        this.masks = masks;
        this.rule = rule;
        this.statistics = Parameters.ofStatistics(network.layers());
        this.gradients = parameters.zeros();
        this.update = parameters.zeros();
        this.optimizerState = rule.optimizer().newState(parameters);
    }

    /**
     * Propagates the examples of the iteration forward, under the masks of the current iteration.
     *
     * @return the finished pass, live: the next iteration overwrites it
     */
    public ForwardPass forward() {
        batch = batches.at(iteration);
        network.forward(parameters, masks.of(iteration), batch.pass());
        return batch.pass();
    }

    /**
     * The cost of the last forward pass.
     *
     * @return both parts
     */
    public Cost cost() {
        return network.cost(parameters, batch.Y(), batch.pass(), penaltyOver());
    }

    /**
     * The loss of the last forward pass, computed from the logits: finite where an output has rounded to the wrong
     * label and {@link #cost} is not. The pass stays until the next one, so this may also be asked for after the
     * update.
     *
     * @return mean loss
     */
    public double stableLoss() {
        double mean = network.loss()
                .stableMean(batch.pass().N(network.depth()), batch.pass().output(), batch.Y());
        return network.precision().round(mean);
    }

    /**
     * Propagates the gradients back, after {@link #forward}, and clips them.
     *
     * @return dWˡ and dbˡ, live: the next iteration overwrites them
     */
    public Parameters backward() {
        Clipping clipping = rule.clipping();
        network.backwardLoss(parameters, batch.Y(), batch.pass(), batch.back(), gradients);
        if (!clipping.afterPenalty()) {
            clipping.clip(gradients);
            gradients.round(network.precision());
        }
        network.addPenalty(parameters, penaltyOver(), gradients);
        if (clipping.afterPenalty()) {
            clipping.clip(gradients);
            gradients.round(network.precision());
        }
        return gradients;
    }

    /**
     * The gradient of the loss alone, after {@link #forward}: what {@link #backward} would be without penalty and
     * clipping.
     *
     * @return new dWˡ and dbˡ
     */
    public Parameters dataGradient() {
        Parameters result = gradients.zeros();
        network.backwardLoss(parameters, batch.Y(), batch.pass(), batch.back(), result);
        return result;
    }

    /**
     * Moves the parameters along the gradients and the statistics along the pass, after {@link #backward}, and counts
     * the iteration.
     */
    public void update() {
        int t = iteration + 1;
        double alpha = rule.learningRate().at(t);
        rule.optimizer().update(gradients, t, alpha, optimizerState, update);
        rule.decay().addTo(parameters, alpha, update);
        update.round(network.precision());
        parameters.subtract(update);
        for (int k = 0; k < network.layers().size(); k++) {
            network.layers().get(k).keep(batch.pass(), statistics);
        }
        round();
        iteration = t;
    }

    /**
     * Rounds all of the state to the network's precision: after an update, and for whoever changes it between
     * iterations.
     */
    public void round() {
        Precision precision = network.precision();
        parameters.round(precision);
        statistics.round(precision);
        for (int n = 0; n < optimizerState.memories().size(); n++) {
            optimizerState.memories().get(n).values().round(precision);
        }
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
     * What the layers keep of the batches that they have seen, for predictions.
     *
     * @return live; whoever changes it between iterations trains on from there
     */
    public Parameters statistics() {
        return statistics;
    }

    /**
     * What the last {@link #update} subtracted from the parameters.
     *
     * @return one number a parameter, live; 0 before the first update
     */
    public Parameters lastUpdate() {
        return update;
    }

    /**
     * What the optimizer remembers.
     *
     * @return live; whoever changes it between iterations trains on from there
     */
    public OptimizerState optimizerState() {
        return optimizerState;
    }

    /**
     * Goes to another iteration; parameters and the optimizer's memory stay.
     *
     * @param next index of the coming iteration, from 0
     * @throws IllegalArgumentException if it is negative
     */
    public void goTo(int next) {
        if (next < 0) {
            throw new IllegalArgumentException("Iterations are counted from 0; there is no " + next + ".");
        }
        iteration = next;
    }

    /**
     * All examples.
     *
     * @return X, features × m; not to be modified
     */
    public Matrix X() {
        return X;
    }

    /**
     * What λ of the penalty is divided by in the current iteration.
     *
     * @return the number of training examples, or of those in the batch
     */
    public int penaltyOver() {
        return penaltyOver == PenaltyOver.BATCH ? batches.size(iteration) : X.columns();
    }

    /**
     * The gradients dZˡ of the last backward pass.
     *
     * @return live
     */
    public BackwardPass backwardPass() {
        return batch.back();
    }

    /**
     * The network in training.
     *
     * @return the network
     */
    public Network network() {
        return network;
    }

    private static void requireTargets(Network network, Matrix X, Matrix Y) {
        int outputs = 0;
        for (Layer layer : network.layers()) {
            outputs = layer instanceof Dense dense ? dense.units() : outputs;
        }
        if (Y.rows() != outputs || Y.columns() != X.columns()) {
            throw ShapeMismatchException.of(
                    "training examples", "X", X, "Y", Y, "Y is " + outputs + "×m with the columns of X");
        }
        network.loss().requireTargets(Y);
    }
}
