package org.twinnet.dl4j;

import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.twinnet.dl4j.memory.FlatArray;

/**
 * What a network remembers from one iteration to the next: its parameters, the running means and variances of batch
 * normalization, and what DL4J's updater remembers of the parameters. Vectors go in and out as copies, in the
 * notebook's order.
 */
public final class NetworkState {
    private final ParameterLayout layout;
    private final int[] places;
    private final Map<String, String> letters;
    private final MultiLayerNetwork network;
    private final Selection parameters;
    private final Selection statistics;
    private final Session session;

    NetworkState(Dl4jSettings settings, MultiLayerNetwork network, Session session) {
        this.layout = settings.layout();
        this.places = layout.places();
        this.letters = settings.update().descent().letters();
        this.network = network;
        FlatArray whole = new FlatArray(network.params());
        this.parameters = new Selection(whole, places);
        this.statistics = new Selection(whole, layout.statisticsPlaces());
        this.session = session;
    }

    /**
     * The parameters.
     *
     * @return a new vector
     */
    public double[] parameters() {
        session.requireOpen();
        return parameters.copy();
    }

    /**
     * Copies the parameters.
     *
     * @param target overwritten
     * @throws IllegalArgumentException if the vector has another length than the layout
     */
    public void copyParametersTo(double[] target) {
        session.requireOpen();
        layout.requireLength("Copying the parameters", target);
        parameters.copyTo(target);
    }

    /**
     * Replaces the parameters; the iteration stays.
     *
     * @param values new parameters, copied
     * @throws IllegalArgumentException if the vector has another length than the layout; the network is unchanged then
     */
    public void setParameters(double[] values) {
        session.requireOpen();
        layout.requireLength("Setting the parameters", values);
        parameters.copyFrom(values);
    }

    /**
     * The running means and variances, by which the network predicts.
     *
     * @return of each layer with batch normalization all means, then all variances; empty without one
     */
    public double[] statistics() {
        session.requireOpen();
        return statistics.copy();
    }

    /**
     * Replaces the running means and variances.
     *
     * @param values new ones in the order of {@link #statistics}, copied
     * @throws IllegalArgumentException if there are more or fewer; the network is unchanged then
     */
    public void setStatistics(double[] values) {
        session.requireOpen();
        int needed = layout.statisticsPlaces().length;
        if (values.length != needed) {
            throw new IllegalArgumentException("Setting the running statistics: the vector has " + values.length
                    + " entries, the network keeps " + needed + ".");
        }
        statistics.copyFrom(values);
    }

    /**
     * What DL4J's updater remembers of the parameters.
     *
     * @return under its letter in the formulas, such as {@code v} for a velocity, a new vector in the order of the
     *     layout; empty for {@code Sgd}, which remembers nothing
     */
    public Map<String, double[]> updaterState() {
        session.requireOpen();
        // DL4J keeps no order; the letters of the formulas do: m, v, v_max
        Map<String, double[]> state = new TreeMap<>();
        UpdaterState.read(network)
                .forEach((name, values) -> state.put(letters.getOrDefault(name, name), Selection.of(values, places)));
        return state;
    }

    /**
     * Replaces what DL4J's updater remembers.
     *
     * @param state vectors under the names that {@link #updaterState} has, copied
     * @throws IllegalArgumentException if a name is missing or unknown, or a vector has another length than the layout;
     *     nothing is changed then
     */
    public void setUpdaterState(Map<String, double[]> state) {
        session.requireOpen();
        Map<String, double[]> own = UpdaterState.renamed(state, letters, network);
        own.replaceAll((name, values) -> {
            layout.requireLength("Setting the updater's " + name, values);
            return Selection.spread(values, Math.toIntExact(network.numParams()), places);
        });
        UpdaterState.write(own, network);
    }
}
