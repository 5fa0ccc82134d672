package org.twinnet.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * What DL4J's updaters remember, as vectors in the order of the parameters.
 *
 * <p>DL4J keeps it in one flat array, the state view. Neighbouring parameters with equal updaters make a block, and a
 * block of n parameters whose updater remembers k numbers of each has k pieces of n there, one behind the other, whose
 * names the updater knows. Parameters of a block whose updater does not remember that name have 0.
 */
final class UpdaterState {
    private UpdaterState() {}

    /** Copies the state: a vector of the network's number of parameters for each name. */
    static Map<String, double[]> read(MultiLayerNetwork network) {
        Map<String, double[]> state = new LinkedHashMap<>();
        int length = Math.toIntExact(network.numParams());
        for (UpdaterBlock block : updater(network).getUpdaterBlocks()) {
            views(block).forEach((name, view) -> {
                double[] vector = state.computeIfAbsent(name, n -> new double[length]);
                double[] values = view.dup('c').data().asDouble();
                System.arraycopy(values, 0, vector, block.getParamOffsetStart(), values.length);
            });
        }
        return state;
    }

    /** Replaces the state by vectors under the names that {@link #read} gives. */
    static void write(Map<String, double[]> state, MultiLayerNetwork network) {
        requireFitting(state, network);
        for (UpdaterBlock block : updater(network).getUpdaterBlocks()) {
            views(block).forEach((name, view) -> {
                double[] values = new double[Math.toIntExact(view.length())];
                System.arraycopy(state.get(name), block.getParamOffsetStart(), values, 0, values.length);
                view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
            });
        }
    }

    private static void requireFitting(Map<String, double[]> state, MultiLayerNetwork network) {
        Set<String> names = read(network).keySet();
        if (!names.equals(state.keySet())) {
            throw new IllegalArgumentException("Setting the updater's state: it has " + state.keySet()
                    + ", the network's updater remembers " + names + "; give exactly these.");
        }
        state.forEach((name, vector) -> {
            if (vector.length != network.numParams()) {
                throw new IllegalArgumentException("Setting the updater's state: " + name + " has " + vector.length
                        + " numbers, the network " + network.numParams() + " parameters; give one for each.");
            }
        });
    }

    private static BaseMultiLayerUpdater<?> updater(MultiLayerNetwork network) {
        return (BaseMultiLayerUpdater<?>) network.getUpdater();
    }

    /** The pieces of a block in the state view, by name; live. */
    private static Map<String, INDArray> views(UpdaterBlock block) {
        if (block.getGradientUpdater() == null) {
            block.init();
        }
        GradientUpdater<?> updater = block.getGradientUpdater();
        return updater.getState();
    }

    /** What DL4J's updater calls by a name of its own, given by the letter of the formulas. */
    static Map<String, double[]> renamed(
            Map<String, double[]> state, Map<String, String> letters, MultiLayerNetwork network) {
        Map<String, double[]> own = new LinkedHashMap<>(state);
        letters.forEach((name, letter) -> {
            if (!name.equals(letter)
                    && state.containsKey(letter)
                    && read(network).containsKey(name)) {
                own.remove(letter);
                own.put(name, state.get(letter));
            }
        });
        return own;
    }
}
