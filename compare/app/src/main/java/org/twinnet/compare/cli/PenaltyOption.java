package org.twinnet.compare.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.cli.options.OptionNames;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.move.PenaltyConvention;
import org.twinnet.compare.text.Phrase;
import picocli.CommandLine.Option;

/** The option that says whose the numbers of a penalty are. */
final class PenaltyOption {

    @Option(
            names = "--penalty-of",
            paramLabel = "NAME",
            converter = Allowed.Penalties.class,
            completionCandidates = Allowed.Penalties.class,
            defaultValue = "notebook",
            description = "Whose the numbers of --l2 and --l1, or of 'penalty' in the experiment file, are: "
                    + "${COMPLETION-CANDIDATES}. notebook is lambda/(2m)*sum(W^2), keras c*sum(W^2), pytorch and caffe"
                    + " weight decay in the step, biases included unless --penalize-biases false, scikit-learn"
                    + " alpha/(2B)*sum(W^2), dl4j c/2*sum(W^2). Default: ${DEFAULT-VALUE}.")
    private PenaltyConvention convention;

    /**
     * An experiment with its penalty in the terms of experiments.
     *
     * @param experiment an experiment whose λ₂ and λ₁ are somebody's numbers
     * @param biases what was said of biases; empty where nothing was
     * @return the experiment that is meant
     * @throws UserException if the convention has no such number
     */
    Experiment applied(Experiment experiment, Optional<Boolean> biases) {
        boolean normalized =
                experiment.layers().stream().anyMatch(layer -> layer.batchNorm() instanceof Normalization.BatchNorm);
        try {
            Penalty meant = convention.translated(experiment.penalty(), biases, normalized);
            return experiment.with(meant);
        } catch (SettingException e) {
            throw new UserException(OptionNames.in(e.getMessage()), e);
        }
    }

    /**
     * What the penalty became.
     *
     * @param experiment the experiment that is meant
     * @return one line in any language; empty where nothing was translated
     */
    Optional<Phrase> told(Experiment experiment) {
        Penalty penalty = experiment.penalty();
        if (convention == PenaltyConvention.NOTEBOOK || !penalty.isOn()) {
            return Optional.empty();
        }
        List<String> methods = new ArrayList<>();
        tell(methods, penalty.l2Coefficient(), "l2", "");
        tell(methods, penalty.l2(), "l2", "/B");
        tell(methods, penalty.l1Coefficient(), "l1", "");
        return Optional.of(Phrase.of(
                penalty.biases() ? "move.penalty.of-all" : "move.penalty.of-weights",
                convention.word(),
                String.join(" ", methods)));
    }

    private static void tell(List<String> methods, double number, String method, String divided) {
        if (number > 0) {
            methods.add(method + '(' + number + divided + ')');
        }
    }
}
