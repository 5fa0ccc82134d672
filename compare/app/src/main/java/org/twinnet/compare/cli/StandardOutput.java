package org.twinnet.compare.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The program's output, which remembers why it could not be written: writers of text forget the reason. A pipe whose
 * reader has ended, as {@code head} does, is no failure, because nobody wanted the rest.
 */
final class StandardOutput extends OutputStream {

    private static final Path ITSELF = Path.of("/proc/self/fd/1");

    private final OutputStream stream;
    private final BooleanSupplier pipe;
    private IOException failure;

    /** An output, and whether it is known to be a pipe. */
    StandardOutput(OutputStream stream, BooleanSupplier pipe) {
        this.stream = stream;
        this.pipe = pipe;
    }

    static StandardOutput open() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), StandardOutput::isPipe);
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** After a failure nothing more is tried: half of an output with a hole in it helps nobody. */
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Why it could not be written; empty where all was, or nobody reads on. */
    synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure).filter(reason -> !endedPipe(reason));
    }

    /** The system says the reason in its own language, so that where it can say what the output is, that counts. */
    private boolean endedPipe(IOException reason) {
        String said = String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("pipe") || pipe.getAsBoolean();
    }

    private static boolean isPipe() {
        try {
            String kind = Files.readSymbolicLink(ITSELF).toString();
            return kind.startsWith("pipe:") || kind.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
