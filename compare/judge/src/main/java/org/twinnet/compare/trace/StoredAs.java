package org.twinnet.compare.trace;

/** How a file lays its tensors out where that is not the format's own way, and is known to be meant. */
public enum StoredAs {
    /** X, Y, Z, A, D, dZ and dA hold one example a row. */
    EXAMPLES_AS_ROWS,
    /** W and dW are (inputs, units). */
    WEIGHTS_INPUTS_BY_UNITS,
    /** What stands under dA of layer l is dA of layer l − 1. */
    ACTIVATION_GRADIENTS_ONE_LAYER_UP,
    /** Y holds the numbers of classes, and not one row a class. */
    LABELS_AS_CLASSES
}
