package org.twinnet.compare.agreement.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.step.BackwardStep;
import org.twinnet.compare.theory.step.Chapters;
import org.twinnet.compare.theory.step.ParameterTensors;
import org.twinnet.compare.theory.step.Step;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;

/**
 * How far two correct programs can part in one iteration that starts from equal parameters, entry by entry: twice the
 * bound of one program's error, which {@link Step} derives from exact parameters in the experiment's precision.
 *
 * <p>Floors are worst cases over every order of summation, with or without fused multiply-add; real differences are
 * mostly a tenth of them or less, and mistakes many orders more. Not thread-safe.
 */
public final class NoiseFloor {

    private final Chapters chapters;
    private final Penalty penalty;
    private final Rounding rounding;
    private final double[][] X;
    private final double[][] Y;
    private final Batches batches;
    private final DropoutMasks masks;
    private final double[][][] maskRows;
    private final ParameterTensors parameters;
    private final List<OfSize> made = new ArrayList<>();
    private OfSize current;

    /**
     * Prepares the analysis.
     *
     * @param experiment what is trained
     * @param training the training examples
     */
    public NoiseFloor(Experiment experiment, Dataset training) {
        int m = training.size();
        this.chapters = Chapters.of(experiment);
        this.penalty = experiment.penalty();
        this.rounding = Rounding.of(experiment.precision());
        this.X = Examples.columns(experiment.precision().round(training.featureRows()));
        this.Y = Examples.columns(experiment.precision().round(training.targetRows()));
        this.batches = ScratchModels.batches(experiment, m);
        this.masks = ScratchModels.masks(experiment, m);
        this.maskRows = new double[chapters.depth()][][];
        this.parameters = ParameterTensors.exact(chapters);
        this.current = ofSize(batches.size(0));
    }

    /** The step of batches of one size, and the examples that it reads. */
    @SuppressWarnings("ArrayRecordComponent") // filled and read by this class alone
    private record OfSize(int size, double[][] X, double[][] Y, Step step) {}

    /** There are two sizes where the last batch of an epoch is short. */
    private OfSize ofSize(int size) {
        for (OfSize known : made) {
            if (known.size() == size) {
                return known;
            }
        }
        int m = X[0].length;
        boolean full = batches instanceof Batches.Full;
        double[][] x = full ? X : new double[X.length][size];
        double[][] y = full ? Y : new double[Y.length][size];
        made.add(new OfSize(size, x, y, new Step(chapters, x, y, penalty.divisor(m, size), rounding)));
        return made.get(made.size() - 1);
    }

    private OfSize ofIteration(int iteration) {
        OfSize batch = ofSize(batches.size(iteration));
        if (!(batches instanceof Batches.Full)) {
            int[] examples = batches.examples(iteration);
            select(X, examples, batch.X());
            select(Y, examples, batch.Y());
        }
        return batch;
    }

