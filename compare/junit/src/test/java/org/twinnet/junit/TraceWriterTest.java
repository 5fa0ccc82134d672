package org.twinnet.junit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.data.InvalidDataException;

@DisplayName("TraceWriter")
class TraceWriterTest {

    private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};
    private static final double[][] Y = {{0}, {1}, {1}};

    @TempDir
    private Path folder;

    private Trace read(TraceWriter writer) throws IOException {
        Path file = folder.resolve("mine.npz");
        writer.save(file);
        assertArrayEquals(new String[] {"mine.npz"}, folder.toFile().list());
        return TraceReader.read(file, Optional.empty());
    }

    @Test
    void should_write_rows_as_the_format_reads_them() throws IOException {
        double[][] W = {{0.5, -1}};
        TraceWriter writer = TraceWriter.rows(X, Y, "{\"layers\": [{\"units\": 1}], \"penalty\": {\"l2\": 0.7}}")
                .record(0, Map.of("W1", W, "Z1", new double[][] {{1}, {2}, {3}}))
                .record(0, "b1", 0.25)
                .cost(7, 0.5)
                .cost(0, 0.75);
        W[0][0] = 9;
        Trace trace = read(writer);
        assertEquals(0.7, trace.hyperParameters().lambda());
        assertArrayEquals(new double[][] {{1, 3, 5}, {2, 4, 6}}, trace.X().toArray());
        assertArrayEquals(
                new double[][] {{0.5, -1}},
                trace.tensor(Quantity.W, 1, 0).orElseThrow().values().toArray());
        assertArrayEquals(
                new double[][] {{1, 2, 3}},
                trace.tensor(Quantity.Z, 1, 0).orElseThrow().values().toArray());
        assertEquals(List.of(new ReportedCost(0, 0.75), new ReportedCost(7, 0.5)), trace.costs());
    }

    @Test
    void should_write_columns_with_batches_and_the_layout_of_square_weights() throws IOException {
        Trace trace = read(TraceWriter.columns(OwnExperiment.transposed(X), OwnExperiment.transposed(Y), "{}")
                .weights(true)
                .batch(0, 2, 0)
                .record(0, "W1", new double[][] {{1, 2}, {3, 4}})
                .record(0, "W2", new double[][] {{5}, {6}})
                .record(0, "b1", 0, 0)
                .record(0, "b2", 0));
        assertArrayEquals(
                new double[][] {{1, 3}, {2, 4}},
                trace.tensor(Quantity.W, 1, 0).orElseThrow().values().toArray());
        assertArrayEquals(new int[] {2, 0}, trace.batches().of(0).orElseThrow());
        assertEquals(List.of(), trace.costs());
    }

    @Test
    void should_refuse_what_no_trace_can_hold_before_a_file_is_there() {
        TraceWriter writer = TraceWriter.rows(X, Y, "{}").record(0, "b1", 0).cost(1, 2);
        assertEquals("The trace cannot be: b1@0 was recorded already.", refusal(() -> writer.record(0, "b1", 1)));
        assertEquals("The trace cannot be: W1@0 holds no number.", refusal(() -> writer.record(0, "W1")));
        assertEquals(
                "The trace cannot be: row 1 of W1@0 holds 1 numbers, row 0 holds 2.",
                refusal(() -> writer.record(0, "W1", new double[][] {{1, 2}, {3}})));
        assertTrue(refusal(() -> writer.record(0, "weights", 1))
                .startsWith("The trace cannot be: weights of iteration 0 is no name of the format; it is one of "
                        + "[W, b, gamma,"));
        assertEquals("The trace cannot be: iteration 1 has a cost already.", refusal(() -> writer.cost(1, 2)));
        assertEquals(
                "The trace cannot be: iteration -1 is none; they are counted from 0.",
                refusal(() -> writer.batch(-1, 0)));
        assertEquals("The trace cannot be: batch@2 has no example.", refusal(() -> writer.batch(2)));
        assertEquals(
                "The trace cannot be: X holds no number.", refusal(() -> TraceWriter.rows(new double[0][], Y, "{}")));
        assertTrue(refusal(() -> TraceWriter.rows(X, Y, "{")).startsWith("The trace cannot be: experiment"));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(IllegalArgumentException.class, what).getMessage();
    }

    @Test
    void should_leave_no_file_where_shapes_do_not_fit() {
        Path file = folder.resolve("mine.npz");
        TraceWriter writer = TraceWriter.rows(X, Y, "{}").record(0, "W1", new double[][] {{1, 2, 3}});
        String message = assertThrows(InvalidDataException.class, () -> writer.save(file))
                .getMessage();
        assertTrue(message.contains("W1@0"), message);
        assertFalse(Files.exists(file));
    }
}
