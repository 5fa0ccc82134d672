package org.twinnet.dl4j.batch;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.memory.FlatArray;

/**
 * The rows of each batch as arrays for {@code fit}. There is one pair of arrays for each size of a batch, filled anew
 * for every iteration: an array for each batch of each epoch would leave native memory to the garbage collector.
 */
public final class BatchFeed implements AutoCloseable {
    private static final int NOTHING_LOADED = -1;

    private final double[][] features;
    private final double[][] targets;
    private final BatchSource source;
    private final DataType type;
    private final int[] sizes;
    private final List<Room> made = new ArrayList<>();
    private int loaded = NOTHING_LOADED;

    /**
     * Prepares; ND4J must have started.
     *
     * @param features m rows, not modified
     * @param targets m rows, not modified
     * @param source the batches
     * @param type what arrays hold, doubles or floats
     */
    public BatchFeed(double[][] features, double[][] targets, BatchSource source, DataType type) {
        this.features = features;
        this.targets = targets;
        this.source = source;
        this.type = type;
        this.sizes = source.sizes();
    }

    /**
     * One batch.
     *
     * @param features X, B × inputs
     * @param labels Y, B × outputs
     */
    public record Batch(INDArray features, INDArray labels) {}

    /**
     * The batch of an iteration.
     *
     * @param iteration iteration, from 0
     * @return arrays that hold it until another iteration is asked for
     */
    public Batch at(int iteration) {
        Room room = ofSize(sizes[iteration % sizes.length]);
        if (loaded != iteration && !(source.fixed() && loaded != NOTHING_LOADED)) {
            int[] examples = source.examples(iteration);
            fill(room.features(), features, examples);
            fill(room.labels(), targets, examples);
            loaded = iteration;
        }
        return room.batch();
    }

    /**
     * Whether every iteration has all examples in their order.
     *
     * @return true for one batch that never changes
     */
    public boolean isFull() {
        return source.fixed() && sizes[0] == features.length;
    }

    /** The arrays of one size, with their memory: making the pointers anew would cost more than filling them. */
    private record Room(Batch batch, FlatArray features, FlatArray labels) {}

    @SuppressWarnings("try") // the scope is only opened and closed
    private Room ofSize(int size) {
        for (Room room : made) {
            if (room.batch().features().size(0) == size) {
                return room;
            }
        }
        // The arrays outlive the pass, so they must not lie in the workspace that is open during the pass.
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            Batch batch = new Batch(array(size, features[0].length), array(size, targets[0].length));
            made.add(new Room(batch, new FlatArray(batch.features()), new FlatArray(batch.labels())));
        }
        return made.get(made.size() - 1);
    }

    private INDArray array(long rows, long columns) {
        return Nd4j.createUninitialized(type, new long[] {rows, columns}, 'c');
    }

    private static void fill(FlatArray memory, double[][] rows, int[] examples) {
        int columns = rows[0].length;
        double[] flat = new double[examples.length * columns];
        for (int j = 0; j < examples.length; j++) {
            System.arraycopy(rows[examples[j]], 0, flat, j * columns, columns);
        }
        memory.copyFrom(flat);
    }

    /** Frees the arrays. */
    @Override
    public void close() {
        for (Room room : made) {
            room.batch().features().close();
            room.batch().labels().close();
        }
        made.clear();
        loaded = NOTHING_LOADED;
    }
}
