package org.twinnet.compare.experiment;

/** Hears how far a long computation is. Calls come from the computing threads. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (scenario, iterations) -> {};

    /**
     * Some iterations are done.
     *
     * @param scenario name of the experiment
     * @param iterations iterations done since the last call for this experiment
     */
    void advanced(String scenario, int iterations);
}
