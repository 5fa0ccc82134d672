package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NesterovTest extends OptimizerContract {

    @Override
    Optimizer optimizer() {
        return new Nesterov(0.9);
    }

    @Override
    List<String> memories() {
        return List.of("v");
    }

    @Override
    String formula() {
        return "update = α·(dV + μ·v)";
    }

    @Test
    void should_go_where_numpy_goes() {
        Trajectory.assertEnd(new Nesterov(0.9), 0.05, -0.3198109281305256, 0.05558909843964947);
    }

    @Test
    void should_refuse_settings_out_of_range() {
        assertRefused("Momentum is from 0 and below 1, not 1.0.", () -> new Nesterov(1));
        assertRefused("Momentum is from 0 and below 1, not NaN.", () -> new Nesterov(Double.NaN));
    }

    private static void assertRefused(String message, Executable maker) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, maker).getMessage());
    }
}
