package org.twinnet.dl4j.runtime;

import com.sun.jna.NativeLibrary;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenMP library beneath ND4J, whose team of threads would share every small matrix product. On the sizes of these
 * networks the members only wait for each other, and they wait spinning: of 30 features that took more time than the
 * training.
 *
 * <p>{@code setOmpNumThreads} does not reach that team. The library reads the environment once, when it loads, so the
 * variable is set in the process itself before ND4J is.
 */
final class OpenMp {

    /** The environment variable that says how many threads a team has. */
    static final String VARIABLE = "OMP_NUM_THREADS";

    /** Where the C library has setenv. */
    private static final Set<String> POSIX = Set.of("Linux", "Mac OS X");

    private OpenMp() {}

    /**
     * What is wrong with the user's number of threads. OpenMP and ND4J both read it, and ND4J does not start when it is
     * no number.
     *
     * @param value the variable's value, null when it is not set
     * @return one line, empty when nothing is wrong
     */
    static Optional<String> fault(String value) {
        return isUnset(value) || value.matches("[1-9][0-9]{0,3}")
                ? Optional.empty()
                : Optional.of("The environment variable " + VARIABLE + " is \"" + value
                        + "\", and ND4J needs a whole number from 1 to 9999 there: set it to 1, or unset it.");
    }

    /** An empty value is none to ND4J, and a fault to OpenMP. */
    private static boolean isUnset(String value) {
        return value == null || value.isEmpty();
    }

    /** One thread a team, unless the user chose a number. Works only before the first native library of ND4J loads. */
    static void useOneThread() {
        if (!isUnset(System.getenv(VARIABLE)) || !POSIX.contains(System.getProperty("os.name"))) {
            return;
        }
        try {
            NativeLibrary.getProcess().getFunction("setenv").invokeInt(new Object[] {VARIABLE, "1", 1});
        } catch (LinkageError | RuntimeException e) {
            // JNA lacks this processor or a folder to unpack to: training works, but slower.
            return;
        }
    }
}
