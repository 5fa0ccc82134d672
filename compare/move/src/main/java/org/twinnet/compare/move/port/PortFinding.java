package org.twinnet.compare.move.port;

import java.util.List;
import org.twinnet.compare.text.Phrase;

/**
 * A mistake that was found.
 *
 * @param mistake what it is
 * @param layers the layers that have it, from 0; empty where it is one of the whole network
 * @param found what the model says
 * @param right what it should say
 * @param line the line of configuration that mends it
 */
public record PortFinding(PortMistake mistake, List<Integer> layers, Phrase found, Phrase right, Phrase line) {

    /**
     * Copies the layers.
     *
     * @param mistake what it is
     * @param layers the layers that have it
     * @param found what the model says
     * @param right what it should say
     * @param line the line that mends it
     */
    public PortFinding {
        layers = List.copyOf(layers);
    }

    /** Whether two findings differ in nothing but their layers. */
    boolean isLike(PortFinding other) {
        return mistake == other.mistake
                && found.equals(other.found)
                && right.equals(other.right)
                && line.equals(other.line);
    }
}
