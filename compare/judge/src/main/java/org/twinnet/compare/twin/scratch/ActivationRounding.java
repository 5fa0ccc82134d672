package org.twinnet.compare.twin.scratch;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Moves what an activation function has computed to a neighbour, up or down, as another library of functions rounds it.
 * Where a unit saturates, its slope is made of what is left of A below its limit, such as 1 − A² of the hyperbolic
 * tangent: of A = 1 − 2⁻⁴⁰ the last place is a part 2⁻¹³ of that. No movement of the parameters shows it.
 *
 * <p>Functions that do not round stay, and so does an entry that has come to a whole number: 0, and the limits.
 */
final class ActivationRounding implements Consumer<ForwardPass> {

    /** 2⁶⁴ divided by the golden ratio, odd. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final int[] layers;
    private final Precision precision;
    private final long seed;

    ActivationRounding(Experiment experiment, long seed) {
        this.layers = IntStream.rangeClosed(1, experiment.layers().size())
                .filter(l -> experiment.layers().get(l - 1).activation().rounds())
                .toArray();
        this.precision = experiment.precision();
        this.seed = seed;
    }

    @Override
    public void accept(ForwardPass pass) {
        for (int layer : layers) {
            move(pass.G(layer));
        }
    }

    private void move(Matrix G) {
        for (int i = 0; i < G.rows(); i++) {
            double[] g = G.row(i);
            for (int j = 0; j < g.length; j++) {
                double moved = precision.neighbour(g[j], isUp(g[j]));
                if (g[j] != Math.rint(g[j]) && moved != Math.rint(moved)) {
                    g[j] = moved;
                }
            }
        }
    }

    /** As in a library, equal numbers round alike: the highest bit of a product depends on every bit of the number. */
    private boolean isUp(double g) {
        return (Double.doubleToRawLongBits(g) ^ seed) * MULTIPLIER < 0;
    }
}
