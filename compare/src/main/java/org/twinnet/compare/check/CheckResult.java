package org.twinnet.compare.check;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.replay.Recipe;
import org.twinnet.compare.trace.Trace;

/**
 * What a check found.
 *
 * @param trace what was judged
 * @param rungs what was compared, in the order in which it is climbed
 * @param divergences what rounding does not explain, in the order in which the run computes it
 * @param notChecked what was not checked, each with its reason
 * @param masks what the masks show
 * @param formulasHold whether the witness that hardly rounds computes what the formulas of the judge say
 * @param conventions the bookkeeping that the trace follows where it is not the notebook's
 * @param recipe the right formulas under these conventions: what everything was held against, and what a mistake is put into
 * @param evidence what a diagnosis can try its mistakes on, the surest first
 */
public record CheckResult(
        Trace trace,
        List<CheckRung> rungs,
        List<Divergence> divergences,
        List<String> notChecked,
        List<MaskCheck.LayerMasks> masks,
        boolean formulasHold,
        List<FoundConvention> conventions,
        Recipe recipe,
        List<Evidence> evidence) {

    /**
     * A quantity that does not agree.
     *
     * @param item what it is; empty for what is no single number of the step, such as the masks or the cost of the whole run
     * @param comparison by how much
     */
    public record Divergence(Optional<Item> item, QuantityComparison comparison) {}

    /**
     * Copies the lists.
     *
     * @param trace what was judged
     * @param rungs what was compared
     * @param divergences what rounding does not explain
     * @param notChecked what was not checked
     * @param masks what the masks show
     * @param formulasHold whether the witness that hardly rounds computes what the formulas of the judge say
     * @param conventions the bookkeeping that the trace follows
     * @param recipe the right formulas under these conventions
     * @param evidence what a diagnosis can try its mistakes on
     */
    public CheckResult {
        rungs = List.copyOf(rungs);
        divergences = List.copyOf(divergences);
        notChecked = List.copyOf(notChecked);
        masks = List.copyOf(masks);
        conventions = List.copyOf(conventions);
        evidence = List.copyOf(evidence);
    }

    /**
     * The verdict: what was not checked leaves the question open, unless something disagrees. A twin that differs is not the trace's fault as long as the witness
     * sides with the formulas; a witness that does not leaves everything open.
     *
     * @return the verdict
     */
    public Status verdict() {
        if (!formulasHold) {
            return Status.INCONCLUSIVE;
        }
        if (!divergences.isEmpty()) {
            return Status.DISAGREE;
        }
        Status climbed = Status.all(rungs.stream()
                .filter(rung -> !rung.name().equals(CheckRungs.TWINS))
                .map(CheckRung::status)
                .toList());
        return climbed == Status.AGREE && !notChecked.isEmpty() ? Status.INCONCLUSIVE : climbed;
    }

    /**
     * The first divergence.
     *
     * @return empty when there is none
     */
    public Optional<Divergence> firstDivergence() {
        return divergences.stream().findFirst();
    }
}
