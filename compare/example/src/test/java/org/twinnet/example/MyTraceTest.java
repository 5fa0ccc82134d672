package org.twinnet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.junit.TraceWriter;

/** A network writes a trace while it trains; {@code twinnet check} would say the same of the file. */
@DisplayName("The trace of my network")
class MyTraceTest {

    private static final int ITERATIONS = 60;

    private final double[][] x = new double[80][2];
    private final double[] y = new double[80];

    @TempDir
    private Path folder;

    MyTraceTest() {
        Random random = new Random(7);
        for (int j = 0; j < x.length; j++) {
            x[j][0] = random.nextGaussian();
            x[j][1] = random.nextGaussian();
            y[j] = x[j][0] * x[j][1] > 0 ? 1 : 0;
        }
    }

    private TraceVerdict check(MyNetwork network) throws IOException {
        double[][] targets =
                Arrays.stream(y).mapToObj(label -> new double[] {label}).toArray(double[][]::new);
        TraceWriter trace = TraceWriter.rows(x, targets, """
                {"optimizer": {"learning_rate": 0.3}, "penalty": {"l2": 0.5}}""");
        for (int i = 0; i < ITERATIONS; i++) {
            if (i < 2 || i == ITERATIONS - 1) {
                MyNetwork.Gradient g = network.gradient();
                trace.record(i, "W1", network.w1)
                        .record(i, "b1", network.b1)
                        .record(i, "W2", network.w2)
                        .record(i, "b2", network.b2)
                        .record(i, "dW1", g.w1())
                        .record(i, "db1", g.b1())
                        .record(i, "dW2", g.w2())
                        .record(i, "db2", g.b2());
            }
            trace.cost(i, network.cost());
            network.step();
        }
        Path file = folder.resolve("mine.npz");
        trace.save(file);
        return TraceVerdict.of(TraceReader.read(file, Optional.empty()), ProgressListener.NONE);
    }

    @Test
    void should_agree() throws IOException {
        TraceVerdict verdict = check(new MyNetwork(x, y, 6, 0.3, 0.5));
        assertEquals(Status.AGREE, verdict.status(), verdict.sentence());
    }

    @Test
    void should_say_what_is_wrong() throws IOException {
        TraceVerdict verdict = check(new MyNetwork(x, y, 6, 0.3, 0.5) {
            @Override
            protected double decay(double weight) {
                return lambda / (2 * x.length) * weight;
            }
        });
        assertTrue(verdict.sentence().contains("It is l2-gradient-halved."), verdict.sentence());
    }
}
