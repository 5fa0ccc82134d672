package org.twinnet.compare.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Turns Ctrl-C into a request to end: the virtual machine waits until what was done is written. */
final class Interrupt implements AutoCloseable {

    /** A second Ctrl-C does not help; after this time the program ends whatever it is doing. */
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicReference<Thread> sleeper = new AtomicReference<>();
    private final Thread hook = new Thread(this::waitForEnd, "twinnet-interrupt");

    private Interrupt() {}

    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    boolean requested() {
        return requested.get();
    }

    /** From now on a request interrupts this thread as well: for work that does not ask. */
    void interruptThisThread() {
        sleeper.set(Thread.currentThread());
        if (requested()) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForEnd() {
        requested.set(true);
        Thread thread = sleeper.get();
        if (thread != null) {
            thread.interrupt();
        }
        try {
            boolean inTime = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("twinnet: what is running does not end; what was finished before is kept.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The machine is going down already, and the hook finds its wait over.
                requested.set(true);
            }
        }
    }
}
