package org.twinnet.compare.move;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.move.trace.HeldPredictions;

/**
 * What was found out about a model that somebody made of a network.
 *
 * @param findings the mistakes in it
 * @param known how many of its matrices were recognized; empty where nothing is known of the original's parameters
 * @param answers what DL4J answers beside what the formulas give; empty where the two are different networks
 * @param predictions the original's predictions beside DL4J's answers; empty where a trace holds none, or the two are
 *     different networks
 */
public record PortVerdict(
        List<PortFinding> findings,
        OptionalInt known,
        Optional<Answers> answers,
        Optional<HeldPredictions> predictions) {

    /**
     * Copies the mistakes.
     *
     * @param findings the mistakes in it
     * @param known how many of its matrices were recognized
     * @param answers what DL4J answers
     * @param predictions the original's predictions
     */
    public PortVerdict {
        findings = List.copyOf(findings);
    }

    /**
     * Whether the answers are those of the formulas.
     *
     * @return true up to rounding, and where the networks are different ones
     */
    public boolean answersAlike() {
        return answers.isEmpty() || answers.get().alike();
    }

    /**
     * Whether it is a port of the original.
     *
     * @return true where no mistake was found and the answers are alike
     */
    public boolean agrees() {
        return findings.isEmpty() && answersAlike();
    }
}
