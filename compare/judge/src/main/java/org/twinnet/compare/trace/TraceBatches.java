package org.twinnet.compare.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.choice.Batches;

/** Which examples each iteration of a trace saw. */
public final class TraceBatches {

    private final int m;
    private final Optional<org.twinnet.scratch.batch.Batches> drawn;
    private final Map<Integer, int[]> given;

    private TraceBatches(int m, Optional<org.twinnet.scratch.batch.Batches> drawn, Map<Integer, int[]> given) {
        this.m = m;
        this.drawn = drawn;
        this.given = new HashMap<>(given);
    }

    /**
     * All examples in each iteration.
     *
     * @param m number of examples
     * @return the batches
     */
    public static TraceBatches full(int m) {
        return new TraceBatches(m, Optional.of(new org.twinnet.scratch.batch.Batches.Full(m)), Map.of());
    }

    /**
     * Batches that a trace holds or draws.
     *
     * @param m number of examples
     * @param stated what it states of them; empty where an iteration that is not given is not known
     * @param given indices into the examples, by iteration
     * @return the batches
     */
    public static TraceBatches of(int m, Optional<Batches> stated, Map<Integer, int[]> given) {
        return new TraceBatches(
                m,
                stated.map(batches -> batches instanceof Batches.Shuffled shuffled
                        ? new org.twinnet.scratch.batch.Batches.Shuffled(m, shuffled.size(), shuffled.seed())
                        : new org.twinnet.scratch.batch.Batches.Full(m)),
                given);
    }

    /**
     * Whether each iteration sees all examples in their order.
     *
     * @return false where one may not
     */
    public boolean areFull() {
        return given.isEmpty()
                && drawn.filter(org.twinnet.scratch.batch.Batches.Full.class::isInstance)
                        .isPresent();
    }

    /**
     * Whether it is known which examples an iteration saw.
     *
     * @param iteration iteration, from 0
     * @return false where neither the trace holds them nor anything draws them
     */
    public boolean tell(int iteration) {
        return drawn.isPresent() || given.containsKey(iteration);
    }

    /**
     * The same for a network that is trained by them.
     *
     * @return batches of the iterations that {@link #tell} knows
     */
    public org.twinnet.scratch.batch.Batches ofTraining() {
        return areFull()
                ? new org.twinnet.scratch.batch.Batches.Full(m)
                : new org.twinnet.scratch.batch.Batches.Given(
                        m, iteration -> of(iteration).orElseThrow());
    }

    /**
     * The examples of an iteration.
     *
     * @param iteration iteration, from 0
     * @return indices from 0, in order; empty where nothing tells
     */
    public Optional<int[]> of(int iteration) {
        int[] own = given.get(iteration);
        return own != null
                ? Optional.of(own.clone())
                : areFull()
                        ? Optional.of(IntStream.range(0, m).toArray())
                        : drawn.map(batches -> batches.examples(iteration).clone());
    }

    /**
     * The same of iterations that are counted from 0, where these are counted from 1.
     *
     * @return other batches
     */
    TraceBatches fromZero() {
        Map<Integer, int[]> earlier = new HashMap<>();
        given.forEach((iteration, examples) -> earlier.put(iteration - 1, examples));
        return new TraceBatches(m, drawn, earlier);
    }
}
