package org.twinnet.scratch.layer;

import org.twinnet.scratch.linalg.Matrix;

/**
 * A matrix that has a name in the formulas, such as W¹.
 *
 * @param symbol the letter, such as {@code W}
 * @param layer the number l of its layer, from 1
 * @param values the numbers; live
 */
public record NamedTensor(String symbol, int layer, Matrix values) {

    /**
     * The name.
     *
     * @return letter and number, such as {@code W1}
     */
    public String name() {
        return symbol + layer;
    }
}
