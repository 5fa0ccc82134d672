package org.twinnet.compare.move.back;

import org.twinnet.data.InvalidDataException;

/**
 * Where in a model something stands that an experiment may not be able to say.
 *
 * @param file the model
 * @param layer index of the layer with the weights, from 0
 */
record Place(String file, int layer) {

    /** What the layer has, and what an experiment can say in its stead. */
    InvalidDataException refused(String has, String sayable) {
        return new InvalidDataException(
                file + ": layer " + layer + " has " + has + ", which no experiment can say; it can say " + sayable);
    }
}
