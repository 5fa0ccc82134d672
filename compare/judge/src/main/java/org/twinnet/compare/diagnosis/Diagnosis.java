package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.OptionalDouble;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;

/**
 * One answer to what is wrong.
 *
 * @param id id of the mistake, or {@code unknown}
 * @param layers the layers that it was made in; empty when it was made in all of them, or belongs to none
 * @param factor the factor, where the mistake is one
 * @param explains the quantities that it explains down to the noise floor, such as {@code dW2@0}
 * @param differenceBefore largest relative difference of these without the mistake
 * @param differenceAfter the same with the mistake put in; of an unknown one the same as before
 * @param sentence what to tell the user
 */
public record Diagnosis(
        String id,
        List<Integer> layers,
        OptionalDouble factor,
        List<String> explains,
        double differenceBefore,
        double differenceAfter,
        Phrase sentence) {

    /** Id of what no mistake of the catalogue explains. */
    public static final String UNKNOWN = "unknown";

    /** Id of what is said last of a trace that states no experiment: the one that its numbers show. */
    public static final String EXPERIMENT_NOT_STATED = "experiment-not-stated";

    /**
     * Copies the lists.
     *
     * @param id id of the mistake
     * @param layers the layers that it was made in
     * @param factor the factor
     * @param explains the quantities that it explains
     * @param differenceBefore largest relative difference without the mistake
     * @param differenceAfter the same with the mistake put in
     * @param sentence what to tell the user
     */
    public Diagnosis {
        layers = List.copyOf(layers);
        explains = List.copyOf(explains);
    }

    /**
     * The first answer in one sentence: a name, a name of a part, or none.
     *
     * @param diagnosis answers, the best first
     * @return one sentence; {@link Phrase#NOTHING} where there is no answer
     */
    public static Phrase headline(List<Diagnosis> diagnosis) {
        if (diagnosis.isEmpty()) {
            return Phrase.NOTHING;
        }
        String first = diagnosis.get(0).id();
        boolean unstated = diagnosis.stream().anyMatch(answer -> answer.id().equals(EXPERIMENT_NOT_STATED));
        if (first.equals(EXPERIMENT_NOT_STATED) || (first.equals(UNKNOWN) && unstated)) {
            return SaidOfCheck.OTHER_THAN_DEFAULTS.of();
        }
        if (first.equals(UNKNOWN)) {
            return SaidOfCheck.NO_MISTAKE.of();
        }
        boolean inPart = diagnosis.stream().anyMatch(answer -> answer.id().equals(UNKNOWN));
        return inPart ? SaidOfCheck.IN_PART.of(first) : SaidOfCheck.IT_IS.of(first);
    }
}
