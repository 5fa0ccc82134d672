package org.twinnet.compare.diagnosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.twinnet.compare.trace.Quantity;

/** A fault that the catalogue does not hold, made in the first layer unless its name says otherwise. */
final class OutsideFault implements Tamper {

    /** What is done wrong. */
    enum Kind {
        UNIT_SHIFTED,
        BIAS_ADDED_TWICE,
        WEIGHT_IGNORED,
        WEIGHTS_TRANSPOSED_IN_PART,
        PRE_ACTIVATION_ROUNDED,
        EXAMPLE_LOST,
        ACTIVATION_SHIFTED,
        ACTIVATION_SQUARED,
        ACTIVATION_CAPPED,
        ACTIVATION_OF_SINE,
        ACTIVATION_STALE,
        UNITS_EXCHANGED,
        EXAMPLES_REVERSED,
        OUTPUT_SMOOTHED,
        OUTPUT_GRADIENT_CAPPED,
        OUTPUT_GRADIENT_BY_SIGN,
        OUTPUT_GRADIENT_CENTRED,
        GRADIENT_WITH_NOISE,
        GRADIENT_TIMES_ITSELF,
        GRADIENT_OF_LAST_UNIT_LOST,
        WEIGHT_GRADIENT_SLOT_LOST,
        WEIGHT_GRADIENT_ROW_SCALED,
        WEIGHT_GRADIENT_ROWS_EXCHANGED,
        WEIGHT_GRADIENT_STALE,
        WEIGHT_GRADIENT_ACCUMULATED,
        WEIGHT_GRADIENT_NORMALIZED,
        BIAS_GRADIENT_REVERSED,
        BIAS_GRADIENT_OF_WEIGHTS,
        WEIGHTS_CAPPED,
        WEIGHTS_OF_UNIT_LENGTH,
        WEIGHTS_ROUNDED,
        ROW_NOT_UPDATED,
        UPDATED_EVERY_SECOND_TIME,
        UPDATED_BY_SIGN,
        BIASES_SHARED,
        COST_SHIFTED,
        COST_STALE,
        COST_SMOOTHED,
        COST_ROOT
    }

    private final Kind kind;
    private final Random random = new Random(17);
    private final Map<Quantity, double[][]> before = new HashMap<>();
    private double costBefore = 1;

    OutsideFault(Kind kind) {
        this.kind = kind;
    }

    private static void each(double[][] values, DoubleUnaryOperator change) {
        for (double[] row : values) {
            Arrays.setAll(row, c -> change.applyAsDouble(row[c]));
        }
    }

    private static void write(double[][] from, double[][] to) {
        for (int r = 0; r < to.length; r++) {
            System.arraycopy(from[r], 0, to[r], 0, to[r].length);
        }
    }

    private static void exchangeRows(double[][] values) {
        double[] first = values[0].clone();
        System.arraycopy(values[1], 0, values[0], 0, first.length);
        System.arraycopy(first, 0, values[1], 0, first.length);
    }

    private static void reverse(double[] row) {
        double[] copy = row.clone();
        Arrays.setAll(row, c -> copy[row.length - 1 - c]);
    }

    private static double norm(double[] row) {
        return Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
    }

    @Override
    public void change(Quantity quantity, int layer, int iteration, double[][] values, Now now) {
        boolean last = now.of(Quantity.W, layer + 1) == null;
        if (layer == 1) {
            switch (quantity) {
                case Z -> preActivation(values, now);
                case A -> activation(values, now);
                case dA -> {
                    if (kind == Kind.GRADIENT_OF_LAST_UNIT_LOST) {
                        loseLastUnit(values, now.of(Quantity.W, 2), now.of(Quantity.dZ, 2));
                    }
                }
                case dZ -> gradient(values);
                case dW -> weightGradient(values);
                case db -> biasGradient(values, now.of(Quantity.dW, 1));
                case W -> weights(iteration, values, now.of(Quantity.W, 1), now.of(Quantity.dW, 1));
                case b -> {
                    if (kind == Kind.BIASES_SHARED) {
                        double mean = Arrays.stream(values)
                                .mapToDouble(b -> b[0])
                                .average()
                                .orElseThrow();
                        each(values, b -> mean);
                    }
                }
                default -> {}
            }
        }
        if (quantity == Quantity.A && last && kind == Kind.OUTPUT_SMOOTHED) {
            each(values, a -> 0.9 * a + 0.04);
        } else if (quantity == Quantity.dZ && now.of(Quantity.W, layer + 1) == null) {
            outputGradient(values);
        }
    }

    private void preActivation(double[][] Z, Now now) {
        double[][] A = now.of(Quantity.A, 0);
        double[][] W = now.of(Quantity.W, 1);
        for (int j = 0; j < Z[0].length; j++) {
            switch (kind) {
                case UNIT_SHIFTED -> Z[0][j] += 0.01;
                case WEIGHT_IGNORED -> Z[1][j] -= W[1][0] * A[0][j];
                case WEIGHTS_TRANSPOSED_IN_PART -> {
                    Z[0][j] += (W[1][0] - W[0][1]) * A[1][j];
                    Z[1][j] += (W[0][1] - W[1][0]) * A[0][j];
                }
                case BIAS_ADDED_TWICE -> {
                    for (int u = 0; u < Z.length; u++) {
                        Z[u][j] += now.of(Quantity.b, 1)[u][0];
                    }
                }
                default -> {}
            }
        }
        if (kind == Kind.PRE_ACTIVATION_ROUNDED) {
            each(Z, z -> Math.rint(1000 * z) / 1000);
        } else if (kind == Kind.EXAMPLE_LOST) {
            for (double[] row : Z) {
                row[0] = 0;
            }
        }
    }

