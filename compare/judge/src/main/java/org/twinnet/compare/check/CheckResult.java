package org.twinnet.compare.check;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.check.bookkeeping.FoundConvention;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.mask.MaskCheck;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Trace;

/**
 * What a check found.
 *
 * @param trace what was judged
 * @param rungs what was compared, in the order in which it is climbed
 * @param divergences what rounding does not explain, in the order in which the run computes it
 * @param notChecked what leaves the verdict open, each with its reason
 * @param notes what else a reader should know; it leaves nothing open
 * @param masks what the masks show
 * @param aliased whether the snapshots of the weights are one array that later updates changed, so that nothing was
 *     judged
 * @param formulasHold whether the witness that hardly rounds computes what the formulas of the judge say
 * @param conventions the bookkeeping that the trace follows where it is not the notebook's
 * @param recipe the right formulas under these conventions: what everything was held against, and what a mistake is put
 *     into
 * @param evidence what a diagnosis can try its mistakes on, the surest first
 */
public record CheckResult(
        Trace trace,
        List<CheckRung> rungs,
        List<Divergence> divergences,
        List<Phrase> notChecked,
        List<Phrase> notes,
        List<MaskCheck.LayerMasks> masks,
        boolean aliased,
        boolean formulasHold,
        List<FoundConvention> conventions,
        Recipe recipe,
        List<Evidence> evidence) {

    /**
     * A quantity that does not agree.
     *
     * @param item what it is; empty for what is no single number of the step, such as the masks or the cost of the
     *     whole run
     * @param comparison by how much
     */
    public record Divergence(Optional<Item> item, QuantityComparison comparison) {}

    /**
     * Copies the lists.
     *
     * @param trace what was judged
     * @param rungs what was compared
     * @param divergences what rounding does not explain
     * @param notChecked what leaves the verdict open
     * @param notes what else a reader should know
     * @param masks what the masks show
     * @param aliased whether the snapshots of the weights are one array
     * @param formulasHold whether the witness that hardly rounds computes what the formulas of the judge say
     * @param conventions the bookkeeping that the trace follows
     * @param recipe the right formulas under these conventions
     * @param evidence what a diagnosis can try its mistakes on
     */
    public CheckResult {
        rungs = List.copyOf(rungs);
        divergences = List.copyOf(divergences);
        notChecked = List.copyOf(notChecked);
        notes = List.copyOf(notes);
        masks = List.copyOf(masks);
        conventions = List.copyOf(conventions);
        evidence = List.copyOf(evidence);
    }

    /**
     * The verdict: what was not checked leaves the question open, unless something disagrees. It counts what was
     * compared and not what is there: nothing that a trace holds besides can weaken it. A twin that differs is not the
     * trace's fault as long as the witness sides with the formulas; a witness that does not leaves everything open.
     *
     * @return the verdict
     */
    public Status verdict() {
        if (aliased || !formulasHold) {
            return Status.INCONCLUSIVE;
        }
        if (!divergences.isEmpty()) {
            return Status.DISAGREE;
        }
        return notChecked.isEmpty() ? Status.AGREE : Status.INCONCLUSIVE;
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
