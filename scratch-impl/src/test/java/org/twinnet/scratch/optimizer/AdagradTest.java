package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AdagradTest extends OptimizerContract {

    @Override
    Optimizer optimizer() {
        return new Adagrad(1e-8);
    }

    @Override
    List<String> memories() {
        return List.of("s");
    }

    @Override
    String formula() {
        return "update = α·dV/(√s + ε)";
    }

    @Test
    void should_go_where_numpy_goes() {
        Trajectory.assertEnd(new Adagrad(1e-3), 0.2, 0.32229643194591634, -0.6310631248297418);
    }

    @Test
    void should_refuse_settings_out_of_range() {
        assertRefused("Epsilon is a finite number above 0, not 0.0.", () -> new Adagrad(0));
        assertRefused("Epsilon is a finite number above 0, not Infinity.", () -> new Adagrad(Double.POSITIVE_INFINITY));
    }

    private static void assertRefused(String message, Executable maker) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, maker).getMessage());
    }
}
