package org.twinnet.compare.twin.dl4j;

import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.dl4j.batch.BatchSource;
import org.twinnet.scratch.batch.Batches;

/** The hand-written network's batches, handed to DL4J as numbers. */
final class ReplayedBatches implements BatchSource {

    private final Experiment experiment;
    private final Batches batches;

    ReplayedBatches(Experiment experiment, int m) {
        this(experiment, ScratchModels.batches(experiment, m));
    }

    ReplayedBatches(Experiment experiment, Batches batches) {
        this.experiment = experiment;
        this.batches = batches;
    }

    @Override
    public int[] sizes() {
        return IntStream.range(0, experiment.batches().perEpoch(batches.m()))
                .map(batches::size)
                .toArray();
    }

    @Override
    public int[] examples(int iteration) {
        return batches.examples(iteration);
    }

    @Override
    public boolean fixed() {
        return batches instanceof Batches.Full;
    }
}
