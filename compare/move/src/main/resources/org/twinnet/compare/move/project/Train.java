package network;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains the network further, prints the cost of each iteration, and saves it. */
public final class Train {

    /** Examples of an iteration; all of them where there are fewer. */
    private static final int BATCH = @BATCH@;

    private Train() {}

    /** Usage: java -cp @NAME@.jar network.Train DATA.(csv|npz) ITERATIONS MODEL.zip */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("usage: java -cp @NAME@.jar network.Train DATA.(csv|npz) ITERATIONS MODEL.zip");
            System.exit(2);
        }
        double[][][] examples = DataFile.examples(Path.of(arguments[0]));
        // To begin anew: new MultiLayerNetwork(NetworkConfiguration.create()), then init().
        MultiLayerNetwork network = Network.restore();
        INDArray X = Network.array(examples[0], network);
        INDArray Y = Nd4j.createFromArray(examples[1]).castTo(network.params().dataType());
        List<int[]> batches = List.of();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            if (batches.isEmpty()) {
                batches = epoch((int) X.size(0), i);
            }
            int[] batch = batches.remove(0);
            boolean all = batch.length == X.size(0);
            network.fit(all ? X : X.getRows(batch), all ? Y : Y.getRows(batch));
            // the cost before the update, penalty included
            System.out.println(String.format(Locale.ROOT, "%d,%.16e", i, network.score()));
        }
        ModelSerializer.writeModel(network, new File(arguments[2]), true);
    }

    /** Slices of the examples in a new order; the last one may be short. */
    private static List<int[]> epoch(int examples, int seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, examples).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < examples; from += Math.min(BATCH, examples)) {
            int to = (int) Math.min((long) from + BATCH, examples);
            batches.add(order.subList(from, to).stream().mapToInt(Integer::intValue).toArray());
        }
        return batches;
    }
}
