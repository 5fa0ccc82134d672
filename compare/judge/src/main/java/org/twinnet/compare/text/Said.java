package org.twinnet.compare.text;

import java.util.List;

/**
 * Everything that the judge says, and how many arguments each takes; {@code said_en.properties} and its translations
 * have the texts. Arguments are names, numbers and other phrases, never sentences that were put together before.
 */
public enum Said implements Saying {
    /** A name that is the same in every language: what it is. */
    NAME(1),
    /** The features of the data. */
    FEATURES(0),
    /** The labels of the data. */
    LABELS(0),
    /** A feature: whose, index. */
    FEATURE(2),
    /** A label: whose, index. */
    LABEL(2),
    /** A tensor: symbol, layer. */
    TENSOR(2),
    /** A part of a tensor's numbers: symbol, layer, which part. */
    TENSOR_PART(3),
    /** An entry of a matrix: layer, symbol, row, column. */
    ENTRY(4),
    /** An entry of a column: layer, symbol, row. */
    ENTRY_OF_COLUMN(3),
    /** The part of the cost that the labels cause. */
    CROSS_ENTROPY(0),
    /** The part of the cost that regularization adds. */
    PENALTY(0),
    /** The cost. */
    COST(0),
    /** The cost, its cross-entropy computed from the logit. */
    COST_FROM_LOGIT(0),
    /** The cross-entropy, computed from the logit. */
    CROSS_ENTROPY_FROM_LOGIT(0),
    /** What an update subtracts. */
    UPDATE(0),
    /** The parameters after an update. */
    NEXT_PARAMETERS(0),
    /** What an optimizer remembers: symbol. */
    MEMORY(1),
    /** What is kept of the batches, to predict by. */
    STATISTICS(0),
    /** A gradient and its witness: whose, by whom. */
    WITNESS(2),
    /** The witness that computes with decimal numbers. */
    DECIMAL_ARITHMETIC(0),
    /** The witness that takes differences of costs. */
    CENTRAL_DIFFERENCES(0),
    /** Probabilities: on what. */
    PROBABILITY_ON(1),
    /** Predicted numbers of a regression: on what. */
    OUTPUT_ON(1),
    /** One of several outputs: its number, of what. */
    OUTPUT_OF(2),
    /** Predicted labels: on what. */
    LABEL_ON(1),
    /** A set of examples: which. */
    EXAMPLES(1),
    /** An example: of which set, index. */
    EXAMPLE(2),
    /** The training set. */
    TRAIN(0),
    /** The test set. */
    TEST(0),
    /** The plane of the boundary. */
    PLANE(0),
    /** A point of the plane: x, y. */
    POINT(2),
    /** How many labels of the free runs are correct. */
    CORRECT(0),
    /** No floor: both hold the same bits. */
    SAME_BITS(0),
    /** The hash of the training numbers: its digits. */
    HASH(1),
    /** Both networks hold the training numbers in single precision. */
    ROUNDED_DATA(0),
    /** The floor of Z and A. */
    FLOOR_FORWARD(0),
    /** The floor of the cost. */
    FLOOR_COST(0),
    /** The floor of the gradients. */
    FLOOR_GRADIENTS(0),
    /** The floor of one update. */
    FLOOR_UPDATE(0),
    /** The floor of an iteration in lock-step. */
    FLOOR_LOCK_STEP(0),
    /** The floor of a free run: how many times the spread. */
    FLOOR_FREE_RUN(1),
    /** The floor of predictions. */
    FLOOR_PREDICTIONS(0),
    /** The floor of predictions of several classes. */
    FLOOR_PREDICTIONS_OF_CLASSES(0),
    /** The floor of predicted numbers. */
    FLOOR_PREDICTIONS_OF_NUMBERS(0),
    /** A witness has nothing to say: who, of how many parameters, whose. */
    SILENT(3),
    /** A witness checked a sample: who, how many, of how many. */
    SAMPLED(3),
    /** A witness was not asked: who, of how many. */
    UNASKED(2),
    /** Two things to say. */
    BOTH(2),
    /** Witnesses are more precise than what they judge. */
    EXACT_WITNESSES(0),
    /** The whole run is comparable. */
    COMPARABLE_WHOLE(0),
    /** Comparable until a run left the range of its numbers: up to where, where it left. */
    COMPARABLE_LEFT(2),
    /** Comparable until rounding decides: up to where, what it moves the cost by. */
    COMPARABLE_TO(2),
    /** A number of a step as somebody computes it: its name, who. */
    OPINION(2),
    /** In what precision numbers are stored. */
    PRECISION(0),
    /** How matrices lie in a file: their symbol. */
    LAYOUT(1),
    /** The share of units that masks keep: layer. */
    KEPT_FRACTION(1),
    /** Masks that drop nothing: layer. */
    DROPS_NOTHING(1),
    /** Whether the units of a mask drop independently: layer. */
    INDEPENDENCE(1),
    /** The share of units that all masks together keep. */
    KEPT_TOGETHER(0),
    /** No floor: stored as the format says, or not. */
    CHECK_FORMAT(0),
    /** What chance explains of masks. */
    CHECK_MASKS(0),
    /** The floor of a step of a trace. */
    CHECK_STEP(0),
    /** The floor of the twins' opinion. */
    CHECK_TWINS(0),
    /** The floor of the costs of a whole run: how many times the spread. */
    CHECK_FREE_RUN(1),
    /** Parameters that nothing leads to: of which iterations. */
    GIVEN(1),
    /** No cost of a run is comparable. */
    RUN_INCOMPARABLE(0),
    /** Some costs of a run are comparable: how many, of how many, up to where. */
    RUN_COMPARABLE(3),
    /** Why no more: what is comparable, what the cost moves by behind it. */
    RUN_HORIZON(2),
    /** Costs that are not determined: how many. */
    COSTS_UNDETERMINED(1),
    /** Costs whose batches or masks are not known: how many. */
    COSTS_UNKNOWN(1),
    /** Costs behind the last iteration that was recomputed: how many, which. */
    COSTS_BEYOND(2),
    /** Costs have parted: up to where they were compared, how many differ, how many are behind it. */
    COSTS_PARTED(3),
    /** The twins were not asked. */
    NOT_ASKED(0),
    /** The twins were asked: at which iterations. */
    ASKED(1),
    /** DL4J was not asked. */
    DL4J_NOT_ASKED(0),
    /** Somebody differs from the formulas: who. */
    DIFFERS(1),
    /** Somebody sides with the formulas: who. */
    SIDES(1),
    /** The hand-written network. */
    SCRATCH(0),
    /** DL4J's network. */
    DL4J(0);

    private final int arguments;

    Said(int arguments) {
        this.arguments = arguments;
    }

    @Override
    public int arguments() {
        return arguments;
    }

    /**
     * Says sentences one after the other.
     *
     * @param sentences the sentences
     * @return all in one, {@link Phrase#NOTHING} where there are none
     */
    public static Phrase sentences(List<Phrase> sentences) {
        return sentences.stream()
                .filter(sentence -> !sentence.isNothing())
                .reduce(SaidOfCheck.THEN::of)
                .orElse(Phrase.NOTHING);
    }

    /**
     * Says several things one after the other.
     *
     * @param phrases what to say
     * @return all in one, {@link Phrase#NOTHING} where there are none
     */
    public static Phrase all(List<Phrase> phrases) {
        return phrases.stream().reduce(BOTH::of).orElse(Phrase.NOTHING);
    }
}
