package org.twinnet.junit;

import java.util.Optional;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.SaidTexts;
import org.twinnet.compare.verdict.CheckText;
import org.twinnet.compare.verdict.TraceVerdict;

/** Assertions on a network of your own. */
public final class TwinnetAssertions {

    static {
        // who tests without a logger need not hear of it from the library that DL4J logs by
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }

    private TwinnetAssertions() {}

    /**
     * Trains your network and asserts that it computes what the formulas say: cost, gradient, update and what the
     * optimizer carries in the first three iterations and the last one down to their rounding error, the costs of the
     * whole run, and the predictions. Twinnet's own networks are asked as well.
     *
     * @param network your network at its initial parameters; it is trained
     * @param experiment what it trains
     * @throws AssertionError if it does not agree; the message holds the rungs, the first divergence and what is wrong
     */
    public static void assertAgrees(OwnNetwork network, OwnExperiment experiment) {
        Recording recording = new Recording(network, experiment);
        TraceVerdict verdict = TraceVerdict.of(recording.trace(), ProgressListener.NONE);
        if (verdict.status() != Status.AGREE) {
            throw new AssertionError(
                    "\n" + CheckText.write(verdict.report(network.getClass().getSimpleName()), SaidTexts.ofNetwork()));
        }
        Optional<String> wrongPrediction = recording.wrongPrediction();
        if (wrongPrediction.isPresent()) {
            throw new AssertionError(wrongPrediction.get());
        }
    }
}
