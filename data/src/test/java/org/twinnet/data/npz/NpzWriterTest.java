package org.twinnet.data.npz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzWriterTest {

    @TempDir
    private Path folder;

    @Test
    void should_write_what_is_read_again_to_the_bit() throws IOException {
        double[] numbers = {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Math.PI, -1};
        byte[] bytes = new NpzWriter()
                .put("dense/kernel:0", numbers, 2, 3)
                .put("b", numbers, 6)
                .put("one", new double[] {7})
                .write();

        NpzArchive archive = NpzArchive.read(Files.write(folder.resolve("w.npz"), bytes));

        assertEquals(List.of("dense/kernel:0", "b", "one"), List.copyOf(archive.names()));
        NpyArray matrix = archive.array("dense/kernel:0").orElseThrow();
        assertEquals("float64 (2, 3)", matrix.toString());
        assertArrayEquals(numbers, matrix.values());
        assertEquals("(6,)", archive.array("b").orElseThrow().shapeText());
        assertEquals(7, archive.array("one").orElseThrow().scalar());
    }

    @Test
    void should_write_whole_numbers_and_strings() throws IOException {
        byte[] bytes = new NpzWriter()
                .put("order", 3, 0, Integer.MAX_VALUE)
                .put("text", "λ 𝛼 {}")
                .write();
        NpzArchive archive = NpzArchive.read(Files.write(folder.resolve("w.npz"), bytes));
        assertArrayEquals(
                new double[] {3, 0, Integer.MAX_VALUE},
                archive.array("order").orElseThrow().values());
        assertEquals("(3,)", archive.array("order").orElseThrow().shapeText());
        assertEquals("λ 𝛼 {}", archive.text("text").orElseThrow());
    }

    @Test
    void should_write_the_same_bytes_again() {
        assertArrayEquals(
                new NpzWriter().put("x", new double[] {1, 2}, 2).write(),
                new NpzWriter().put("x", new double[] {1, 2}, 2).write());
    }

    @Test
    void should_refuse_numbers_that_do_not_fit_the_shape() {
        NpzWriter npz = new NpzWriter();
        assertEquals(
                "x: 2 numbers for the shape [3].",
                assertThrows(IllegalArgumentException.class, () -> npz.put("x", new double[2], 3))
                        .getMessage());
    }
}
