package org.twinnet.compare.agreement;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.prediction.Confusion;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.CostPoint;

/**
 * What one twin's free run came to.
 *
 * @param costs cost of every reported iteration
 * @param checkpoints parameters now and then
 * @param parameters parameters after the last iteration
 * @param statistics running statistics after it; empty without batch normalization
 * @param train how well it fits the training examples
 * @param test how well it fits the test examples, where there are any
 * @param confusion labels that the network gives to the training examples, where they have any
 * @param testConfusion labels that it gives to the test examples, where there are any and have any
 */
@SuppressWarnings("ArrayRecordComponent") // copied out by readers, never compared by equals
public record TwinRun(
        List<CostPoint> costs,
        List<Checkpoint> checkpoints,
        double[] parameters,
        double[] statistics,
        Fit train,
        Optional<Fit> test,
        Optional<Confusion> confusion,
        Optional<Confusion> testConfusion) {

    /**
     * Copies the list.
     *
     * @param costs cost of every reported iteration
     * @param checkpoints parameters now and then
     * @param parameters parameters after the last iteration
     * @param statistics running statistics after it
     * @param train how well it fits the training examples
     * @param test how well it fits the test examples
     * @param confusion labels that it gives to training examples
     * @param testConfusion labels that it gives to test examples
     */
    public TwinRun {
        costs = List.copyOf(costs);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * The cost of the last iteration.
     *
     * @return the last reported cost
     */
    public double finalCost() {
        return costs.get(costs.size() - 1).cost();
    }
}
