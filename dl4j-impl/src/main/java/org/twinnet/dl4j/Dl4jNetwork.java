package org.twinnet.dl4j;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinnet.dl4j.batch.BatchFeed;
import org.twinnet.dl4j.batch.BatchSource;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.engine.FlatSgdUpdater;
import org.twinnet.dl4j.memory.FlatArray;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import org.twinnet.dl4j.runtime.Nd4jUnavailableException;

/**
 * The network of {@link Dl4jConfigurations} in training: {@code MultiLayerNetwork.fit} on all examples or on a batch,
 * one iteration a call, with every number going in and out in the notebook's order.
 *
 * <p>Iterations are counted from 0. A new network has DL4J's Xavier weights from a fixed seed;
 * {@link NetworkState#setParameters} replaces them. A network is used by one thread at a time; different networks may
 * train in different threads, and compute the same bits as one after the other.
 */
public final class Dl4jNetwork implements AutoCloseable {
    private final Dl4jSettings settings;
    private final ParameterLayout layout;
    private final MultiLayerNetwork network;
    private final Examples examples;
    private final BatchFeed feed;
    private final NetworkState state;
    private final Selection gradients;
    private final DropoutRandom random;
    private final Session session;

    private boolean updated;

    private Dl4jNetwork(
            Dl4jSettings settings,
            Examples examples,
            BatchSource batches,
            DropoutChoice dropout,
            MultiLayerNetwork network) {
        this.settings = settings;
        this.layout = settings.layout();
        this.network = network;
        this.examples = examples.rounded(settings.precision());
        this.feed = this.examples.feed(batches, settings.precision());
        this.session = new Session(settings);
        this.state = new NetworkState(settings, network, session);
        this.gradients = new Selection(new FlatArray(network.getGradientsViewArray()), layout.places());
        // Nothing draws from the stream if DL4J doesn't draw masks.
        this.random = new DropoutRandom(dropout instanceof DropoutChoice.DrawnByDl4j drawn ? drawn.seed() : 0);
    }

    /**
     * Builds a network that trains on all examples in each iteration, and starts ND4J if nobody did.
     *
     * @param settings the network and its training
     * @param examples the examples that each iteration trains on
     * @param dropout where dropout masks come from
     * @return the network at iteration 0
     * @throws IllegalArgumentException if the examples don't have as many features as the network has inputs, or the
     *     keep probability is below 1 without dropout
     * @throws Nd4jUnavailableException if ND4J can't start on this machine
     */
    public static Dl4jNetwork create(Dl4jSettings settings, Examples examples, DropoutChoice dropout) {
        return create(settings, examples, dropout, BatchSource.full(examples.count()));
    }

    /**
     * Builds a network that trains on batches, and starts ND4J if nobody did.
     *
     * @param settings the network and its training
     * @param examples the training examples
     * @param dropout where dropout masks come from, of the examples of each batch
     * @param batches the examples of each iteration
     * @return the network at iteration 0
     * @throws IllegalArgumentException if the examples don't have as many features as the network has inputs, or the
     *     keep probability is below 1 without dropout
     * @throws Nd4jUnavailableException if ND4J can't start on this machine
     */
    public static Dl4jNetwork create(
            Dl4jSettings settings, Examples examples, DropoutChoice dropout, BatchSource batches) {
        examples.requireFitting(settings);
        Nd4jRuntime runtime = Nd4jRuntime.start();
        int m = examples.count();
        int[] sizes = batches.sizes();
        MultiLayerNetwork network = new MultiLayerNetwork(Dl4jConfigurations.of(settings, m, dropout, sizes));
        network.init();
        network.initGradientsView();
        if (runtime.caches() == Nd4jRuntime.Caches.ON && settings.isPlain(sizes.length)) {
            double l2 = settings.penalty().squares(settings.penalty().overBatch() ? sizes[0] : m);
            network.setUpdater(new FlatSgdUpdater(
                    network, sizes[0], settings.update().descent().learningRate(), l2));
        }
        return new Dl4jNetwork(settings, examples, batches, dropout, network);
    }

    /**
     * The order of all parameter-like vectors.
     *
     * @return the layout
     */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * What the network remembers from one iteration to the next.
     *
     * @return the live numbers
     */
    public NetworkState state() {
        return state;
    }

    /**
     * The number of finished iterations, which is the index of the coming one.
     *
     * @return from 0
     */
    public int iteration() {
        session.requireOpen();
        return network.getIterationCount();
    }

