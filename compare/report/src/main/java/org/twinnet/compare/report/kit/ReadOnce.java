package org.twinnet.compare.report.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * A text that comes once only, such as that of a pipe: what was read of it is kept for the next reading. No more of it
 * is read than somebody asks for, because a device such as {@code /dev/zero} has no end.
 */
final class ReadOnce implements StrictJson.Source {

    private final InputStream source;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    ReadOnce(InputStream source) {
        this.source = source;
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(kept.toByteArray()), new Keeping());
    }

    /** Goes on where the last reading ended. */
    private final class Keeping extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = source.read(bytes, offset, length);
            if (count > 0) {
                kept.write(bytes, offset, count);
            }
            return count;
        }
    }
}
