package org.twinnet.compare.agreement;

import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;

/** Training steps of both networks in lock-step, without the rest of a comparison. */
public final class Steps {

    private Steps() {}

    public static Rung of(TwinFactories factories, Experiment experiment, Dataset data) {
        try (Twin dl4j = factories.dl4j().create(experiment, data);
                Twin scratch = factories.scratch().create(experiment, data)) {
            return new LockStep(experiment, dl4j, scratch, new NoiseFloor(experiment, data))
                    .run(1000, ProgressListener.NONE)
                    .trajectory();
        }
    }
}
