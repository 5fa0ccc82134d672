package org.twinnet.compare.twin.scratch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * Another order of the examples, the features and the units of each hidden layer. A network in another order is the
 * same function with the same gradients; only its sums are added up otherwise, so that every operation of a step rounds
 * as it would in another correct program. Terms that are all equal, as a constant feature makes them, round alike in
 * any order; so each feature is also moved to a neighbour in its precision, as its products round.
 *
 * @param layers for the features and then each layer, which of its units stands at a place
 * @param examples which example stands at a place
 * @param seed selects the neighbours
 */
@SuppressWarnings("ArrayRecordComponent") // read by this class alone, never compared by equals
record Order(List<int[]> layers, int[] examples, long seed) {

    /**
     * Draws an order.
     *
     * @param layerSizes units of every layer, the inputs first
     * @param m number of examples
     * @param seed selects the order
     * @return an order; the outputs stay
     */
    static Order draw(List<Integer> layerSizes, int m, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> layers = new ArrayList<>();
        for (int l = 0; l < layerSizes.size(); l++) {
            int units = layerSizes.get(l);
            layers.add(l == layerSizes.size() - 1 ? IntStream.range(0, units).toArray() : shuffled(units, random));
        }
        return new Order(layers, shuffled(m, random), random.nextLong());
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[k];
            order[k] = moved;
        }
        return order;
    }

    Dataset of(Dataset training, Precision precision) {
        SplittableRandom directions = new SplittableRandom(seed);
        int[] features = layers.get(0);
        double[][] rows = precision.round(training.select(examples).featureRows());
        double[][] reordered = new double[rows.length][features.length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < features.length; k++) {
                reordered[j][k] = neighbour(rows[j][features[k]], directions.nextBoolean(), precision);
            }
        }
        return Dataset.of(
                training.name(),
                Arrays.stream(features)
                        .mapToObj(k -> training.featureNames().get(k))
                        .toList(),
                reordered,
                training.select(examples).targetRows(),
                training.targets());
    }

    /** Zero stays, because its products are exact, and so does the largest number. */
    private static double neighbour(double x, boolean up, Precision precision) {
        double moved = precision.neighbour(x, up);
        return x == 0 || Double.isInfinite(moved) ? x : moved;
    }

    Batches.Reordered of(Batches batches) {
        return new Batches.Reordered(batches, examples);
    }

    DropoutMasks of(DropoutMasks masks, Batches.Reordered batches) {
        return new DropoutMasks.Reordered(
                masks,
                masks.layers().stream().map(layer -> layers.get(layer.layer())).toArray(int[][]::new),
                batches::positions);
    }

    /** Where each number of the reordered network stands in the vector of the network as it was. */
    int[] places(ParameterIndex index) {
        int[] places = new int[index.length()];
        for (ParameterIndex.Slice slice : index.tensors()) {
            int[] units = layers.get(slice.layer());
            int[] inputs = slice.symbol().equals("W") ? layers.get(slice.layer() - 1) : new int[] {0};
            for (int i = 0; i < slice.rows(); i++) {
                for (int k = 0; k < slice.columns(); k++) {
                    places[slice.offset() + i * slice.columns() + k] =
                            slice.offset() + units[i] * slice.columns() + inputs[k];
                }
            }
        }
        return places;
    }
}
