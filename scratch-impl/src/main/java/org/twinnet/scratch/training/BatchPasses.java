package org.twinnet.scratch.training;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;

/**
 * The batch of each iteration with the buffers of its passes, made once for each size of a batch; there are two sizes
 * where the last batch of an epoch is short.
 */
final class BatchPasses {

    private final Network network;
    private final Matrix X;
    private final Matrix Y;
    private final Batches batches;
    private final List<Batch> made = new ArrayList<>();

    BatchPasses(Network network, Matrix X, Matrix Y, Batches batches) {
        if (batches.m() != X.columns()) {
            throw new IllegalArgumentException(
                    "The batches are of " + batches.m() + " examples, X has " + X.columns() + ".");
        }
        this.network = network;
        this.X = X;
        this.Y = Y;
        this.batches = batches;
    }

    /** The examples of a batch, and what is computed of them. */
    record Batch(Matrix X, Matrix Y, ForwardPass pass, BackwardPass back) {}

    /** The batch of an iteration; its matrices are those of the last iteration of that size, filled anew. */
    Batch at(int iteration) {
        Batch batch = ofSize(batches.size(iteration));
        if (!(batches instanceof Batches.Full)) {
            int[] examples = batches.examples(iteration);
            select(X, examples, batch.X());
            select(Y, examples, batch.Y());
        }
        return batch;
    }

    int size(int iteration) {
        return batches.size(iteration);
    }

    private Batch ofSize(int size) {
        // no iterator: the loop of training allocates nothing
        for (int k = 0; k < made.size(); k++) {
            if (made.get(k).X().columns() == size) {
                return made.get(k);
            }
        }
        boolean full = batches instanceof Batches.Full;
        Matrix x = full ? X : Matrix.zeros(X.rows(), size);
        Matrix y = full ? Y : Matrix.zeros(Y.rows(), size);
        made.add(new Batch(x, y, new ForwardPass(network.layers(), x), new BackwardPass(network.layers(), size)));
        return made.get(made.size() - 1);
    }

    private static void select(Matrix from, int[] columns, Matrix to) {
        for (int i = 0; i < to.rows(); i++) {
            double[] all = from.row(i);
            double[] some = to.row(i);
            for (int j = 0; j < some.length; j++) {
                some[j] = all[columns[j]];
            }
        }
    }
}
