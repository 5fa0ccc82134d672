package org.twinnet.compare.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPointTest {

    @ParameterizedTest
    @CsvSource({
        "10, 3, 0 3 6 9",
        "11, 3, 0 3 6 9 10",
        "10, 1, 0 1 2 3 4 5 6 7 8 9",
        "10, 100, 0 9",
        "10, 10, 0 9",
        "1, 1, 0",
        "1, 100, 0"
    })
    void should_report_every_nth_iteration_and_the_last(int iterations, int every, String reported) {
        List<Integer> expected =
                List.of(reported.split(" ")).stream().map(Integer::valueOf).toList();
        assertEquals(
                expected,
                IntStream.range(0, iterations)
                        .filter(i -> CostPoint.isReported(i, iterations, every))
                        .boxed()
                        .toList());
    }
}
