package org.twinnet.compare.twin;

import java.util.List;

/**
 * All of a twin's state between two iterations: what another twin of the same experiment needs to go on from there.
 * Masks and batches are not state; both follow from the experiment and the iteration.
 *
 * @param iteration number of finished iterations, which is the index of the coming one
 * @param parameters W¹ row by row, b¹, W², …
 * @param memories what the optimizer remembers; empty for gradient descent
 * @param statistics what the twin predicts by beside its parameters; empty without batch normalization
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one twin to another, never compared by equals
public record TwinState(int iteration, double[] parameters, List<Memory> memories, double[] statistics) {

    /**
     * One number that an optimizer remembers of each parameter, such as its velocity.
     *
     * @param symbol its letter in the formulas, such as {@code v}
     * @param values one number a parameter, in the order of the parameters
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one twin to another, never compared by equals
    public record Memory(String symbol, double[] values) {}

    /**
     * Copies the list.
     *
     * @param iteration number of finished iterations
     * @param parameters W¹ row by row, b¹, W², …
     * @param memories what the optimizer remembers
     * @param statistics what the twin predicts by beside its parameters
     * @throws IllegalArgumentException if the iteration is negative, or a memory has not one number a parameter
     */
    public TwinState {
        memories = List.copyOf(memories);
        if (iteration < 0) {
            throw new IllegalArgumentException("Iterations are counted from 0; there is no " + iteration + ".");
        }
        for (Memory memory : memories) {
            if (memory.values().length != parameters.length) {
                throw new IllegalArgumentException("State of iteration " + iteration + ": " + memory.symbol() + " has "
                        + memory.values().length + " numbers for " + parameters.length
                        + " parameters; needed: one for each.");
            }
        }
    }

    /**
     * A state without statistics.
     *
     * @param iteration number of finished iterations
     * @param parameters W¹ row by row, b¹, W², …
     * @param memories what the optimizer remembers
     * @throws IllegalArgumentException if the iteration is negative, or a memory has not one number a parameter
     */
    public TwinState(int iteration, double[] parameters, List<Memory> memories) {
        this(iteration, parameters, memories, new double[0]);
    }

    /**
     * The same numbers at another iteration.
     *
     * @param other number of finished iterations
     * @return a new state
     * @throws IllegalArgumentException if the iteration is negative
     */
    public TwinState at(int other) {
        return new TwinState(other, parameters, memories, statistics);
    }

    /**
     * Refuses a state of another network or another optimizer.
     *
     * @param name the twin that is to take the state
     * @param count number of parameters of that twin
     * @param kept number of statistics of that twin
     * @param symbols what its optimizer remembers
     * @throws IllegalArgumentException if the state has another number of parameters or other memories
     */
    public void requireFitting(String name, int count, int kept, List<String> symbols) {
        if (parameters.length != count) {
            throw new IllegalArgumentException("Restoring the state of iteration " + iteration + ": it has "
                    + parameters.length + " parameters, the network of " + name + " has " + count + ".");
        }
        if (statistics.length != kept) {
            throw new IllegalArgumentException("Restoring the state of iteration " + iteration + ": it has "
                    + statistics.length + " running statistics, the network of " + name + " has " + kept + ".");
        }
        List<String> own = memories.stream().map(Memory::symbol).toList();
        if (!own.equals(symbols)) {
            throw new IllegalArgumentException("Restoring the state of iteration " + iteration + ": it remembers " + own
                    + " of each parameter, the optimizer of " + name + " " + symbols + ".");
        }
    }
}
