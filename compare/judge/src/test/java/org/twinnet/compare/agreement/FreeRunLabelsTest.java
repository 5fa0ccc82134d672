package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;

/** A logistic regression of one feature: p = σ(w·x + b). */
@DisplayName("The labels of free runs")
class FreeRunLabelsTest {

    private static final Experiment EXPERIMENT =
            Experiment.of(1, 1).named("labels").iterations(1);
    private static final Dataset DATA =
            Dataset.of("line", List.of("x"), new double[][] {{-2}, {-1}, {0}, {1}}, new double[] {0, 0, 1, 1});

    private static FreeRun run(double w, double b) {
        return new FreeRun(List.of(), List.of(), new double[] {w, b}, new double[0], -1);
    }

    private static int open(FreeRun run, FreeRun... perturbed) {
        return new FreeRunLabels(
                        ScratchTwin::new,
                        EXPERIMENT,
                        new Split(DATA, Optional.empty()),
                        List.of(new Rounded(run, List.of(perturbed))))
                .open(DATA);
    }

    @Test
    void should_be_determined_where_probabilities_are_far_from_one_half() {
        assertEquals(0, open(run(1, 0.5), run(1, 0.5)));
    }

    @Test
    void should_be_open_where_rounding_of_the_probability_decides() {
        assertEquals(1, open(run(1, 0), run(1, 0)), "the example at 0 has probability ½ to the last bit");
    }

    @Test
    void should_all_be_open_where_a_network_has_learned_nothing() {
        assertEquals(4, open(run(0, 1e-17), run(0, -1e-17)));
    }

    @Test
    void should_be_open_where_a_hundred_times_what_perturbations_move_reaches_one_half() {
        // at b = 1e-3 the example at 0 is 2.5e-4 away from ½; the perturbed run moves it by 2.5e-6, then by 2.4e-6
        assertEquals(1, open(run(1, 1e-3), run(1, 1e-3 + 1.01e-5)));
        assertEquals(0, open(run(1, 1e-3), run(1, 1e-3 + 0.98e-5)));
    }

    @Test
    void should_all_be_open_where_a_run_has_left_the_range_of_doubles() {
        assertEquals(4, open(run(Double.NaN, 0), run(1, 0)));
        assertEquals(4, open(run(1, 0.5), run(Double.NaN, 0)));
    }
}
