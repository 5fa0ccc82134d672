package org.twinnet.compare.bench.cli;

import org.twinnet.compare.cli.Program;

/** The program {@code twinnet-bench}. */
public final class Main {

    static final Program PROGRAM = new Program("twinnet-bench", BenchCommand::new);

    private Main() {}

    /**
     * Runs the program and ends the virtual machine with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PROGRAM.runAndExit(arguments);
    }
}
