package org.twinnet.dl4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network's own stream of ND4J random numbers.
 *
 * <p>ND4J has one generator for each thread, which all networks on the thread share; masks would depend on which thread
 * trains and on what else it trains. So the generator gets this network's state before each piece of work, and its old
 * state back afterwards.
 */
final class DropoutRandom {
    private State state;

    DropoutRandom(long seed) {
        Random generator = Nd4j.getRandom();
        State before = State.of(generator);
        generator.setSeed(seed);
        state = State.of(generator);
        before.restore(generator);
    }

    /** Draws from the stream and goes on in it. */
    <T> T advance(Supplier<T> work) {
        Random generator = Nd4j.getRandom();
        State before = State.of(generator);
        state.restore(generator);
        try {
            return work.get();
        } finally {
            state = State.of(generator);
            before.restore(generator);
        }
    }

    /** Draws from the stream what {@link #advance} would draw, and stays where it is. */
    <T> T peek(Supplier<T> work) {
        State start = state;
        try {
            return advance(work);
        } finally {
            state = start;
        }
    }

    private record State(long root, long node) {
        static State of(Random generator) {
            return new State(generator.rootState(), generator.nodeState());
        }

        void restore(Random generator) {
            generator.setStates(root, node);
        }
    }
}
