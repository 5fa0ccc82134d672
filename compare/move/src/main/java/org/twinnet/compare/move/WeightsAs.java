package org.twinnet.compare.move;

/** Which way the matrices of a file lie; one file has one way. */
public enum WeightsAs {
    /** A row a unit: the course, PyTorch. */
    UNITS_BY_INPUTS,
    /** A column a unit: Keras, scikit-learn, CS231n. */
    INPUTS_BY_UNITS
}
