package org.twinnet.compare.theory.penalty;

/**
 * Biases penalized as weights are.
 *
 * @param right the penalty
 */
public record PenalizedBiasesTheory(PenaltyTheory right) implements PatchedPenalty {

    @Override
    public boolean penalizesBiases() {
        return true;
    }
}