    private static void select(double[][] from, int[] columns, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                to[i][j] = from[i][columns[j]];
            }
        }
    }

    /**
     * Analyses one iteration; the floors below are of this one until the next call.
     *
     * @param theta parameters that both programs start from, not modified
     * @param iteration iteration, from 0: it selects the masks
     */
    public void analyse(double[] theta, int iteration) {
        current = ofIteration(iteration);
        // without a state nothing is remembered, whatever was analysed before
        current.step().update().state().forEach(ofTensor -> ofTensor.forEach(NoiseFloor::forget));
        current.step().statistics().tensors().forEach(NoiseFloor::forget);
        run(theta, iteration);
    }

    private static void forget(Bounded memory) {
        for (int i = 0; i < memory.rows(); i++) {
            Arrays.fill(memory.values(i), 0);
        }
    }

    private void run(double[] theta, int iteration) {
        parameters.readValues(theta);
        List<Matrix> D = masks.of(iteration);
        for (int i = 0; i < D.size(); i++) {
            int l = masks.layers().get(i).layer();
            maskRows[l] = rows(D.get(i), maskRows[l]);
        }
        current.step().run(parameters, maskRows, iteration + 1);
    }

    /**
     * Analyses one iteration with all that it starts from.
     *
     * @param state what both programs start from, not modified
     */
    public void analyse(TwinState state) {
        current = ofIteration(state.iteration());
        List<List<Bounded>> remembered = current.step().update().state();
        for (int k = 0; k < state.memories().size(); k++) {
            double[] values = state.memories().get(k).values();
            int at = 0;
            for (List<Bounded> ofTensor : remembered) {
                Bounded memory = ofTensor.get(k);
                for (int i = 0; i < memory.rows(); i++) {
                    System.arraycopy(values, at, memory.values(i), 0, memory.columns());
                    at += memory.columns();
                }
            }
        }
        current.step().statistics().readValues(state.statistics());
        run(state.parameters(), state.iteration());
    }

    /** The live rows of a mask, in the array of the iteration before, where there was one. */
    private static double[][] rows(Matrix D, double[][] before) {
        double[][] rows = before == null ? new double[D.rows()][] : before;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = D.row(i);
        }
        return rows;
    }

    /**
     * The floor of Z.
     *
     * @param layer layer, from 1
     * @return one number an entry, row by row
     */
    public double[] preActivations(int layer) {
        return current.step().forward().Z(layer).floors();
    }

    /**
     * The floor of A.
     *
     * @param layer layer, from 1
     * @return one number an entry, row by row
     */
    public double[] activations(int layer) {
        return current.step().forward().A(layer).floors();
    }

    /**
     * The floor of the cross-entropy, where one program takes the logarithm of the probability and the other works on
     * the logit.
     *
     * @return largest difference that rounding explains; infinite where an output is saturated on the wrong side
     */
    public double crossEntropy() {
        return current.step().loss().asWritten().error()
                + current.step().loss().stable().error();
    }

    /**
     * The floor of the cross-entropy where both programs compute it from the logit.
     *
     * @return largest difference that rounding explains; finite where the logits are
     */
    public double logitCrossEntropy() {
        return 2 * current.step().loss().stable().error();
    }

    /**
     * The floor of the whole cost where both programs compute the cross-entropy from the logit.
     *
     * @return largest difference that rounding explains
     */
    public double logitCost() {
        return 2 * current.step().stableCost().error();
    }

    /**
     * The floor of the penalty.
     *
     * @return largest difference that rounding explains
     */
    public double penalty() {
        return 2 * current.step().penalty().error();
    }

    /**
     * The floor of the whole cost, where one program takes the logarithm of the probability and the other works on the
     * logit.
     *
     * @return largest difference that rounding explains
     */
    public double cost() {
        return current.step().cost().error() + current.step().stableCost().error();
    }

    /**
     * The floor of the cross-entropy's gradient.
     *
     * @return one number a parameter
     */
    public double[] dataGradient() {
        return floors(current.step().backward().gradient());
    }

    /**
     * The floor of the cross-entropy's gradient where one of the programs is also off by an absolute error in A − Y of
     * the output. All other floors stay as they are.
     *
     * @param residualError the absolute error, at least 0
     * @return one number a parameter
     */
    public double[] dataGradient(double residualError) {
        BackwardStep apart = new BackwardStep(chapters, current.Y(), rounding);
        apart.run(parameters, current.step().forward(), residualError);
        return floors(apart.gradient());
    }

    /**
     * The floor of the penalty's gradient.
     *
     * @return one number a parameter, 0 for biases
     */
    public double[] penaltyGradient() {
        return floors(current.step().update().penaltyGradient());
    }

    /**
     * The floors of the update and of the parameters after it.
     *
     * @param updates floors of what is subtracted, overwritten
     * @param next floors of the parameters after the update, overwritten
     */
    public void update(double[] updates, double[] next) {
        current.step().update().update().writeFloors(updates);
        current.step().update().next().writeFloors(next);
    }

    /**
     * The floor of what the optimizer remembers after the update.
     *
     * @param memory which of its memories, in the order of {@link TwinState}
     * @return one number a parameter
     */
    public double[] memory(int memory) {
        double[] floors = new double[parameters.length()];
        int at = 0;
        for (List<Bounded> ofTensor : current.step().update().nextState()) {
            double[] tensor = ofTensor.get(memory).floors();
            System.arraycopy(tensor, 0, floors, at, tensor.length);
            at += tensor.length;
        }
        return floors;
    }

    /**
     * The floor of the statistics that are kept after the iteration.
     *
     * @return one number each, in the order of {@link TwinState#statistics}
     */
    public double[] statistics() {
        return floors(current.step().nextStatistics());
    }

    private static double[] floors(ParameterTensors tensors) {
        double[] floors = new double[tensors.length()];
        tensors.writeFloors(floors);
        return floors;
    }
}
