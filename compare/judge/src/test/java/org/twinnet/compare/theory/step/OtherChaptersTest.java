package org.twinnet.compare.theory.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.clipping.ClippingTheory;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;
import org.twinnet.compare.theory.normalization.Deviation;
import org.twinnet.compare.theory.normalization.NormalizationTheory;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.penalty.L2Theory;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.schedule.ConstantTheory;

/**
 * A step puts any chapters together: several outputs whose activation mixes them, a loss that goes through its
 * activation's slope, a normalization over the examples with parameters of its own, dropped inputs and units, penalized
 * biases, a clipped gradient, an optimizer with state. Values only; these chapters say nothing of rounding.
 */
@DisplayName("A step over other chapters")
class OtherChaptersTest {

    private static final double CLIP = 0.05;
    private static final double MOMENTUM = 0.9;
    private static final double RATE = 0.2;
    private static final int M = 9;

    private record Tanh() implements ActivationTheory {
        @Override
        public String formula() {
            return "A = tanh Z";
        }

        @Override
        public void forward(Bounded Z, Bounded A, Rounding rounding) {
            for (int i = 0; i < Z.rows(); i++) {
                for (int j = 0; j < Z.columns(); j++) {
                    A.values(i)[j] = Math.tanh(Z.values(i)[j]);
                }
            }
        }

