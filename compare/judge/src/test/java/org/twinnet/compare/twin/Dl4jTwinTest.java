package org.twinnet.compare.twin;

import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.experiment.Experiment;

@DisplayName("DL4J's network as a twin")
class Dl4jTwinTest extends TwinContract {

    @Override
    Twin create(Experiment experiment) {
        return Dl4jTwin.withLogitLoss(experiment, DATA);
    }
}
