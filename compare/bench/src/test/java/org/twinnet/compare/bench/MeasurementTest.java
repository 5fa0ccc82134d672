package org.twinnet.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Pace;
import org.twinnet.compare.experiment.Scenario;

/** What processes say to each other. */
class MeasurementTest {

    @Test
    void should_read_back_what_it_wrote_between_lines_of_others() throws ChildFailedException {
        Measurement measurement = new Measurement(14.25, 0.03125, 0.1 + 0.2, Double.NaN);
        List<String> lines = new ArrayList<>(List.of("OpenBLAS warning: bytes", ""));
        lines.addAll(measurement.lines());
        lines.add("bye bye");
        assertEquals(measurement, Measurement.parse(lines));
    }

    @Test
    void should_read_what_python_writes() throws ChildFailedException {
        Measurement measurement = Measurement.parse(List.of("microseconds 45.5", "first-cost inf", "second-cost nan"));
        assertEquals(new Measurement(45.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN), measurement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "microseconds nan", "microseconds inf", "microseconds 0", "microseconds -1", "bytes 3"})
    void should_refuse_output_without_a_usable_time(String line) {
        var failure = assertThrows(ChildFailedException.class, () -> Measurement.parse(List.of(line)));
        assertEquals("it printed no time per iteration", failure.getMessage());
    }

    @Test
    void should_name_the_line_that_holds_no_number() {
        var failure = assertThrows(ChildFailedException.class, () -> Measurement.parse(List.of("microseconds fast")));
        assertEquals("it printed 'microseconds fast', which holds no number", failure.getMessage());
    }

    @Test
    void should_read_back_a_task() {
        Task task = new Task(
                Contestant.PLAIN_ONE_THREAD, Scenario.DROPOUT, Path.of("a b.csv"), new Pace(0.1, 0.2, 0.3, 4), 5);
        assertEquals(task, Task.parse(task.arguments()));
    }

    @Test
    void should_read_back_memory_known_or_not() throws ChildFailedException {
        List<MemoryPoint> points = List.of(new MemoryPoint(10, 4096L, 7), new MemoryPoint(30, null, 8));
        assertEquals(
                points, MemoryPoint.parse(points.stream().map(MemoryPoint::line).toList()));
        assertThrows(ChildFailedException.class, () -> MemoryPoint.parse(List.of("memory x y z")));
        assertThrows(ChildFailedException.class, () -> MemoryPoint.parse(List.of()));
    }

    @Test
    void should_read_resident_memory_as_linux_writes_it() {
        assertEquals(123_456L * 1024, ResidentMemory.parse(List.of("VmPeak:\t  9 kB", "VmRSS:\t  123456 kB")));
        assertEquals(null, ResidentMemory.parse(List.of("VmPeak:\t  9 kB")));
    }

    @Test
    void should_pass_on_no_setting_of_threads_but_its_own() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", "/bin", "OMP_NUM_THREADS", "7", "OPENBLAS_NUM_THREADS", "7", "OMP_WAIT_POLICY", "active"));
        ChildProcess.setThreads(environment, false);
        assertEquals(Map.of("PATH", "/bin"), environment);
        ChildProcess.setThreads(environment, true);
        assertEquals("1", environment.get("OMP_NUM_THREADS"));
        assertTrue(environment.containsKey("PATH"));
    }
}
