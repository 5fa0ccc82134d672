package org.twinnet.data;

import java.util.Arrays;
import java.util.Random;

/** Damaged copies of a file: bytes changed, cut off, doubled, taken out or swapped, from a seed. */
public final class Mutations {

    private static final byte[] TELLING = {0, 1, -1, 127, -128, ' ', ',', '\n', '"', '9', 'e', '-', '.', 'I', 'M'};

    private Mutations() {}

    /** A damaged copy, which by chance may equal the original. */
    public static byte[] of(byte[] original, long seed) {
        Random random = new Random(seed);
        byte[] damaged = original.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && damaged.length > 0; i++) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(16), bytes.length - at);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> splice(bytes, at, length, new byte[0]);
            case 2 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                yield splice(bytes, at, length, noise);
            }
            case 4 -> splice(bytes, at, 1, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            default -> splice(bytes, at, 1, new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))});
        };
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] out = Arrays.copyOf(bytes, bytes.length - removed + inserted.length);
        System.arraycopy(inserted, 0, out, at, inserted.length);
        System.arraycopy(bytes, at + removed, out, at + inserted.length, bytes.length - at - removed);
        return out;
    }
}
