package org.twinnet.compare.bench.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.bench.covering.Configuration;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;

/** Holds both networks to PyTorch's training of the same experiments. */
public final class PeerBench {

    /** What the networks may differ by where the last bit of the first weights moves nothing. */
    static final double LIMIT = 1e-11;

    /**
     * How often the spread explains a difference: its three runs see a part of what another program's rounding does.
     */
    static final double SPREADS = 100;

    private static final String RUNNING_VARIANCE = "layers[].batch_norm.running_variance";

    private PeerBench() {}

    /**
     * One experiment.
     *
     * @param name the experiment
     * @param hand the largest multiple of the limit, costs and outputs of the hand-written network
     * @param dl4j the same of DL4J's network
     * @param difference the largest difference of a cost, of both networks, relative above 1
     */
    record Row(String name, double hand, double dl4j, double difference) {

        boolean holds() {
            return hand <= 1 && dl4j <= 1;
        }
    }

    /**
     * What PyTorch can be asked for: configurations of the covering set that its own optimizers have, with running
     * variances as it stores them.
     *
     * @param count at most so many, evenly from all of them
     * @param iterations of each
     * @return the configurations
     */
    public static List<Configuration> configurations(int count, int iterations) {
        List<Configuration> able = Configuration.all(iterations, Precision.FLOAT64).stream()
                .filter(it -> isOfTorch(it.experiment()))
                .map(it -> new Configuration(asTorchStores(it.experiment()), it.data()))
                .toList();
        List<Configuration> some = new ArrayList<>();
        for (int i = 0; i < Math.min(count, able.size()); i++) {
            some.add(able.get((int) ((long) i * able.size() / Math.min(count, able.size()))));
        }
        return some;
    }

    /** PyTorch has Adam as its paper places ε. */
    private static boolean isOfTorch(Experiment experiment) {
        return !(experiment.optimizer() instanceof Optimizer.Moments moments
                && moments.epsilonPlace() == EpsilonPlace.BEFORE_CORRECTION);
    }

    private static Experiment asTorchStores(Experiment experiment) {
        boolean normalized = ExperimentTree.settings(experiment).stream()
                .anyMatch(setting -> setting.key().equals(RUNNING_VARIANCE));
        return normalized ? ExperimentTree.with(experiment, Map.of(RUNNING_VARIANCE, "unbiased")) : experiment;
    }

    /**
     * Measures.
     *
     * @param configurations what to train
     * @param python name or path of the interpreter
     * @param folder an empty folder for what PyTorch reads and writes
     * @return what it came to
     * @throws ChildFailedException if Python is not there or has no PyTorch, or cannot train one of them
     * @throws IOException if the folder cannot be written
     * @throws InterruptedException if this thread is interrupted
     */
    public static PeerReport run(List<Configuration> configurations, String python, Path folder)
            throws ChildFailedException, IOException, InterruptedException {
        PeerRun peer = new PeerRun(python, folder);
        String version = peer.version();
        List<PeerRun.Result> results = peer.run(configurations);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            rows.add(held(configurations.get(i), results.get(i)));
        }
        return new PeerReport(version, rows);
    }

    static Row held(Configuration configuration, PeerRun.Result peer) {
        TwinFactories factories = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        double[] hand = held(factories.scratch(), configuration, peer);
        double[] dl4j = held(factories.dl4j(), configuration, peer);
        return new Row(configuration.experiment().name(), hand[0], dl4j[0], Math.max(hand[1], dl4j[1]));
    }

    /** The largest multiple of the limit, and the largest difference of a cost, relative above 1. */
    private static double[] held(TwinFactory factory, Configuration configuration, PeerRun.Result peer) {
        double multiple = 0;
        double difference = 0;
        try (Twin twin = factory.create(configuration.experiment(), configuration.data())) {
            double spread = 0;
            for (int i = 0; i < peer.costs().length; i++) {
                twin.step();
                // in the form that does not saturate, which is PyTorch's
                double apart = Math.abs(twin.logitCost() - peer.costs()[i]);
                spread = Math.max(spread, peer.spreads()[i]);
                multiple = worse(multiple, apart / limit(peer.costs()[i], spread));
                difference = worse(difference, apart / Math.max(1, Math.abs(peer.costs()[i])));
            }
            double[] outputs = twin.predict(configuration.data().featureRows());
            int examples = configuration.data().size();
            int width = outputs.length / examples;
            for (int j = 0; j < outputs.length; j++) {
                // one output after the other here, one example after the other there
                int at = j % examples * width + j / examples;
                double apart = Math.abs(outputs[j] - peer.outputs()[at]);
                multiple = worse(multiple, apart / limit(peer.outputs()[at], Math.max(spread, peer.moved()[at])));
            }
        }
        return new double[] {multiple, difference};
    }

    private static double limit(double value, double spread) {
        return Math.max(LIMIT * Math.max(1, Math.abs(value)), SPREADS * spread);
    }

    /** A NaN is worse than any number. */
    private static double worse(double one, double other) {
        return Double.isNaN(one) || Double.isNaN(other) ? Double.NaN : Math.max(one, other);
    }
}
