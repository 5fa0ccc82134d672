package org.twinnet.dl4j.engine;

import java.util.function.Supplier;

/**
 * A stretch of one thread's work in which ND4J runs as it is delivered: inside it, the classes of this package hand
 * every call of the thread to the ND4J class that they extend.
 */
public final class PlainSection {
    /**
     * True inside a section. ND4J creates its executioner, shape provider and array factory itself, once for the JVM
     * and by class name, so no object can be handed to them; the thread is all that a caller and they have in common.
     */
    private static final ThreadLocal<Boolean> OPEN = ThreadLocal.withInitial(() -> false);

    private PlainSection() {}

    /**
     * Runs work in a section on the calling thread.
     *
     * @param <T> type of the result
     * @param work the work; a section inside it changes nothing
     * @return what the work returns
     */
    public static <T> T run(Supplier<T> work) {
        boolean outer = OPEN.get();
        OPEN.set(true);
        try {
            return work.get();
        } finally {
            OPEN.set(outer);
        }
    }

    static boolean isOpen() {
        return OPEN.get();
    }
}
