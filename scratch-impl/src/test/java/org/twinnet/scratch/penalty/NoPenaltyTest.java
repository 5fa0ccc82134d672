package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.twinnet.scratch.linalg.Matrix;

class NoPenaltyTest extends PenaltyContract {

    @Override
    Penalty penalty() {
        return new NoPenalty();
    }

    @Override
    double largestCost() {
        return 0;
    }

    @Override
    String gradientFormula() {
        return "dW += 0";
    }

    @Test
    void should_cost_nothing_without_regularization() {
        Matrix dW = Matrix.of(new double[][] {{10, 20}, {30, 40}});
        Penalty none = new NoPenalty();

        none.addGradient(Matrix.of(new double[][] {{1, -2}, {3, 0.5}}), 4, dW);

        assertEquals(0, none.cost(Matrix.of(new double[][] {{1, -2}, {3, 0.5}}), 4));
        assertArrayEquals(new double[][] {{10, 20}, {30, 40}}, dW.toArray());
        assertEquals(0, none.slope(3, 4));
    }
}
