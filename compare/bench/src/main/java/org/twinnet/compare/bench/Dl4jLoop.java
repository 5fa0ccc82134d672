package org.twinnet.compare.bench;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.dl4j.Dl4jChoices;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.dl4j.Dl4jNetwork;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.loss.Loss;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/** DL4J's network in training; {@code fit} computes the cost in every iteration, whether it is wanted or not. */
final class Dl4jLoop implements TrainingLoop {

    private final Dl4jNetwork network;
    private final CheckCosts costs;

    Dl4jLoop(Experiment experiment, Dataset training, Engine engine, CheckCosts costs) {
        // The first start decides for the whole JVM: for the plain engine nothing at all is plugged in.
        Nd4jRuntime.start(engine);
        this.network = Dl4jNetwork.create(
                settings(experiment, engine),
                Examples.of(training.featureRows(), training.labels()),
                experiment.hasDropout()
                        ? DropoutChoice.replayed(new PublishedMasks(experiment, training.size()))
                        : DropoutChoice.none());
        network.state()
                .setParameters(ScratchModels.initialParameters(experiment).toVector());
        this.costs = costs;
    }

    private static Dl4jSettings settings(Experiment experiment, Engine engine) {
        return Dl4jChoices.settings(experiment)
                .withLoss(engine == Engine.PLAIN ? Loss.STOCK : Loss.LOGIT)
                .withEngine(engine);
    }

    @Override
    public void run(int iterations) {
        for (int i = 0; i < iterations; i++) {
            int iteration = network.iteration();
            costs.report(iteration, network.fit());
        }
    }
}
