package org.twinnet.compare.text;

/**
 * What is said of a model of DL4J that somebody made of a network: what is there, what is right, and the line that
 * mends it. Words of configurations and of experiment files are the same in every language, and {@link Said#NAME}.
 */
public enum SaidOfPort implements Saying {
    /** Nothing of the kind. */
    NONE(0),
    /** Nothing at that place. */
    NONE_THERE(0),
    /** Something that is set on a layer: what, its index. */
    ON_LAYER(2),
    /** A bias, where there is none. */
    A_BIAS(0),
    /** Outputs that count differently. */
    WEIGHTED_OUTPUTS(0),
    /** No clip, since the loss is computed from the logit. */
    NONE_FROM_LOGIT(0),
    /** A number that every batch has its own of: which. */
    OF_EACH_BATCH(1),
    /** Terms of a penalty: how many. */
    TERMS(1),
    /** A matrix the other way round: its name. */
    TRANSPOSE_OF(1),
    /** A matrix that the examples contradict. */
    TRANSPOSE_FITS_EXAMPLES(0),
    /** A matrix that the predictions contradict. */
    TRANSPOSE_FITS_PREDICTIONS(0),
    /** Numbers in single precision. */
    DIGITS_OF_FLOAT(0),
    /** Numbers in double precision. */
    ALL_DIGITS(0),
    /** Numbers of nobody: of which tensor. */
    OTHER_NUMBERS_IN(1),
    /** Numbers of the original. */
    OF_THE_ORIGINAL(0),
    /** What stands before a normalization: what. */
    BEFORE_IT(1),
    /** What stands before a normalization and behind it: both. */
    BEFORE_AND_BEHIND_IT(2),
    /** The largest difference from predictions: it, at which example. */
    APART_AT(2),
    /** What rounding explains: it. */
    AT_MOST(1),
    /** Another label than predicted: at which example. */
    OTHER_LABEL_AT(1),
    /** The label that was predicted. */
    LABEL_OF_THE_ORIGINAL(0),
    /** No line, since no setting is known to be wrong: where to look. */
    LOOK_AT(0),
    /** A line: without what. */
    WITHOUT(1),
    /** A line of a layer: its index, the line. */
    IN_LAYER(2),
    /** A line that each layer needs: the line. */
    IN_EACH_LAYER(1),
    /** A line: one thing, in place of another. */
    IN_PLACE_OF(2),
    /** Parts of a network in turn: three of them. */
    IN_TURN(3),
    /** A line that there is none of: the norm of all gradients. */
    NO_LIMIT_OVER_LAYERS(0);

    private final int arguments;

    SaidOfPort(int arguments) {
        this.arguments = arguments;
    }

    @Override
    public String prefix() {
        return PREFIX + "port.";
    }

    @Override
    public int arguments() {
        return arguments;
    }
}