    private void activation(double[][] A, Now now) {
        switch (kind) {
            case ACTIVATION_SHIFTED -> each(A, a -> a + 0.01);
            case ACTIVATION_SQUARED -> each(A, a -> a * a);
            case ACTIVATION_CAPPED -> each(A, a -> Math.min(a, 0.2));
            case ACTIVATION_OF_SINE -> {
                write(now.of(Quantity.Z, 1), A);
                each(A, Math::sin);
            }
            case ACTIVATION_STALE -> stale(Quantity.A, A);
            case UNITS_EXCHANGED -> exchangeRows(A);
            case EXAMPLES_REVERSED -> Arrays.stream(A).forEach(OutsideFault::reverse);
            default -> {}
        }
    }

    /** Of the step before, where it has as many columns. */
    private void stale(Quantity quantity, double[][] values) {
        double[][] own = SchoolbookClipping.copy(values);
        double[][] former = before.put(quantity, own);
        if (former != null && former[0].length == own[0].length) {
            write(former, values);
        }
    }

    private void outputGradient(double[][] dZ) {
        switch (kind) {
            case OUTPUT_GRADIENT_CAPPED -> each(dZ, g -> Math.max(-0.05, Math.min(0.05, g)));
            case OUTPUT_GRADIENT_BY_SIGN -> each(dZ, Math::signum);
            case OUTPUT_GRADIENT_CENTRED -> {
                for (double[] row : dZ) {
                    double mean = Arrays.stream(row).average().orElseThrow();
                    Arrays.setAll(row, c -> row[c] - mean);
                }
            }
            default -> {}
        }
    }

    private void gradient(double[][] dZ) {
        if (kind == Kind.GRADIENT_WITH_NOISE) {
            each(dZ, g -> g + 1e-3 * random.nextGaussian());
        } else if (kind == Kind.GRADIENT_TIMES_ITSELF) {
            each(dZ, g -> g * Math.abs(g));
        }
    }

    private static void loseLastUnit(double[][] dA, double[][] W, double[][] dZ) {
        int lost = W.length - 1;
        for (int k = 0; k < dA.length; k++) {
            for (int j = 0; j < dA[k].length; j++) {
                dA[k][j] -= 0.5 * W[lost][k] * dZ[lost][j] * (j % 2);
            }
        }
    }

    private void weightGradient(double[][] dW) {
        switch (kind) {
            case WEIGHT_GRADIENT_SLOT_LOST -> dW[1][1] = 0;
            case WEIGHT_GRADIENT_ROW_SCALED -> Arrays.setAll(dW[0], c -> 1.01 * dW[0][c]);
            case WEIGHT_GRADIENT_ROWS_EXCHANGED -> exchangeRows(dW);
            case WEIGHT_GRADIENT_STALE -> stale(Quantity.dW, dW);
            case WEIGHT_GRADIENT_ACCUMULATED -> {
                double[][] former = before.get(Quantity.dW);
                for (int r = 0; former != null && r < dW.length; r++) {
                    for (int c = 0; c < dW[r].length; c++) {
                        dW[r][c] += former[r][c];
                    }
                }
                before.put(Quantity.dW, SchoolbookClipping.copy(dW));
            }
            case WEIGHT_GRADIENT_NORMALIZED -> {
                for (double[] row : dW) {
                    double norm = norm(row);
                    Arrays.setAll(row, c -> row[c] / (norm + 1e-3));
                }
            }
            default -> {}
        }
    }

    private void biasGradient(double[][] db, double[][] dW) {
        if (kind == Kind.BIAS_GRADIENT_REVERSED) {
            double[] values = Arrays.stream(db).mapToDouble(b -> b[0]).toArray();
            reverse(values);
            for (int u = 0; u < values.length; u++) {
                db[u][0] = values[u];
            }
        } else if (kind == Kind.BIAS_GRADIENT_OF_WEIGHTS) {
            for (int u = 0; u < db.length; u++) {
                db[u][0] = dW[u][0];
            }
        }
    }

    private void weights(int iteration, double[][] W, double[][] former, double[][] dW) {
        switch (kind) {
            case WEIGHTS_CAPPED -> each(W, w -> Math.max(-0.3, Math.min(0.3, w)));
            case WEIGHTS_OF_UNIT_LENGTH -> {
                for (double[] row : W) {
                    double norm = norm(row);
                    Arrays.setAll(row, c -> row[c] / norm);
                }
            }
            case WEIGHTS_ROUNDED -> each(W, w -> Math.rint(1e4 * w) / 1e4);
            case ROW_NOT_UPDATED -> W[0] = former[0].clone();
            case UPDATED_EVERY_SECOND_TIME -> {
                if (iteration % 2 == 0) {
                    write(former, W);
                }
            }
            case UPDATED_BY_SIGN -> {
                for (int r = 0; r < W.length; r++) {
                    for (int c = 0; c < W[r].length; c++) {
                        W[r][c] = former[r][c] - 0.004 * Math.signum(dW[r][c]);
                    }
                }
            }
            default -> {}
        }
    }

    @Override
    public double cost(int iteration, double right) {
        double former = costBefore;
        costBefore = right;
        return switch (kind) {
            case COST_SHIFTED -> right + 0.01;
            case COST_STALE -> former;
            case COST_SMOOTHED -> 0.9 * former + 0.1 * right;
            case COST_ROOT -> Math.sqrt(Math.abs(right));
            default -> right;
        };
    }
}
