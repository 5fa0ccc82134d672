package org.twinnet.compare.theory.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

@DisplayName("Where a slope jumps or bends at 0, an activation says that differences across 0 tell nothing")
class BendsTest {

    private static final double H = 1e-4;

    static Stream<String> kinds() {
        return Components.kinds(Activation.class).keySet().stream().filter(kind -> !kind.equals("softmax"));
    }

    /** Jumps of slopes and bends that activations have at 0 are of 0.99 and more; what is smooth differs by H. */
    @ParameterizedTest
    @MethodSource("kinds")
    void should_be_pieced_where_the_slope_jumps_or_bends(String kind) {
        Activation activation = ExperimentTree.with(Experiment.of(2, 3, 1), Map.of("layers[0].activation", kind))
                .layers()
                .get(0)
                .activation();
        ActivationTheory theory = ActivationChapters.of(activation);
        double jump = Math.abs(slope(theory, H) - slope(theory, -H));
        double above = (slope(theory, 2 * H) - slope(theory, H)) / H;
        double below = (slope(theory, -H) - slope(theory, -2 * H)) / H;
        assertEquals(jump > 0.1 || Math.abs(above - below) > 0.1, activation.pieced(), jump + ", " + (above - below));
    }

    private static double slope(ActivationTheory theory, double z) {
        Bounded Z = Bounded.exact(new double[][] {{z}});
        Bounded A = Bounded.zeros(1, 1);
        theory.forward(Z, A, Rounding.FLOAT64);
        Bounded gradient = Bounded.zeros(1, 1);
        gradient.values(0)[0] = 1;
        theory.slope(Z, A, gradient, Rounding.FLOAT64);
        return gradient.values(0)[0];
    }
}
