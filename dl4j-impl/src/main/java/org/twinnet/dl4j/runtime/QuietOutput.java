package org.twinnet.dl4j.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * Runs work whose library prints to standard output, without the print.
 *
 * <p>SameDiff writes a line for every differentiated operation with {@code System.out.println}, and offers no switch.
 * The stream is replaced for the whole JVM while the work runs, so it drops what the working thread prints and passes
 * on what others print; one piece of work runs at a time.
 */
public final class QuietOutput extends PrintStream {
    private final PrintStream original;
    private final Thread silenced;

    private QuietOutput(PrintStream original, Thread silenced) {
        super(OutputStream.nullOutputStream());
        this.original = original;
        this.silenced = silenced;
    }

    /**
     * Runs a piece of work.
     *
     * @param work what prints
     * @param <T> of its result
     * @return its result
     */
    public static <T> T run(Supplier<T> work) {
        synchronized (QuietOutput.class) {
            PrintStream original = System.out;
            System.setOut(new QuietOutput(original, Thread.currentThread()));
            try {
                return work.get();
            } finally {
                System.setOut(original);
            }
        }
    }

    private boolean passes() {
        return !Thread.currentThread().equals(silenced);
    }

    @Override
    public void write(int b) {
        if (passes()) {
            original.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        if (passes()) {
            original.write(bytes, start, length);
        }
    }

    @Override
    public void print(String text) {
        if (passes()) {
            original.print(text);
        }
    }

    @Override
    public void println(String text) {
        if (passes()) {
            original.println(text);
        }
    }

    @Override
    public void flush() {
        original.flush();
    }
}
