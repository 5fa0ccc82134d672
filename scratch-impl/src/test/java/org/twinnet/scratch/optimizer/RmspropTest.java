package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RmspropTest extends OptimizerContract {

    @Override
    Optimizer optimizer() {
        return new Rmsprop(0.9, 1e-8);
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
        Trajectory.assertEnd(new Rmsprop(0.9, 1e-3), 0.2, 0.1167337555477593, -5.258612810729721e-07);
    }

    @Test
    void should_refuse_settings_out_of_range() {
        assertRefused("Epsilon is a finite number above 0, not 0.0.", () -> new Rmsprop(0.9, 0));
        assertRefused("Decay is from 0 and below 1, not 1.0.", () -> new Rmsprop(1, 1));
    }

    private static void assertRefused(String message, Executable maker) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, maker).getMessage());
    }
}
