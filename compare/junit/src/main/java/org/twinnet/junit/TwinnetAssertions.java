package org.twinnet.junit;

import java.util.Optional;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.diagnosis.Diagnostician;
import org.twinnet.compare.verdict.CheckReportBuilder;
import org.twinnet.compare.verdict.CheckText;
import org.twinnet.dl4j.Nd4jRuntime;

/** Assertions on a network of your own. */
public final class TwinnetAssertions {

    private TwinnetAssertions() {}

    /**
     * Trains your network and asserts that it computes what the formulas say: cost, gradient and update of the first, the second and the last iteration down
     * to their rounding error, the costs of the whole run, and the predictions. Both twins of Twinnet are asked as well.
     *
     * @param network your network at its initial parameters; it is trained
     * @param experiment what it trains
     * @throws AssertionError if it does not agree; the message holds the rungs, the first divergence and what is wrong
     */
    public static void assertAgrees(OwnNetwork network, OwnExperiment experiment) {
        Nd4jRuntime.start();
        Recording recording = new Recording(network, experiment);
        CheckResult result = TraceJudge.judge(recording.trace());
        if (result.verdict() != Status.AGREE) {
            throw new AssertionError("\n"
                    + CheckText.write(CheckReportBuilder.build(
                            network.getClass().getSimpleName(), result, Diagnostician.diagnose(result))));
        }
        Optional<String> wrongPrediction = recording.wrongPrediction();
        if (wrongPrediction.isPresent()) {
            throw new AssertionError(wrongPrediction.get());
        }
    }
}
