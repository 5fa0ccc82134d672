package org.twinnet.compare.twin.dl4j;

import org.junit.jupiter.api.DisplayName;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinContract;

@DisplayName("DL4J's network as a twin")
class Dl4jTwinTest extends TwinContract {

    @Override
    protected Twin create(Experiment experiment) {
        return Dl4jTwin.withLogitLoss(experiment, DATA);
    }
}
