package org.twinnet.compare.theory.step;

import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.theory.AveragedOver;
import org.twinnet.compare.theory.loss.LossParts;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.mistake.Way;
import org.twinnet.compare.theory.penalty.PenaltyParts;

/** Mistakes of batches: which examples they hold, and by how many of them something is divided. */
public final class BatchMistakes {

    private static final String MEAN = "dW = dZ·Aᵀ/B, db = Σ dZ/B, B examples in the batch";

    private BatchMistakes() {}

    /**
     * Those of any batches.
     *
     * @return the mistakes, the usual ones first
     */
    public static List<Mistake> all() {
        return List.of(
                ofExamples(
                        "batch-stale",
                        "An iteration takes the batch of the one before.",
                        "the batch of iteration i − 1",
                        Variant.BATCH_STALE),
                ofExamples(
                        "batch-unshuffled",
                        "The examples are not shuffled.",
                        "examples in their own order",
                        Variant.BATCH_UNSHUFFLED),
                ofExamples(
                        "batch-shuffled-once",
                        "The examples are shuffled once, and not anew in each epoch.",
                        "the order of the first epoch in all",
                        Variant.BATCH_SHUFFLED_ONCE),
                new Mistake(
                        "batch-short-dropped",
                        Subject.FORWARD,
                        "The last batch of an epoch is shorter, and is left out.",
                        "⌊m/B⌋ batches in an epoch, all of B examples",
                        "⌈m/B⌉ batches in an epoch, the last one of what is left",
                        "Z of layer 1 and all that comes behind, from the last batch of the first epoch on",
                        Scope.NETWORK,
                        List.of(fixed(Change.vary(Variant.BATCH_SHORT_DROPPED)))),
                ofMean(
                        "short-batch-averaged-by-size",
                        "The last batch of an epoch is shorter, and is divided by the size of a whole one.",
                        "dW = dZ·Aᵀ/size, db = Σ dZ/size",
                        "dW, db and cost of the last batch of an epoch",
                        AveragedOver.BATCH_SIZE),
                ofMean(
                        "batch-averaged-by-examples",
                        "A batch is divided by the number of all examples.",
                        "dW = dZ·Aᵀ/m, db = Σ dZ/m, m examples in all",
                        "dW and db; the steps are m/B times too small",
                        AveragedOver.EXAMPLES),
                notAveraged());
    }

    /**
     * Those of batches with a penalty.
     *
     * @return the mistakes
     */
    public static List<Mistake> ofPenalty() {
        return List.of(
                ofPenalty(
                        "penalty-over-batch",
                        "The penalty is divided by the examples of the batch, not by all.",
                        "λ/B, B examples in the batch",
                        "λ/m, m examples in all",
                        AveragedOver.BATCH),
                ofPenalty(
                        "penalty-over-examples",
                        "The penalty is divided by all examples, not by those of the batch.",
                        "λ/m, m examples in all",
                        "λ/B, B examples in the batch",
                        AveragedOver.EXAMPLES));
    }

    private static Mistake ofExamples(String id, String sentence, String wrong, Variant variant) {
        return new Mistake(
                id,
                Subject.FORWARD,
                sentence,
                wrong,
                "the batch that the seed draws for iteration i",
                "Z of layer 1 and all that comes behind",
                Scope.NETWORK,
                List.of(fixed(Change.vary(variant))));
    }

    /** A cost alone that is summed is a mistake of the loss. */
    private static Mistake notAveraged() {
        String wrong = "dW = dZ·Aᵀ, db = Σ dZ";
        return ofMean(
                "batch-not-averaged",
                "A batch is summed, not averaged.",
                wrong,
                "dW and db; the steps are B times too large",
                ofGradient(wrong, AveragedOver.NOTHING));
    }

    private static Mistake ofMean(String id, String sentence, String wrong, String bites, AveragedOver over) {
        List<Way> ways = new ArrayList<>(ofGradient(wrong, over));
        ways.add(fixed(ofNetwork(LossParts.COST_OVER, over))
                .as("the cost by another number of examples", "the cost by those of the batch"));
        return ofMean(id, sentence, wrong, bites, ways);
    }

    private static Mistake ofMean(String id, String sentence, String wrong, String bites, List<Way> ways) {
        return new Mistake(id, Subject.GRADIENT, sentence, wrong, MEAN, bites, Scope.ALL_LAYERS, ways);
    }

    private static List<Way> ofGradient(String wrong, AveragedOver over) {
        Change gradient = Change.inPlace(AffineParts.OVER, over);
        return List.of(
                fixed(gradient),
                fixed(gradient.and(ofNetwork(LossParts.COST_OVER, over)))
                        .as(wrong + ", and so the cost", MEAN + ", and so the cost"));
    }

    private static Mistake ofPenalty(String id, String sentence, String wrong, String right, AveragedOver over) {
        Change gradient = Change.inPlace(PenaltyParts.OVER, over);
        Change cost = ofNetwork(PenaltyParts.COST_OVER, over);
        return new Mistake(
                id,
                Subject.PENALTY,
                sentence,
                wrong,
                right,
                "dW and the cost",
                Scope.ALL_LAYERS,
                List.of(fixed(gradient.and(cost)), fixed(gradient), fixed(cost)));
    }

    /** Of no layer, whatever the layers are. */
    private static Change ofNetwork(Part<AveragedOver> part, AveragedOver over) {
        return (recipe, setting, layer) -> recipe.with(part, 0, Patch.inPlace(over));
    }
}
