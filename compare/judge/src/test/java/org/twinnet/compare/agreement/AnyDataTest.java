package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;

/**
 * Two correct twins are never called different, whatever the data: a seeded sample of sixty. {@code -Dtwinnet.any=1000}
 * tries as many, and {@code -Dtwinnet.any.from=N} starts at number N.
 */
@DisplayName("Correct twins on any data")
class AnyDataTest {

    /**
     * One whose hidden units die at once: all examples have the same probability then, near 1, and the reported cost
     * goes in steps of what the last place of that probability makes of its logarithm. Nothing smaller shows in it, but
     * the logit moves.
     */
    private static final long COSTS_IN_STEPS = 377;

    static Stream<AnyExperiment> experiments() {
        long from = Long.getLong("twinnet.any.from", 0);
        return LongStream.concat(
                        LongStream.range(from, from + Long.getLong("twinnet.any", 60)), LongStream.of(COSTS_IN_STEPS))
                .distinct()
                .mapToObj(AnyExperiment::of);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_never_part(AnyExperiment any) throws InterruptedException {
        ScenarioComparison comparison = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(10, 2, 20, 1))
                .compare(List.of(any.experiment()), any.data(), ProgressListener.NONE)
                .get(0);

        assertEquals(List.of(), comparison.ladder().firstDivergence().stream().toList());
        for (Rung rung : comparison.ladder().rungs()) {
            assertTrue(
                    rung.status() == Status.AGREE || (rung.compared() == 0 && rung.undetermined() > 0),
                    "what stays open is not determined at all: " + rung);
            // the first step is taken from given numbers, so that something of it can always be compared
            boolean start = rung.name().compareTo(RungName.LOCK_STEP) <= 0;
            assertTrue(!start || rung.compared() > 0, "nothing was held on rung " + rung.name());
        }
    }
}
