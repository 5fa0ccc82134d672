package org.twinnet.data.npz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that were made to mislead or to exhaust, and damaged ones. */
class HostileZipTest {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    @TempDir
    Path folder;

    private static byte[] two(boolean deflated) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("X.npy", NpzFiles.float64("(2, 3)", 1, 2, 3, 4, 5, 6));
        entries.put("Y.npy", NpzFiles.float64("(3,)", 0, 1, 0));
        return deflated ? NpzFiles.deflated(entries) : NpzFiles.stored(entries);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the n-th header of a kind begins, from 0. */
    private static int find(byte[] zip, int signature, int n) {
        int left = n;
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (buffer(zip).getInt(at) == signature && left-- == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no such header");
    }

    private void assertRefusedAfter(Consumer<byte[]> change, String... parts) {
        byte[] zip = two(false);
        change.accept(zip);
        assertRefused(() -> NpzFiles.read(folder, zip), parts);
    }

    @Test
    void should_read_the_archives_that_the_other_tests_damage() throws IOException {
        for (boolean deflated : new boolean[] {false, true}) {
            NpzArchive archive = NpzFiles.read(folder, two(deflated));
            assertArrayEquals(
                    new double[] {1, 2, 3, 4, 5, 6},
                    archive.array("X").orElseThrow().values());
            assertArrayEquals(
                    new double[] {0, 1, 0}, archive.array("Y").orElseThrow().values());
        }
    }

    @Test
    void should_refuse_a_bomb_without_inflating_it() {
        // 40 MiB of zeros in about 40 KiB
        byte[] bomb = NpzFiles.deflated(Map.of("X.npy", new byte[40 << 20]));
        int central = find(bomb, CENTRAL, 0);
        assertRefused(() -> NpzFiles.read(folder, bomb), "'X.npy'", "claims 41943040 bytes");
        // The same, but claiming to be small
        buffer(bomb).putInt(central + 24, 1000);
        int descriptorSize = central - 4;
        buffer(bomb).putInt(descriptorSize, 1000);
        assertRefused(() -> NpzFiles.read(folder, bomb), "'X.npy'", "more than 1000 bytes");
    }

    @Test
    void should_refuse_a_ten_gigabyte_array_in_a_small_file() {
        byte[] zip = NpzFiles.stored(Map.of("X.npy", NpzFiles.float64("(1342177280,)", 1, 2)));
        assertTrue(zip.length < 1024);
        assertRefused(() -> NpzFiles.read(folder, zip), "'X.npy'", "claims more than 4194304 elements");
    }

    @Test
    void should_refuse_a_name_that_occurs_twice() {
        assertRefusedAfter(
                zip -> {
                    zip[find(zip, LOCAL, 1) + 30] = 'X';
                    zip[find(zip, CENTRAL, 1) + 46] = 'X';
                },
                "'X.npy'",
                "occurs twice");
    }

    @Test
    void should_refuse_two_headers_that_disagree() {
        assertRefusedAfter(zip -> zip[find(zip, LOCAL, 0) + 30] = 'Z', "'X.npy'", "does not agree");
        assertRefusedAfter(zip -> zip[find(zip, CENTRAL, 0) + 46] = 'Z', "'Z.npy'", "does not agree");
        assertRefusedAfter(zip -> zip[find(zip, LOCAL, 0) + 8] = 8, "'X.npy'", "does not agree");
        assertRefusedAfter(zip -> zip[find(zip, LOCAL, 0) + 14] ^= 1, "'X.npy'", "does not agree");
        assertRefusedAfter(zip -> zip[find(zip, LOCAL, 0) + 18] ^= 1, "'X.npy'", "does not agree");
        assertRefusedAfter(zip -> zip[find(zip, LOCAL, 0) + 22] ^= 1, "'X.npy'", "does not agree");
        assertRefusedAfter(zip -> zip[find(zip, LOCAL, 1) + 6] ^= 2, "'Y.npy'", "does not agree");
    }

    @Test
    void should_refuse_a_changed_element() {
        for (boolean deflated : new boolean[] {false, true}) {
            byte[] zip = two(deflated);
            int middle = find(zip, LOCAL, 1) - (deflated ? 30 : 8);
            zip[middle] ^= 1;
            assertRefused(() -> NpzFiles.read(folder, zip), "test.npz", "'X.npy'", "damaged");
        }
    }

    @Test
    void should_refuse_entries_that_overlap_or_leave_a_gap() {
        assertRefusedAfter(zip -> buffer(zip).putInt(find(zip, CENTRAL, 1) + 42, 0), "'Y.npy'", "does not begin where");
        assertRefusedAfter(
                zip -> {
                    int end = find(zip, END, 0);
                    buffer(zip).putShort(end + 8, (short) 1).putShort(end + 10, (short) 1);
                },
                "bytes that belong to no entry");
        byte[] zip = two(false);
        ByteArrayOutputStream prefixed = new ByteArrayOutputStream();
        prefixed.writeBytes(new byte[] {1, 2, 3});
        prefixed.writeBytes(zip);
        assertRefused(() -> NpzFiles.read(folder, prefixed.toByteArray()), "not where the end record says");
    }

    @Test
    void should_refuse_encryption_and_other_methods() {
        assertRefusedAfter(zip -> zip[find(zip, CENTRAL, 0) + 8] |= 1, "'X.npy'", "encrypted");
        assertRefusedAfter(zip -> zip[find(zip, CENTRAL, 0) + 10] = 14, "'X.npy'", "method 14");
    }

    @Test
    void should_refuse_sizes_that_cannot_be() {
        assertRefusedAfter(zip -> buffer(zip).putInt(find(zip, CENTRAL, 0) + 20, -1), "'X.npy'", "4294967295");
        assertRefusedAfter(zip -> buffer(zip).putInt(find(zip, CENTRAL, 0) + 24, -1), "'X.npy'");
        assertRefusedAfter(zip -> buffer(zip).putInt(find(zip, CENTRAL, 0) + 24, 7), "'X.npy'", "two sizes differ");
        assertRefusedAfter(zip -> buffer(zip).putShort(find(zip, CENTRAL, 1) + 28, (short) -1), "cut off");
        assertRefusedAfter(zip -> buffer(zip).putInt(find(zip, END, 0) + 12, -1), "not where the end record says");
        assertRefusedAfter(
                zip -> {
                    int end = find(zip, END, 0);
                    buffer(zip).putShort(end + 8, (short) 3).putShort(end + 10, (short) 3);
                },
                "ends after 2 of 3 entries");
    }

    @Test
    void should_refuse_a_comment_or_anything_after_the_end() {
        byte[] zip = two(false);
        assertRefused(() -> NpzFiles.read(folder, Arrays.copyOf(zip, zip.length + 1)), "not a complete zip archive");
        assertRefusedAfter(bytes -> bytes[bytes.length - 2] = 1, "a comment");
        assertRefusedAfter(bytes -> bytes[find(bytes, END, 0) + 4] = 1, "several parts");
    }

    @Test
    void should_refuse_names_that_mislead() {
        for (String name : new String[] {"λ.npy", "X\n.npy", "X Y.npy"}) {
            byte[] zip = NpzFiles.stored(Map.of(name, NpzFiles.float64("(1,)", 1)));
            assertRefused(() -> NpzFiles.read(folder, zip), "not plain ASCII");
        }
        for (String name : new String[] {"X.txt", ".npy", "folder/"}) {
            byte[] zip = NpzFiles.stored(Map.of(name, new byte[0]));
            assertRefused(() -> NpzFiles.read(folder, zip), "'" + name + "'", "is not an array");
        }
    }

    @Test
    void should_refuse_an_archive_that_is_cut_off_anywhere() {
        for (boolean deflated : new boolean[] {false, true}) {
            byte[] zip = two(deflated);
            for (int length = 1; length < zip.length; length++) {
                byte[] cut = Arrays.copyOf(zip, length);
                assertRefused(() -> NpzFiles.read(folder, cut), "test.npz");
            }
        }
    }

    @Test
    void should_refuse_other_kinds_of_files() {
        byte[] pointer =
                "version https://git-lfs.github.com/spec/v1\noid sha256:0\n".getBytes(StandardCharsets.US_ASCII);
        assertRefused(() -> NpzFiles.read(folder, pointer), "not a complete zip archive");
        assertRefused(() -> NpzFiles.read(folder, NpzFiles.float64("(1,)", 1)), "not a complete zip archive");
    }

    @Test
    void should_read_an_archive_without_arrays() throws IOException {
        assertEquals(0, NpzFiles.read(folder, NpzFiles.stored(Map.of())).names().size());
    }
}
