package org.twinnet.compare.bench;

import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.training.Trainer;

/** The hand-written network in training. */
final class ScratchLoop implements TrainingLoop {

    private final Trainer trainer;
    private final CheckCosts costs;

    ScratchLoop(Experiment experiment, Dataset training, CheckCosts costs) {
        this.trainer = ScratchModels.trainer(experiment, training);
        this.costs = costs;
    }

    @Override
    public void run(int iterations) {
        for (int i = 0; i < iterations; i++) {
            trainer.forward();
            if (costs.isDue(trainer.iteration())) {
                costs.report(trainer.iteration(), trainer.cost().total());
            }
            trainer.backward();
            trainer.update();
        }
    }
}
