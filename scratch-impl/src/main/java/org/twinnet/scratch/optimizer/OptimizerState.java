package org.twinnet.scratch.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.scratch.layer.Parameters;

/**
 * What an optimizer remembers from one iteration to the next: some numbers for each parameter, such as its velocity v.
 * They are named like the parameters: v of W1, v of b1, … .
 *
 * @param memories in the order of the optimizer's formulas; empty where nothing is remembered
 */
public record OptimizerState(List<Memory> memories) {

    /**
     * One remembered number for each parameter.
     *
     * @param symbol its letter in the formulas, such as {@code v}
     * @param values the numbers, of the parameters' names and shapes; live
     */
    public record Memory(String symbol, Parameters values) {}

    /**
     * Copies the list.
     *
     * @param memories in the order of the optimizer's formulas
     */
    public OptimizerState {
        memories = List.copyOf(memories);
    }

    /**
     * The memory of an optimizer that remembers nothing.
     *
     * @return an empty state
     */
    public static OptimizerState none() {
        return new OptimizerState(List.of());
    }

    /**
     * Makes a memory that is all zero.
     *
     * @param parameters the parameters that it goes with, not modified
     * @param symbols the letters
     * @return one zero for each parameter and letter
     */
    public static OptimizerState zeros(Parameters parameters, String... symbols) {
        return new OptimizerState(Arrays.stream(symbols)
                .map(symbol -> new Memory(symbol, parameters.zeros()))
                .toList());
    }

    /**
     * One memory.
     *
     * @param symbol its letter
     * @return its numbers; live
     * @throws IllegalArgumentException if there is none of that letter
     */
    public Parameters get(String symbol) {
        for (int n = 0; n < memories.size(); n++) {
            if (memories.get(n).symbol().equals(symbol)) {
                return memories.get(n).values();
            }
        }
        throw new IllegalArgumentException("The optimizer does not remember " + symbol + "; it remembers "
                + (memories.isEmpty()
                        ? "nothing"
                        : memories.stream().map(Memory::symbol).collect(Collectors.joining(", ")))
                + ".");
    }
}
