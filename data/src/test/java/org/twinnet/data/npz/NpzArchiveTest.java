package org.twinnet.data.npz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that NumPy 2.4.6 wrote, read bit by bit; make.py beside them is their origin. */
class NpzArchiveTest {

    /** Element (i, j) of the 3 × 4 grid in make.py. */
    private static final double[] GRID = IntStream.range(0, 3)
            .boxed()
            .flatMapToDouble(i -> IntStream.range(0, 4).mapToDouble(j -> 10 * i + j + 0.25))
            .toArray();

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void should_read_what_numpy_wrote(String file) {
        NpzArchive archive = NpzArchive.read(NpzFiles.golden(file));
        assertEquals(28, archive.names().size());
        for (String name : List.of("c", "fortran", "big", "bigfortran")) {
            assertArray(archive, name, Dtype.FLOAT64, new int[] {3, 4}, GRID);
        }
        for (String name : List.of("f4", "f4big")) {
            assertArray(archive, name, Dtype.FLOAT32, new int[] {3, 4}, GRID);
        }
        double[] cube = IntStream.range(0, 24)
                .mapToDouble(e -> 100 * (e / 12) + 10 * (e / 4 % 3) + e % 4)
                .toArray();
        assertArray(archive, "cube", Dtype.FLOAT64, new int[] {2, 3, 4}, cube);
        assertArray(archive, "scalar", Dtype.FLOAT64, new int[] {}, 0.7);
        assertArray(archive, "W1@0", Dtype.FLOAT64, new int[] {5}, 0, 1, 2, 3, 4);
        assertArray(archive, "empty", Dtype.FLOAT64, new int[] {0, 3});
        assertArray(archive, "bool", Dtype.BOOL, new int[] {2, 3}, 1, 0, 1, 0, 0, 1);
        assertArray(
                archive,
                "special",
                Dtype.FLOAT64,
                new int[] {6},
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "i1,INT8,-128,127",
        "i2,INT16,-32768,32767",
        "i4,INT32,-2147483648,2147483647",
        "i8,INT64,-9007199254740992,9007199254740992",
        "u1,UINT8,0,255",
        "u2,UINT16,0,65535",
        "u4,UINT32,0,4294967295",
        "u8,UINT64,0,9007199254740992"
    })
    void should_read_integers_of_every_size_in_both_byte_orders(String code, Dtype dtype, double bottom, double top) {
        for (String file : List.of("stored.npz", "deflated.npz")) {
            NpzArchive archive = NpzArchive.read(NpzFiles.golden(file));
            assertArray(archive, code, dtype, new int[] {4}, bottom, 0, 1, top);
            assertArray(archive, code + "big", dtype, new int[] {4}, bottom, 0, 1, top);
        }
    }

    private static void assertArray(NpzArchive archive, String name, Dtype dtype, int[] shape, double... values) {
        NpyArray array = archive.array(name).orElseThrow();
        assertEquals(dtype, array.dtype(), name);
        assertArrayEquals(shape, array.shape(), name);
        assertArrayEquals(bits(values), bits(array.values()), name);
    }

    private static long[] bits(double[] values) {
        return DoubleStream.of(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void should_give_elements_rows_and_scalars_by_index() {
        NpzArchive archive = NpzArchive.read(NpzFiles.golden("stored.npz"));
        NpyArray grid = archive.array("fortran").orElseThrow();
        assertEquals(23.25, grid.at(2, 3));
        assertArrayEquals(new double[] {10.25, 11.25, 12.25, 13.25}, grid.rows()[1]);
        assertEquals("float64 (3, 4)", grid.toString());
        assertEquals("(5,)", archive.array("W1@0").orElseThrow().shapeText());
        NpyArray scalar = archive.array("scalar").orElseThrow();
        assertEquals(0.7, scalar.scalar());
        assertEquals(0.7, scalar.at());
        assertEquals("()", scalar.shapeText());
        assertEquals(0, archive.array("empty").orElseThrow().rows().length);
        assertTrue(archive.array("fortrAn").isEmpty());
        assertRefused(grid::scalar, "(3, 4)", "not a single number");
        assertRefused(scalar::rows, "()", "not a matrix");
        assertThrows(IndexOutOfBoundsException.class, () -> grid.at(0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> grid.at(0));
    }

    @Test
    void should_not_let_its_arrays_be_changed() {
        NpyArray grid =
                NpzArchive.read(NpzFiles.golden("stored.npz")).array("c").orElseThrow();
        grid.values()[0] = 99;
        grid.shape()[0] = 99;
        grid.rows()[0][0] = 99;
        assertEquals(0.25, grid.at(0, 0));
        assertArrayEquals(new int[] {3, 4}, grid.shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "object.npz|pickle",
                "structured.npz|structured array",
                "text.npz|'<U1'",
                "complex.npz|'<c16'",
                "half.npz|'<f2'"
            })
    void should_refuse_other_elements_than_numbers_and_booleans(String file, String reason) {
        assertRefused(() -> NpzArchive.read(NpzFiles.golden(file)), file, "'X.npy'", reason);
    }

    @Test
    void should_keep_to_the_limits() {
        Path file = NpzFiles.golden("deflated.npz");
        // 28 arrays: five of 12, two f4 of 12 among them six grids = 72, cube 24, 1, 5, 0, bool 6, 6, sixteen of 4 = 64
        int total = 72 + 24 + 1 + 5 + 6 + 6 + 64;
        NpzLimits exact = new NpzLimits(5549, 28, 24, total);
        assertEquals(5549, file.toFile().length());
        assertEquals(28, NpzArchive.read(file, exact).names().size());
        assertRefused(() -> NpzArchive.read(file, new NpzLimits(5548, 28, 24, total)), "more than 5548 bytes");
        assertRefused(() -> NpzArchive.read(file, new NpzLimits(5549, 27, 24, total)), "28 entries", "27");
        assertRefused(() -> NpzArchive.read(file, new NpzLimits(5549, 28, 23, total)), "'cube.npy'", "23 elements");
        assertRefused(() -> NpzArchive.read(file, new NpzLimits(5549, 28, 24, total - 1)), "'u8big.npy'", "3 elements");
    }

    @Test
    void should_refuse_limits_that_allow_nothing_or_too_much() {
        assertRefused(() -> new NpzLimits(0, 1, 1, 1), "maxArchiveBytes is 0");
        assertRefused(() -> new NpzLimits(1, 0, 1, 1), "maxEntries is 0");
        assertRefused(() -> new NpzLimits(1, 1, -1, 1), "maxElements is -1");
        assertRefused(() -> new NpzLimits(1, 1, 1, Integer.MAX_VALUE), "maxTotalElements");
    }

    @Test
    void should_read_the_reference_traces() throws Exception {
        Path folder = Path.of("..", "..", "shared", "reference", "traces");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the reference folder is not beside this project");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> traces = files.filter(f -> f.toString().endsWith(".npz")).toList();
            assertTrue(traces.size() >= 3);
            for (Path trace : traces) {
                NpzArchive archive = NpzArchive.read(trace);
                assertEquals(2, archive.array("X").orElseThrow().rows().length);
                assertEquals(2, archive.array("W1@0").orElseThrow().rows()[0].length);
                assertTrue(Arrays.stream(archive.array("W1@0").orElseThrow().values())
                        .allMatch(Double::isFinite));
            }
        }
        NpzArchive dropout = NpzArchive.read(folder.resolve("dropout.npz"));
        assertEquals(0.86, dropout.array("keep_prob").orElseThrow().scalar());
        assertEquals(Dtype.BOOL, dropout.array("D1@0").orElseThrow().dtype());
    }
}
