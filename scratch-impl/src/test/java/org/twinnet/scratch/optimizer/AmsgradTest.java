package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AmsgradTest extends OptimizerContract {

    @Override
    Optimizer optimizer() {
        return new Amsgrad(0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION);
    }

    @Override
    List<String> memories() {
        return List.of("m", "v", "v_max");
    }

    @Override
    String formula() {
        return "update = α·m̂/(√v̂ + ε)";
    }

    @Test
    void should_go_where_numpy_goes() {
        Trajectory.assertEnd(
                new Amsgrad(0.9, 0.99, 1e-3, EpsilonPlace.AFTER_CORRECTION),
                0.2,
                -0.28234577654069665,
                0.35424466336638294);
        Trajectory.assertEnd(
                new Amsgrad(0.9, 0.99, 1e-3, EpsilonPlace.BEFORE_CORRECTION),
                0.2,
                -0.2865191550389552,
                0.3549452630799721);
    }

    @Test
    void should_refuse_settings_out_of_range() {
        assertRefused(
                "Epsilon is a finite number above 0, not 0.0.",
                () -> new Amsgrad(0.9, 0.99, 0, EpsilonPlace.AFTER_CORRECTION));
        assertRefused(
                "Beta1 is from 0 and below 1, not 1.0.", () -> new Amsgrad(1, 0.99, 1, EpsilonPlace.AFTER_CORRECTION));
        assertRefused(
                "Beta2 is from 0 and below 1, not -0.1.",
                () -> new Amsgrad(0.9, -0.1, 1, EpsilonPlace.AFTER_CORRECTION));
    }

    private static void assertRefused(String message, Executable maker) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, maker).getMessage());
    }
}
