package org.twinnet.compare.twin.scratch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinContract;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;

@DisplayName("The hand-written network as a twin")
class ScratchTwinTest extends TwinContract {

    @Override
    protected Twin create(Experiment experiment) {
        return new ScratchTwin(experiment, DATA);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_go_on_from_the_state_of_dl4j_and_dl4j_from_its_own(Experiment experiment) {
        try (Twin scratch = create(experiment);
                Twin dl4j = Dl4jTwin.withLogitLoss(experiment, DATA);
                Twin ahead = Dl4jTwin.withLogitLoss(experiment, DATA)) {
            ahead.train(4);
            scratch.restore(ahead.state());
            assertEquals(4, scratch.iteration());
            assertArrayEquals(parameters(ahead), parameters(scratch));
            dl4j.restore(scratch.state());
            for (int i = 0; i < 3; i++) {
                // one iteration from the same state, the masks of that iteration included: measured 2e-16
                assertEquals(dl4j.step(), scratch.step(), 1e-14);
                assertArrayEquals(update(dl4j), update(scratch), 1e-14);
                scratch.restore(dl4j.state());
            }
            ahead.train(3);
            assertArrayEquals(parameters(ahead), parameters(scratch), "the bits went there and back unchanged");
        }
    }
}
