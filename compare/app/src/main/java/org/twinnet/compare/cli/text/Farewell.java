package org.twinnet.compare.cli.text;

import java.io.PrintStream;

/** Says what is kept when Ctrl-C ends a command: somebody who waited for an hour should know what to do next. */
public final class Farewell implements AutoCloseable {

    private final Thread hook;

    private Farewell(Thread hook) {
        this.hook = hook;
    }

    /**
     * From now on an interrupted program says a line.
     *
     * @param line what is kept, and how to go on
     * @return to be closed when the result is there
     */
    public static Farewell say(String line) {
        return say(line, System.err);
    }

    static Farewell say(String line, PrintStream err) {
        Thread hook = new Thread(() -> err.println(System.lineSeparator() + "twinnet: " + line), "twinnet-farewell");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Farewell(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already, and the line is said.
            hook.interrupt();
        }
    }
}
