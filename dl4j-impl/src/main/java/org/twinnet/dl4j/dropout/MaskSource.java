package org.twinnet.dl4j.dropout;

/**
 * The dropout masks of a training: who replays recorded masks, or draws them elsewhere, gives them to DL4J through
 * this.
 *
 * <p>A network asks for the mask of each layer that drops something once an iteration, iterations in ascending order;
 * it may ask for the current iteration again, and for an earlier one after it was sent there. It asks on the thread
 * that trains it.
 */
public interface MaskSource {

    /**
     * Writes the mask D of one hidden layer, or of the inputs.
     *
     * @param iteration iteration, from 0
     * @param layer hidden layer whose activations are masked, from 1; 0 for the inputs
     * @param target overwritten with 0 (dropped) or 1 (kept), entry {@code [unit · m + example]}
     */
    void mask(int iteration, int layer, double[] target);

    /**
     * Tells whether every iteration has the same masks, so that asking once is enough.
     *
     * @return true if {@link #mask} ignores the iteration
     */
    boolean fixed();
}
