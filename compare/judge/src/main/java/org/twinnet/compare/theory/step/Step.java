package org.twinnet.compare.theory.step;

import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.Rounding;

/**
 * One whole step of training over chapters, each number with its bound: forward pass, cost, backward pass, update. Not
 * thread-safe.
 */
public final class Step {

    private final Chapters chapters;
    private final double[][] Y;
    private final Rounding rounding;
    private final ForwardStep forward;
    private final BackwardStep backward;
    private final UpdateStep update;
    private final ParameterTensors statistics;
    private final ParameterTensors nextStatistics;
    private LossCost loss;
    private BoundedNumber penalty;

    /**
     * Makes the buffers.
     *
     * @param chapters the formulas
     * @param X features × examples, kept and not modified
     * @param Y outputs × examples, kept and not modified
     * @param penaltyOver number of examples that the penalty is divided by
     * @param rounding the format that programs compute in
     */
    public Step(Chapters chapters, double[][] X, double[][] Y, int penaltyOver, Rounding rounding) {
        this.chapters = chapters;
        this.Y = Y;
        this.rounding = rounding;
        this.forward = new ForwardStep(chapters, X, rounding);
        this.backward = new BackwardStep(chapters, Y, rounding);
        this.update = new UpdateStep(chapters, penaltyOver, rounding);
        this.statistics = ParameterTensors.exactStatistics(chapters);
        this.nextStatistics = ParameterTensors.statistics(chapters);
    }

    /**
     * Takes the step.
     *
     * @param parameters the parameters before it, not modified
     * @param masks as {@link ForwardStep#run} takes them
     * @param t iteration, from 1
     */
    public void run(ParameterTensors parameters, double[][][] masks, int t) {
        int L = chapters.depth();
        forward.run(parameters, masks);
        loss = chapters.loss().cost(forward.activationInput(L), forward.activation(L), Y, rounding);
        penalty = update.penalty(parameters);
        backward.run(parameters, forward);
        update.run(parameters, backward.gradient(), t);
        forward.keep(statistics, nextStatistics);
    }

    /**
     * The forward pass.
     *
     * @return Z and A of each layer
     */
    public ForwardStep forward() {
        return forward;
    }

    /**
     * The mean loss.
     *
     * @return both forms of it
     */
    public LossCost loss() {
        return loss;
    }

    /**
     * The penalty.
     *
     * @return what it adds to the cost
     */
    public BoundedNumber penalty() {
        return penalty;
    }

    /**
     * The whole cost as it is written.
     *
     * @return loss plus penalty
     */
    public BoundedNumber cost() {
        return loss.asWritten().plus(penalty, rounding);
    }

    /**
     * The whole cost in the form that does not saturate.
     *
     * @return loss plus penalty
     */
    public BoundedNumber stableCost() {
        return loss.stable().plus(penalty, rounding);
    }

    /**
     * The backward pass.
     *
     * @return dZ of each layer and the gradient of the mean loss
     */
    public BackwardStep backward() {
        return backward;
    }

    /**
     * Penalty's gradient and update.
     *
     * @return what the step subtracts and lands on
     */
    public UpdateStep update() {
        return update;
    }

    /**
     * What normalizations carry into the step; to be filled by who knows it.
     *
     * @return the statistics, live
     */
    public ParameterTensors statistics() {
        return statistics;
    }

    /**
     * What normalizations carry out of the step.
     *
     * @return the statistics, live
     */
    public ParameterTensors nextStatistics() {
        return nextStatistics;
    }
}
