package org.twinnet.compare.bench.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bench of the noise floor")
class FloorBenchTest {

    @Test
    void should_measure_step_and_floor_of_every_size_and_scenario() {
        List<FloorBench.Row> rows = FloorBench.run(1);

        assertEquals(6, rows.size());
        for (FloorBench.Row row : rows) {
            assertTrue(row.step().median() > 0 && row.floor().median() > 0, row.toString());
            assertEquals(row.floor().median() / row.step().median(), row.ratio());
        }
    }
}
