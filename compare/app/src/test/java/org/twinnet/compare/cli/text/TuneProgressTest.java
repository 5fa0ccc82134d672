package org.twinnet.compare.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SmallStudies;

@DisplayName("The progress of a study")
class TuneProgressTest {

    @Test
    void should_say_that_nothing_is_complete_yet() {
        try (TuneProgress progress = TuneProgress.start(10, List.of(), Metric.CROSS_ENTROPY, true)) {
            assertEquals(" none complete yet", progress.message());
        }
    }

    @Test
    void should_name_the_best_so_far_of_this_run_and_of_the_earlier_one() {
        try (TuneProgress progress =
                TuneProgress.start(10, List.of(SmallStudies.complete(0, 0.5)), Metric.CROSS_ENTROPY, true)) {
            progress.finished(SmallStudies.complete(1, 0.6));
            assertEquals(
                    " best cross-entropy 0.50000 (lambda 0.1000, keep 0.9000, learning rate 0.3000, layers 20,3,1)",
                    progress.message());
            progress.finished(SmallStudies.complete(2, 0.25));
            assertEquals(
                    " best cross-entropy 0.25000 (lambda 0.1000, keep 0.9000, learning rate 0.3000, layers 20,3,1)",
                    progress.message());
        }
    }

    @Test
    void should_take_the_larger_accuracy_for_the_better_one() {
        try (TuneProgress progress =
                TuneProgress.start(10, List.of(SmallStudies.complete(0, 0.5)), Metric.ACCURACY, true)) {
            progress.finished(SmallStudies.complete(1, 0.75));
            assertEquals(
                    " best accuracy 0.75000 (lambda 0.1000, keep 0.9000, learning rate 0.3000, layers 20,3,1)",
                    progress.message());
        }
    }
}
