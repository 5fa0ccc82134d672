package org.twinnet.compare.cli.text;

import java.io.Console;

/** Whether a person is watching. */
public final class Terminal {

    private Terminal() {}

    /**
     * Whether this program was started from a terminal. Up to Java 21 there is a console only on a terminal; from 22 on
     * there always is one, which knows whether it is on a terminal.
     *
     * @return whether somebody is watching
     */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