    /**
     * Goes to another iteration; parameters and the updater's state stay, and so does DL4J's own stream of masks.
     *
     * @param next index of the coming iteration, from 0
     * @throws IllegalArgumentException if it is negative
     */
    public void goTo(int next) {
        session.requireOpen();
        if (next < 0) {
            throw new IllegalArgumentException(
                    "Going to iteration " + next + ": iterations are counted from 0; give that or more.");
        }
        network.setIterationCount(next);
    }

    /**
     * What {@code l2()} adds to the score at the current parameters.
     *
     * @return c/2 · ΣW², 0 without L2
     */
    public double penalty() {
        return session.run(() -> {
            // Layers stay at the last iteration that they computed, and a coefficient of batches asks for theirs.
            for (Layer layer : network.getLayers()) {
                layer.setIterationCount(network.getIterationCount());
            }
            return network.calcRegularizationScore(true);
        });
    }

    /**
     * Trains one iteration on its batch, which mostly is all examples.
     *
     * @return the cost before the update, penalty included, under the masks of this iteration
     */
    public double fit() {
        return session.run(() -> random.advance(() -> {
            BatchFeed.Batch batch = feed.at(network.getIterationCount());
            network.fit(batch.features(), batch.labels());
            updated = true;
            return network.score();
        }));
    }

    /**
     * Copies what the last {@link #fit} subtracted from the parameters: learning rate × gradient, penalty included.
     *
     * @param target overwritten
     * @throws IllegalArgumentException if the vector has another length than the layout
     * @throws IllegalStateException if nothing was trained yet
     */
    public void copyUpdateTo(double[] target) {
        session.requireOpen();
        layout.requireLength("Copying the update", target);
        if (!updated) {
            throw new IllegalStateException(
                    "Copying the update: there is none before the first iteration; call fit().");
        }
        gradients.copyTo(target);
    }

    /**
     * Runs the coming iteration's forward and backward pass without training: parameters, iteration and the masks to
     * come stay what they are.
     *
     * @return everything that DL4J computed
     */
    public Pass pass() {
        return session.run(() -> {
            double[] lastUpdate = gradients.copy();
            try {
                BatchFeed.Batch batch = feed.at(network.getIterationCount());
                return new PassRecorder(network, batch.features(), batch.labels(), settings).pass(random);
            } finally {
                gradients.copyFrom(lastUpdate);
            }
        });
    }

    /**
     * Predicts: without dropout, and by the running means and variances.
     *
     * @param rows one row of features an example
     * @return probability of label 1 for each row
     * @throws IllegalArgumentException if a row has another length than the inputs or a number that is not finite
     */
    public double[] predict(double[][] rows) {
        double[][] checked = Examples.checkedRows("Predicting", rows, layout.inputs(1));
        if (checked.length == 0) {
            session.requireOpen();
            return new double[0];
        }
        return session.run(() -> PassRecorder.predict(network, checked, settings.precision()));
    }

    /**
     * The training features; of full batches as they lie in DL4J's array.
     *
     * @return one row an example
     */
    public double[][] featureRows() {
        session.requireOpen();
        return feed.isFull() ? feed.at(0).features().toDoubleMatrix() : examples.featureRows();
    }

    /**
     * The training labels; of full batches as they lie in DL4J's array.
     *
     * @return one number an example
     */
    public double[] labels() {
        session.requireOpen();
        return feed.isFull() ? PassRecorder.unitsByExamples(feed.at(0).labels()) : examples.targetsByOutput();
    }

    /**
     * DL4J's network itself, for those who know it: to evaluate, save or inspect it. What is done to it here is done to
     * this network.
     *
     * @return the live network
     */
    public MultiLayerNetwork network() {
        session.requireOpen();
        return network;
    }

    /**
     * Writes the network as DL4J's {@code ModelSerializer} does, what its updater remembers included: everything that
     * {@code restoreMultiLayerNetwork} needs to predict with it and to train it further.
     *
     * @param out gets a zip; it stays open
     * @throws UncheckedIOException if it cannot be written
     */
    public void save(OutputStream out) {
        session.run(() -> {
            try {
                ModelSerializer.writeModel(network, out, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return network;
        });
    }

    /** Frees the native memory; the network is of no use afterwards. Closing twice does nothing. */
    @Override
    public void close() {
        if (!session.close()) {
            return;
        }
        // Not MultiLayerNetwork.close(), which runs a garbage collection and takes away other networks' workspaces.
        for (INDArray array : List.of(network.params(), network.getGradientsViewArray())) {
            if (array.closeable()) {
                array.close();
            }
        }
        feed.close();
    }
}
