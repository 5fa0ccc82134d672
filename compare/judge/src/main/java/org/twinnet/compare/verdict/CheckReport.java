package org.twinnet.compare.verdict;

import java.util.List;
import java.util.Map;
import org.twinnet.compare.check.CheckRungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;

/**
 * What a check found, as it is written. Numbers that are NaN or infinite are null.
 *
 * @param format always {@code twinnet-check}
 * @param version version of this format
 * @param verdict the verdict
 * @param sentence the verdict in one sentence
 * @param trace what was checked
 * @param firstDivergence the first quantity that rounding does not explain; null when there is none
 * @param conventions the bookkeeping that the trace follows where it is not the notebook's; it is not wrong
 * @param diagnosis what is wrong, best first; empty when nothing diverges
 * @param rungs what was compared, in the order in which it is climbed
 * @param notChecked what leaves the verdict open, each with its reason
 * @param notes what else a reader should know; it leaves nothing open
 */
public record CheckReport(
        String format,
        int version,
        Status verdict,
        Phrase sentence,
        TraceFacts trace,
        FirstDivergence firstDivergence,
        List<ConventionResult> conventions,
        List<Finding> diagnosis,
        List<RungResult> rungs,
        List<Phrase> notChecked,
        List<Phrase> notes) {

    /** Value of {@code format}. */
    public static final String FORMAT = "twinnet-check";

    /** Value of {@code version}. */
    public static final int VERSION = 4;

    /**
     * Copies the lists.
     *
     * @param format always {@code twinnet-check}
     * @param version version of this format
     * @param verdict the verdict
     * @param sentence the verdict in one sentence
     * @param trace what was checked
     * @param firstDivergence the first quantity that rounding does not explain
     * @param conventions the bookkeeping that the trace follows
     * @param diagnosis what is wrong
     * @param rungs what was compared
     * @param notChecked what leaves the verdict open
     * @param notes what else a reader should know
     */
    public CheckReport {
        conventions = List.copyOf(conventions);
        diagnosis = List.copyOf(diagnosis);
        rungs = List.copyOf(rungs);
        notChecked = List.copyOf(notChecked);
        notes = List.copyOf(notes);
    }

    /**
     * What was checked.
     *
     * @param name name of the trace
     * @param layers features, then the units of each layer
     * @param examples number of examples
     * @param settings what the trace says of its training, under the keys of an experiment; a list where hidden layers
     *     differ
     * @param assumed keys of settings that the trace does not state
     * @param precision {@code float64} or {@code float32}: what the numbers were held to
     * @param iterations the iterations of which tensors are there
     * @param tensors number of tensors
     * @param costs number of reported costs
     */
    public record TraceFacts(
            String name,
            List<Integer> layers,
            int examples,
            Map<String, Object> settings,
            List<String> assumed,
            String precision,
            List<Integer> iterations,
            int tensors,
            int costs) {

        /**
         * A setting as a reader is told it.
         *
         * @param key its key
         * @return its value, and that it is assumed, or that each layer has its own
         */
        public Phrase setting(String key) {
            Object value = settings.get(key);
            Phrase text = Said.NAME.of(String.valueOf(value));
            Phrase told = value instanceof List ? SaidOfCheck.BY_LAYER.of(text) : text;
            return assumed.contains(key) ? SaidOfCheck.ASSUMED.of(told) : told;
        }
    }

    /**
     * A bookkeeping that is not the notebook's.
     *
     * @param id its stable name
     * @param layers the layers that follow it; empty where it belongs to the whole network
     * @param sentence what is kept otherwise
     * @param written how it is written there
     * @param notebook how the notebook writes it
     */
    public record ConventionResult(String id, List<Integer> layers, Phrase sentence, String written, String notebook) {

        /**
         * What a reader is told of it.
         *
         * @return two sentences
         */
        public Phrase told() {
            return Said.sentences(List.of(sentence, SaidOfCheck.WRITTEN.of(written, notebook)));
        }
    }

    /**
     * The first quantity that rounding does not explain.
     *
     * @param quantity such as {@code dW}, {@code cost}, or the name of a finding about masks or format
     * @param layer its layer, from 1; null for the cost and the format
     * @param iteration its iteration; null for masks and format
     * @param where its decisive entry
     * @param maxRelativeDifference relative difference there
     * @param noiseFloor what rounding explains there
     * @param multiple difference as a multiple of the floor
     */
    public record FirstDivergence(
            Phrase quantity,
            Integer layer,
            Integer iteration,
            Phrase where,
            Double maxRelativeDifference,
            Double noiseFloor,
            Double multiple) {}

    /**
     * One answer to what is wrong.
     *
     * @param id id of the mistake, or {@code unknown}
     * @param layer the layer, where it is one layer; null otherwise
     * @param layers the layers, where they are not all
     * @param factor the factor, where the mistake is one; null otherwise
     * @param explains the quantities that it explains down to the noise floor
     * @param differenceBefore largest relative difference of these without the mistake
     * @param differenceAfter the same with the mistake put in
     * @param sentence what to tell the user
     */
    public record Finding(
            String id,
            Integer layer,
            List<Integer> layers,
            Double factor,
            List<String> explains,
            Double differenceBefore,
            Double differenceAfter,
            Phrase sentence) {}

    /**
     * One rung.
     *
     * @param name the rung
     * @param compared how many numbers were compared
     * @param maxRelativeDifference relative difference at the entry that comes closest to its floor, or exceeds it most
     * @param noiseFloor what rounding explains there
     * @param multiple difference as a multiple of the floor
     * @param where that entry
     * @param status its outcome
     * @param derivation where the floor comes from
     * @param note what a reader should know of it; may be {@link Phrase#NOTHING}
     * @param quantities the same for each quantity
     */
    public record RungResult(
            CheckRungName name,
            long compared,
            Double maxRelativeDifference,
            Double noiseFloor,
            Double multiple,
            Phrase where,
            Status status,
            Phrase derivation,
            Phrase note,
            List<QuantityResult> quantities) {}

    /**
     * One quantity of a rung.
     *
     * @param quantity such as {@code dW2@0}
     * @param compared how many numbers were compared
     * @param notFinite how many of them were NaN or infinite
     * @param maxRelativeDifference relative difference at the decisive entry
     * @param noiseFloor what rounding explains there
     * @param multiple difference as a multiple of the floor
     * @param where that entry
     * @param status its outcome
     */
    public record QuantityResult(
            Phrase quantity,
            long compared,
            long notFinite,
            Double maxRelativeDifference,
            Double noiseFloor,
            Double multiple,
            Phrase where,
            Status status) {}
}
