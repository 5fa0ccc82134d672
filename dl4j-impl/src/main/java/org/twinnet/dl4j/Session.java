package org.twinnet.dl4j;

import java.util.function.Supplier;
import org.twinnet.dl4j.engine.NativeMemoryGuard;
import org.twinnet.dl4j.engine.PlainSection;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * The time in which a network is of use: work runs on its engine, on a thread that is prepared for it, until it ends.
 */
final class Session {
    private final Dl4jSettings settings;
    private final NativeMemoryGuard memory = new NativeMemoryGuard();

    private Thread preparedThread;
    private boolean closed;

    Session(Dl4jSettings settings) {
        this.settings = settings;
    }

    /** Runs a piece of work of an open network. */
    <T> T run(Supplier<T> work) {
        requireOpen();
        if (settings.engine() == Engine.PLAIN) {
            return PlainSection.run(work);
        }
        if (!Thread.currentThread().equals(preparedThread)) {
            Nd4jRuntime.start().prepareThread();
            preparedThread = Thread.currentThread();
        }
        T result = work.get();
        memory.afterIteration();
        return result;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The network of layer sizes " + settings.layerSizes()
                    + " is closed; use it before close(), inside the try block.");
        }
    }

    /** Ends it; false where it has ended before. */
    boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }
}
