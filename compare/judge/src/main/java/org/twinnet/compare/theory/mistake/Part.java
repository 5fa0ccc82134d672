package org.twinnet.compare.theory.mistake;

/**
 * A part of a training step that can be patched, such as the penalty in the cost. The chapters say which there are.
 *
 * @param <T> what it is: a chapter, or a number
 */
@SuppressWarnings("UnusedTypeParameter") // holds a patch to what it can stand in for
public final class Part<T> {

    /** What depends on a part. */
    public enum Reach {
        /** The step, and all that comes behind. */
        STEP,
        /** The cost and nothing else. */
        COST,
        /** What is kept beside training, for predictions. */
        ASIDE,
        /** The update; no gradient of the same step. */
        UPDATE
    }

    private final String name;
    private final Reach reach;

    /**
     * Names a part.
     *
     * @param name for messages of programmers
     * @param reach what depends on it
     */
    public Part(String name, Reach reach) {
        this.name = name;
        this.reach = reach;
    }

    /**
     * What depends on it.
     *
     * @return the step, the cost alone, what is kept beside, or the update
     */
    public Reach reach() {
        return reach;
    }

    @Override
    public String toString() {
        return name;
    }
}
