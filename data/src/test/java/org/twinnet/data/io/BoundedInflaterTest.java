package org.twinnet.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.io.BoundedInflater.Format;

class BoundedInflaterTest {

    private static byte[] deflate(byte[] bytes, Format format) {
        return deflate(bytes, 1, format);
    }

    /** The bytes so many times over, without ever holding them all. */
    private static byte[] deflate(byte[] bytes, int times, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(9, format == Format.RAW_DEFLATE);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            for (int i = 0; i < times; i++) {
                stream.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] stream, Format format, int limit) {
        return BoundedInflater.inflate(stream, 0, stream.length, format, limit, "place");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 8191, 8192, 8193, 16384, 100_000})
    void should_inflate_up_to_exactly_the_limit(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        for (Format format : Format.values()) {
            byte[] stream = deflate(bytes, format);
            assertArrayEquals(bytes, inflate(stream, format, size));
            assertArrayEquals(bytes, inflate(stream, format, size + 1));
            if (size > 0) {
                assertRefused(() -> inflate(stream, format, size - 1), "place", "more than " + (size - 1) + " bytes");
            }
        }
    }

    @Test
    void should_stop_a_bomb_at_the_limit() {
        byte[] bomb = deflate(new byte[1 << 20], 1000, Format.ZLIB);
        assertRefused(() -> inflate(bomb, Format.ZLIB, 1000), "place", "more than 1000 bytes");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void should_refuse_a_stream_that_does_not_fill_its_range(Format format) {
        byte[] stream = deflate(new byte[500], format);
        byte[] longer = Arrays.copyOf(stream, stream.length + 3);
        assertRefused(() -> inflate(longer, format, 1000), "place", "3 bytes too early");
        for (int length = 0; length < stream.length; length++) {
            byte[] shorter = Arrays.copyOf(stream, length);
            assertRefused(() -> inflate(shorter, format, 1000), "place", "cut off");
        }
    }

    @Test
    void should_verify_the_checksum_of_zlib() {
        byte[] stream = deflate("abc".repeat(50).getBytes(java.nio.charset.StandardCharsets.US_ASCII), Format.ZLIB);
        stream[stream.length - 1] ^= 1;
        assertRefused(() -> inflate(stream, Format.ZLIB, 1000), "place", "damaged", "check");
    }

    @Test
    void should_refuse_what_is_not_compressed() {
        assertRefused(() -> inflate(new byte[] {1, 2, 3, 4, 5, 6, 7}, Format.ZLIB, 1000), "place", "damaged");
    }
}
