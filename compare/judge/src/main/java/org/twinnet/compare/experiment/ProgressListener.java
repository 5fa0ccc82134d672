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

    /**
     * Work beside the iterations goes on.
     *
     * @param scenario name of the experiment
     * @param work what is done, such as the name of a witness
     * @param done how much of it is done
     * @param all how much there is; when {@code done} reaches it, the work is over
     */
    default void working(String scenario, String work, int done, int all) {}
}
