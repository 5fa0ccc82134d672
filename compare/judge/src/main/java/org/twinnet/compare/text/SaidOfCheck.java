package org.twinnet.compare.text;

/**
 * What is said of the check of a trace. Mistakes and conventions have their English where their formulas are, and bring
 * it along as an argument; other languages have it under the key with the id behind it.
 */
public enum SaidOfCheck implements Saying {
    /** A mistake: its id, what was done in English. */
    MISTAKE(2),
    /** A convention: its id, what is kept otherwise in English. */
    CONVENTION(2),
    /** Where a mistake shows: its id, where in English. */
    SHOWS_IN(2),
    /** Two sentences. */
    THEN(2),
    /** Two things of a list. */
    AND(2),
    /** Two statements of a list. */
    AND_THAT(2),
    /** The first names of a list: they, how many more. */
    SHORTENED(2),
    /** Where a mistake was made: the layer. */
    IN_LAYER(1),
    /** Where a mistake was made: the layers. */
    IN_LAYERS(1),
    /** The factor of a mistake: digits. */
    FACTOR(1),
    /** The factor of a mistake: what it is, digits. */
    NAMED_FACTOR(2),
    /** How many units a layer has: how many, which layer. */
    UNITS(2),
    /** How many features there are. */
    THE_FEATURES(1),
    /** One over a number. */
    ONE_OVER(1),
    /** A number over another. */
    OVER(2),
    /** Formulas: as it is, as it should be. */
    FORMULAS(2),
    /** What a mistake explains: the difference without it, with it. */
    FALLS(2),
    /** A part of a network: its cost. */
    OF_COST(0),
    /** A part of a network: the forward pass of a layer. */
    OF_FORWARD(1),
    /** A part of a network: the gradient of a layer. */
    OF_GRADIENT(1),
    /** A part of a network: what a layer keeps for predictions. */
    OF_KEPT(1),
    /** A part of a network: its update. */
    OF_UPDATE(0),
    /** What no mistake explains beside others: the part, what was measured. */
    REMAINS(2),
    /** What no mistake explains: what was measured. */
    UNEXPLAINED(1),
    /** An update may carry something: from where, what would tell. */
    STATEFUL(2),
    /** What would tell Adam. */
    TELLS_ADAM(0),
    /** What would tell momentum: the iteration. */
    TELLS_MOMENTUM(1),
    /** Costs of a run: the first, the last. */
    COSTS_FROM_TO(2),
    /** A number that differs: its name, it, what it must be. */
    ONE_NUMBER(3),
    /** Numbers that differ: how many, of how many, of what. */
    DIFFERING(3),
    /** Numbers that differ, and are 0 on one side: how many of what. */
    ONE_SIDE_ZERO(1),
    /** Numbers that differ: how many of what, the closest factor, what it leaves, correlation. */
    PATTERN(4),
    /** How snapshots are taken. */
    COPY_ARRAYS(0),
    /** What masks keep: the share, the stated one. */
    MASKS_KEEP(2),
    /** Numbers that are none: where. */
    HOLDS_NO_NUMBERS(1),
    /** Predictions that are wrong beside right steps. */
    OTHER_PREDICTIONS(0),
    /** What numbers show: the outputs. */
    SHOWS_SOFTMAX(0),
    /** What numbers show: activation of the output, loss. */
    SHOWS_OUTPUT(2),
    /** What numbers show: activation of the hidden layers. */
    SHOWS_HIDDEN(1),
    /** What numbers show: activation of the hidden layers, which is negative. */
    SHOWS_NEGATIVE(1),
    /** What numbers show: the penalty. */
    SHOWS_PENALTY(0),
    /** What numbers show: the penalty. */
    SHOWS_PENALTY_TWICE(0),
    /** What numbers show: the learning rate. */
    SHOWS_RATE(1),
    /** What numbers show: which momentum, how large. */
    SHOWS_MOMENTUM(2),
    /** What numbers show: a momentum that averages, how large. */
    SHOWS_AVERAGE(1),
    /** What numbers show: the optimizer. */
    SHOWS_OPTIMIZER(1),
    /** What numbers show: the optimizer. */
    SHOWS_KERAS(1),
    /** A trace that states no experiment: what its numbers show. */
    HELD_TO_DEFAULTS(1),
    /** What would agree: an entry. */
    WOULD_AGREE(1),
    /** What would be nearer: an entry. */
    WOULD_BE_NEARER(1),
    /** The entry of a trace: its JSON. */
    ENTRY(1),
    /** The entry of a trace, where lambd is not: its JSON. */
    ENTRY_INSTEAD(1),
    /** What would be wrong with the entry: ids. */
    WRONG_THEN(1),
    /** The first answer: not the defaults. */
    OTHER_THAN_DEFAULTS(0),
    /** The first answer: none. */
    NO_MISTAKE(0),
    /** The first answer: an id. */
    IN_PART(1),
    /** The first answer: an id. */
    IT_IS(1),
    /** How a convention is written: there, in the notebook. */
    WRITTEN(2),
    /** The verdict of a trace whose snapshots are one array. */
    ONE_ARRAY(0),
    /** The verdict: precision, numbers, rungs, largest multiple. */
    AGREES(4),
    /** The verdict: precision, what disagrees. */
    DISAGREES(2),
    /** The verdict: precision, numbers, how many things were not checked, the first. */
    OPEN(4),
    /** The verdict: precision, numbers, costs that are none, how many things were not checked, the first. */
    OPEN_NOT_FINITE(5),
    /** The verdict: none. */
    DECIMALS_DIFFER(0),
    /** What a number is. */
    INFINITE(0),
    /** A cost that is no number: iteration, what it is. */
    COST_IS(2),
    /** Costs that are no numbers: how many, of how many, the first, what it is. */
    COSTS_ARE(4),
    /** A quantity: its name, layer. */
    OF_LAYER(2),
    /** A quantity: what, iteration. */
    AT_ITERATION(2),
    /** The first divergence: what. */
    FIRST(1),
    /** The first divergence, of what is exact: what, difference. */
    FIRST_EXACT(2),
    /** The first divergence: what, difference, multiple. */
    FIRST_BY(3),
    /** A convention that a trace follows: its id. */
    FOLLOWS(1),
    /** Conventions that a trace follows: ids. */
    FOLLOWS_SEVERAL(1),
    /** Tensors of an iteration: names, which. */
    OF_ITERATION(2),
    /** Tensors of iterations: names, which. */
    OF_ITERATIONS(2),
    /** What a trace does not hold and need not: tensors. */
    RECOMPUTED(1),
    /** What a trace does not hold: tensors. */
    NOT_KNOWN(1),
    /** Not checked: costs. */
    NO_COSTS(0),
    /** Not checked: costs, how many. */
    NO_COST_COMPARED(1),
    /** Not checked: tensors. */
    NO_TENSORS(0),
    /** Not checked: gradients, of which layer. */
    GRADIENTS_NOT_SHOWN(1),
    /** Not checked: the update. */
    NO_UPDATE(0),
    /** Not checked: everything. */
    NOTHING_JUDGED(0),
    /** A mask that numbers show: its name. */
    READ_OFF(1),
    /** A mask that a seed draws: its layer, the seed. */
    DRAWN(2),
    /** Masks of a seed that are none of the trace's: the seed. */
    SEED_EXPLAINS_NOTHING(1),
    /** Not checked: costs of the run, why. */
    RUN_COSTS(1),
    /** Not checked: how many costs, of how many, the first, why. */
    COSTS_LEFT(4),
    /** Why costs were not compared. */
    COSTS_WITHOUT_STATE(0),
    /** Not checked: how many costs. */
    COSTS_NO_NUMBERS(1),
    /** What the twins say. */
    TWINS_SAY(1),
    /** A learning rate that is assumed. */
    RATE_ASSUMED(1),
    /** Not checked: tensors. */
    ANY_VALUE(1),
    /** Not checked: finite tensors of parameters that are not. */
    OF_NO_NUMBER(1),
    /** Not checked: tensors. */
    WITHOUT_SOURCE(1),
    /** A mask that is none: its layer. */
    MASK_OF_ONES(1),
    /** A bookkeeping that nothing tells: conventions, what would decide. */
    BOOKKEEPING(2),
    /** What would decide a bookkeeping. */
    DECIDES_AVERAGE(0),
    /** What would decide a bookkeeping. */
    DECIDES_PENALTY(0),
    /** What would decide a bookkeeping. */
    DECIDES_MASK(0),
    /** A penalty of which nothing tells where it is added: layers, what does not follow. */
    PENALTY_PLACE(2),
    /** A penalty of which nothing tells where it is added: layers, what is missing. */
    PENALTY_NOT_SEEN(2),
    /** Costs of which nothing tells what they are of. */
    EPOCH_COSTS(0),
    /** Predictions that are labels. */
    PREDICTED_LABELS(0),
    /** Predictions that drop units. */
    PREDICTIONS_DROP(0),
    /** Predictions that normalize as training does. */
    PREDICTIONS_NORMALIZE(0),
    /** Predictions that were not compared: why. */
    PREDICTIONS_OPEN(1),
    /** Why predictions were not compared. */
    NO_PARAMETERS(0),
    /** Why predictions were not compared: iteration. */
    NO_OUTPUT(1),
    /** Why predictions were not compared: iteration. */
    TRAINING_GOES_ON(1),
    /** A rung. */
    RUNG_FORMAT(0),
    /** A rung. */
    RUNG_MASKS(0),
    /** A rung. */
    RUNG_FORWARD(0),
    /** A rung. */
    RUNG_COST(0),
    /** A rung. */
    RUNG_GRADIENTS(0),
    /** A rung. */
    RUNG_UPDATE(0),
    /** A rung. */
    RUNG_FREE_RUN(0),
    /** A rung. */
    RUNG_TWINS(0),
    /** An outcome. */
    AGREE(0),
    /** An outcome. */
    DISAGREE(0),
    /** An outcome. */
    INCONCLUSIVE(0),
    /** Heading of the rungs. */
    HEADING_RUNG(0),
    /** Heading of how many numbers were compared. */
    HEADING_NUMBERS(0),
    /** Heading of the largest difference. */
    HEADING_DIFFERENCE(0),
    /** Heading of its floor. */
    HEADING_FLOOR(0),
    /** Heading of the difference as a multiple of its floor. */
    HEADING_MULTIPLE(0),
    /** Heading of the outcomes. */
    HEADING_OUTCOME(0),
    /** Heading of where the largest difference is. */
    HEADING_WHERE(0),
    /** Heading of conventions. */
    HEADING_CONVENTIONS(0),
    /** Heading of the diagnosis. */
    HEADING_WRONG(0),
    /** Heading of what was not checked. */
    HEADING_NOT_CHECKED(0),
    /** Heading of notes. */
    HEADING_NOTES(0),
    /** How many lines a list goes on. */
    MORE_IN_REPORT(1),
    /** A number that is none. */
    NO_FINITE_NUMBER(0),
    /** A heading before what it is of. */
    COLON(2),
    /** A setting of which each layer has its own: the values. */
    BY_LAYER(1),
    /** A setting that a trace does not state: its value. */
    ASSUMED(1);

    private final int arguments;

    SaidOfCheck(int arguments) {
        this.arguments = arguments;
    }

    @Override
    public String prefix() {
        return PREFIX + "check.";
    }

    @Override
    public int arguments() {
        return arguments;
    }
}
