package network;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Prints what the network answers, a line an example, the outputs with commas between them and 17 digits each. */
public final class Predict {

    private Predict() {}

    /** Usage: java -jar @NAME@.jar DATA.(csv|npz) */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            fail("usage: java -jar @NAME@.jar DATA.(csv|npz)");
        }
        double[][] rows = null;
        try {
            rows = DataFile.features(Path.of(arguments[0]));
        } catch (NoSuchFileException e) {
            fail("there is no file " + arguments[0]);
        } catch (IOException e) {
            fail(arguments[0] + " cannot be read: " + e);
        } catch (RuntimeException e) {
            fail(e.getMessage());
        }
        MultiLayerNetwork network = Network.restore();
        // without dropout, and by the running means and variances
        double[][] outputs = network.output(Network.array(rows, network), false).toDoubleMatrix();
        StringBuilder text = new StringBuilder();
        for (double[] row : outputs) {
            StringJoiner line = new StringJoiner(",");
            for (double output : row) {
                line.add(String.format(Locale.ROOT, "%.16e", output));
            }
            text.append(line).append('\n');
        }
        System.out.print(text);
    }

    private static void fail(String message) {
        System.err.println("@NAME@: " + message);
        System.exit(2);
    }
}
