package org.twinnet.compare.tuning.run;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.space.Setting;

/**
 * What was trained to prove the winner of a study.
 *
 * @param winner the best candidate
 * @param test the winner on the test examples; empty without
 * @param contenders the winner and what it is held against, scored anew
 * @param twins everything that was trained as both networks
 */
public record Proof(CandidateResult winner, Optional<Test> test, List<Scored> contenders, List<Twins> twins) {

    /**
     * Copies the lists.
     *
     * @param winner the best candidate
     * @param test the winner on the test examples
     * @param contenders scored anew
     * @param twins trained as both networks
     */
    public Proof {
        contenders = List.copyOf(contenders);
        twins = List.copyOf(twins);
    }

    /**
     * The winner, trained on all training examples, on the test examples.
     *
     * @param fit right labels, or R² of a regression
     * @param loss mean cross-entropy, or the mean squared error of a regression
     */
    public record Test(Fit fit, double loss) {}

    /**
     * A contender, scored on folds and seeds that the search did not use.
     *
     * @param contender who
     * @param result its scores
     * @param difference its score minus the winner's; empty for the winner, and where one of the two failed
     */
    public record Scored(Contender contender, CandidateResult result, Optional<PairedDifference> difference) {}

    /**
     * A setting, trained as both networks on all training examples.
     *
     * @param name {@code winner}, {@code none}, … or {@code candidate 17}
     * @param setting what was trained
     * @param comparison what the comparison found
     * @param evolution what the networks look like
     */
    public record Twins(String name, Setting setting, ScenarioComparison comparison, Evolution evolution) {}
}