        @Override
        public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
            for (int i = 0; i < Z.rows(); i++) {
                for (int j = 0; j < Z.columns(); j++) {
                    gradient.values(i)[j] *= 1 - A.values(i)[j] * A.values(i)[j];
                }
            }
        }
    }

    private record Softmax() implements ActivationTheory {
        @Override
        public String formula() {
            return "A = exp Z / Σ exp Z";
        }

        @Override
        public void forward(Bounded Z, Bounded A, Rounding rounding) {
            for (int j = 0; j < Z.columns(); j++) {
                double sum = 0;
                for (int i = 0; i < Z.rows(); i++) {
                    sum += Math.exp(Z.values(i)[j]);
                }
                for (int i = 0; i < Z.rows(); i++) {
                    A.values(i)[j] = Math.exp(Z.values(i)[j]) / sum;
                }
            }
        }

        @Override
        public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
            for (int j = 0; j < Z.columns(); j++) {
                double dot = 0;
                for (int i = 0; i < Z.rows(); i++) {
                    dot += A.values(i)[j] * gradient.values(i)[j];
                }
                for (int i = 0; i < Z.rows(); i++) {
                    gradient.values(i)[j] = A.values(i)[j] * (gradient.values(i)[j] - dot);
                }
            }
        }
    }

    private record CrossEntropy() implements LossTheory {
        @Override
        public String formula() {
            return "J = −1/m · Σ y·ln a";
        }

        @Override
        public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
            double sum = 0;
            for (int i = 0; i < A.rows(); i++) {
                for (int j = 0; j < A.columns(); j++) {
                    sum -= Y[i][j] * Math.log(A.values(i)[j]);
                }
            }
            BoundedNumber mean = BoundedNumber.exact(sum / A.columns());
            return new LossCost(mean, mean);
        }

        @Override
        public void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
            for (int i = 0; i < A.rows(); i++) {
                for (int j = 0; j < A.columns(); j++) {
                    dA.values(i)[j] = -Y[i][j] / A.values(i)[j];
                }
            }
        }
    }

    /** γ·(z − mean z) + β. */
    private record Centred() implements NormalizationTheory {
        @Override
        public String formula() {
            return "γ·(Z − μ) + β";
        }

        @Override
        public int parameterCount() {
            return 2;
        }

        private static double mean(double[] row) {
            double sum = 0;
            for (double x : row) {
                sum += x;
            }
            return sum / row.length;
        }

        @Override
        public void forward(Bounded Z, List<Bounded> parameters, Bounded normalized, Rounding rounding) {
            for (int i = 0; i < Z.rows(); i++) {
                double mean = mean(Z.values(i));
                for (int j = 0; j < Z.columns(); j++) {
                    normalized.values(i)[j] = parameters.get(0).values(0)[i] * (Z.values(i)[j] - mean)
                            + parameters.get(1).values(0)[i];
                }
            }
        }

        @Override
        public NormalizationTheory with(Set<Deviation> deviations) {
            return this;
        }

        @Override
        public NormalizationTheory keeping(double share) {
            return this;
        }

        @Override
        public void measure(Bounded Z, List<Bounded> statistics, Rounding rounding) {
            // it has none
        }

        @Override
        public void standardize(Bounded Z, Optional<List<Bounded>> statistics, Bounded standard, Rounding rounding) {
            double[][] ones = new double[1][Z.rows()];
            Arrays.fill(ones[0], 1);
            forward(Z, List.of(Bounded.exact(ones), Bounded.zeros(1, Z.rows())), standard, rounding);
        }

        @Override
        public void scale(Bounded standard, List<Bounded> parameters, Bounded normalized, Rounding rounding) {
            forward(standard, parameters, normalized, rounding);
        }

        @Override
        public void backward(
                Bounded Z,
                Optional<List<Bounded>> statistics,
                List<Bounded> parameters,
                Bounded gradient,
                List<Bounded> parameterGradients,
                Rounding rounding) {
            for (int i = 0; i < Z.rows(); i++) {
                double mean = mean(Z.values(i));
                double[] d = gradient.values(i);
                double ofMean = mean(d);
                double scale = 0;
                for (int j = 0; j < d.length; j++) {
                    scale += d[j] * (Z.values(i)[j] - mean) / d.length;
                    d[j] = parameters.get(0).values(0)[i] * (d[j] - ofMean);
                }
                parameterGradients.get(0).values(0)[i] = scale;
                parameterGradients.get(1).values(0)[i] = ofMean;
            }
        }
    }

    private record L2OfAll(L2Theory l2) implements PenaltyTheory {
        @Override
        public String formula() {
            return l2.formula();
        }

        @Override
        public boolean penalizesBiases() {
            return true;
        }

        @Override
        public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
            return l2.cost(penalized, m, rounding);
        }

        @Override
        public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
            l2.gradient(V, m, gradient, rounding);
        }
    }

    private record ClippedValue(boolean afterPenalty) implements ClippingTheory {
        @Override
        public String formula() {
            return "dV = min(max(dV, −c), c)";
        }

        @Override
        public void clip(List<List<Bounded>> layers, Rounding rounding) {
            for (List<Bounded> layer : layers) {
                for (Bounded tensor : layer) {
                    for (int i = 0; i < tensor.rows(); i++) {
                        for (int k = 0; k < tensor.columns(); k++) {
                            tensor.values(i)[k] = Math.min(Math.max(tensor.values(i)[k], -CLIP), CLIP);
                        }
                    }
                }
            }
        }
    }

    private record Velocity() implements OptimizerTheory {
        @Override
        public String formula() {
            return "v = μ·v + dV, V = V − α·v";
        }

        @Override
        public int stateCount() {
            return 1;
        }

        @Override
        public void step(
                Bounded V,
                Bounded g,
                List<Bounded> state,
                int t,
                BoundedNumber rate,
                Rounding rounding,
                Bounded update,
                List<Bounded> nextState) {
            for (int i = 0; i < V.rows(); i++) {
                for (int k = 0; k < V.columns(); k++) {
                    double v = MOMENTUM * state.get(0).values(i)[k] + g.values(i)[k];
                    nextState.get(0).values(i)[k] = v;
                    update.values(i)[k] = rate.value() * v;
                }
            }
        }
    }

    private static Chapters chapters(boolean clipAfterPenalty) {
        return new Chapters(
                4,
                Optional.of(new InvertedDropoutTheory(0.8)),
                List.of(
                        new LayerChapters(
                                5, Optional.of(new Centred()), new Tanh(), Optional.of(new InvertedDropoutTheory(0.7))),
                        new LayerChapters(3, Optional.empty(), new Softmax(), Optional.empty())),
                new CrossEntropy(),
                new L2OfAll(new L2Theory(0.6, 0)),
                Optional.of(new ClippedValue(clipAfterPenalty)),
                ConstantTheory.of(RATE),
                new Velocity(),
                Optional.empty());
    }

    /** A step from random numbers. */
    private static final class Case {
        private final SplittableRandom random = new SplittableRandom(11);
        private final Chapters chapters;
        private final double[][][] masks = new double[2][][];
        private final ParameterTensors parameters;
        private final double[] theta;
        private final Step step;

        Case(boolean clipAfterPenalty) {
            chapters = chapters(clipAfterPenalty);
            double[][] Y = new double[3][M];
            for (int j = 0; j < M; j++) {
                Y[random.nextInt(3)][j] = 1;
            }
            masks[0] = mask(4);
            masks[1] = mask(5);
            parameters = ParameterTensors.exact(chapters);
            theta = new double[parameters.length()];
            for (int i = 0; i < theta.length; i++) {
                theta[i] = random.nextGaussian();
            }
            step = new Step(chapters, normal(4), Y, M, Rounding.FLOAT64);
        }

        private double[][] normal(int rows) {
            double[][] X = new double[rows][M];
            for (double[] row : X) {
                for (int j = 0; j < M; j++) {
                    row[j] = random.nextGaussian();
                }
            }
            return X;
        }

        private double[][] mask(int rows) {
            double[][] D = normal(rows);
            for (double[] row : D) {
                for (int j = 0; j < M; j++) {
                    row[j] = row[j] > -0.7 ? 1 : 0;
                }
            }
            return D;
        }

        void run() {
            parameters.readValues(theta);
            step.run(parameters, masks, 1);
        }

        double cost() {
            run();
            return step.cost().value();
        }
    }

    private static double[] values(ParameterTensors tensors) {
        double[] values = new double[tensors.length()];
        int at = 0;
        for (Bounded tensor : tensors.tensors()) {
            for (int i = 0; i < tensor.rows(); i++) {
                System.arraycopy(tensor.values(i), 0, values, at, tensor.columns());
                at += tensor.columns();
            }
        }
        return values;
    }

    @Test
    void should_differentiate_the_cost_by_every_parameter() {
        Case one = new Case(false);
        one.run();
        double[] loss = values(one.step.backward().gradient());
        double[] penalty = values(one.step.update().penaltyGradient());
        assertEquals(4 * 5 + 3 * 5 + 5 * 3 + 3, loss.length);
        for (int i = 0; i < loss.length; i++) {
            double own = one.theta[i];
            double h = 1e-5;
            one.theta[i] = own + h;
            double above = one.cost();
            one.theta[i] = own - h;
            double below = one.cost();
            one.theta[i] = own;
            // measured: 6e-11 apart
            assertEquals((above - below) / (2 * h), loss[i] + penalty[i], 1e-8, "parameter " + i);
        }
    }

    @Test
    void should_clip_before_or_after_the_penalty_and_carry_the_optimizers_state() {
        for (boolean after : new boolean[] {false, true}) {
            Case one = new Case(after);
            one.step.update().state().forEach(state -> state.get(0).values(0)[0] = 0.5);
            one.run();
            double[] loss = values(one.step.backward().gradient());
            double[] penalty = values(one.step.update().penaltyGradient());
            double[] update = values(one.step.update().update());
            double[] next = values(one.step.update().next());
            int clipped = 0;
            int at = 0;
            for (int tensor = 0; tensor < one.parameters.tensors().size(); tensor++) {
                Bounded V = one.parameters.tensors().get(tensor);
                for (int e = 0; e < V.rows() * V.columns(); e++, at++) {
                    double whole = after ? clip(loss[at] + penalty[at]) : clip(loss[at]) + penalty[at];
                    clipped += Math.abs(loss[at]) > CLIP ? 1 : 0;
                    double velocity = (e == 0 ? MOMENTUM * 0.5 : 0) + whole;
                    assertEquals(RATE * velocity, update[at], 1e-15);
                    assertEquals(one.theta[at] - update[at], next[at]);
                    double carried =
                            one.step.update().nextState().get(tensor).get(0).values(e / V.columns())[e % V.columns()];
                    assertEquals(velocity, carried, 1e-15);
                }
            }
            assertTrue(clipped > 3, "the limit matters");
        }
    }

    private static double clip(double x) {
        return Math.min(Math.max(x, -CLIP), CLIP);
    }

    @Test
    void should_keep_the_activation_before_the_mask() {
        Case one = new Case(false);
        one.run();
        int dropped = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < M; j++) {
                double before = one.step.forward().activation(1).values(i)[j];
                double after = one.step.forward().A(1).values(i)[j];
                assertEquals(Math.tanh(one.step.forward().activationInput(1).values(i)[j]), before);
                assertEquals(before * one.masks[1][i][j] / 0.7, after, 1e-15);
                dropped += one.masks[1][i][j] == 0 ? 1 : 0;
            }
        }
        assertTrue(dropped > 0 && dropped < 5 * M);
    }
}
