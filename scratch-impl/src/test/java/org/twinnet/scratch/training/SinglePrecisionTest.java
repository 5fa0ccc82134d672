package org.twinnet.scratch.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.scratch.activation.LeakyRelu;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Tanh;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.batch.PenaltyOver;
import org.twinnet.scratch.clipping.Clipping;
import org.twinnet.scratch.clipping.NormPerLayer;
import org.twinnet.scratch.clipping.Value;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.initialization.ScaledGaussian;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.BatchNormalization;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.NamedTensor;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.loss.Cost;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.optimizer.Amsgrad;
import org.twinnet.scratch.optimizer.EpsilonPlace;
import org.twinnet.scratch.optimizer.GradientDescent;
import org.twinnet.scratch.optimizer.OptimizerState;
import org.twinnet.scratch.optimizer.WeightDecay;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.random.NumpyRandom;
import org.twinnet.scratch.schedule.Constant;
import org.twinnet.scratch.schedule.Exponential;

class SinglePrecisionTest {

    private static final int M = 24;
    private static final List<MaskedLayer> MASKED = List.of(new MaskedLayer(0, 2, 0.9), new MaskedLayer(1, 5, 0.7));
    private static final List<Layer> LAYERS = List.of(
            new Dropout(0, 0.9),
            new Dense(1, 2, 5),
            new BatchNormalization(1, 5, 0.9, 1e-5, true),
            new ActivationLayer(1, new Tanh()),
            new Dropout(1, 0.7),
            new Dense(2, 5, 3),
            new ActivationLayer(2, new Relu()),
            new Dense(3, 3, 1),
            new ActivationLayer(3, new Sigmoid()));

    @Test
    void should_hold_nothing_but_floats() {
        Trainer trainer = trainer(Precision.FLOAT32);
        for (int i = 0; i < 20; i++) {
            ForwardPass pass = trainer.forward();
            Cost cost = trainer.cost();
            List<double[]> numbers = new ArrayList<>();
            for (int l = 1; l <= 3; l++) {
                numbers.addAll(List.of(flat(pass.Z(l)), flat(pass.N(l)), flat(pass.G(l)), flat(pass.A(l))));
            }
            numbers.addAll(List.of(flat(pass.A(0)), flat(pass.mean(1)), flat(pass.variance(1))));
            numbers.add(new double[] {cost.loss(), cost.penalty(), trainer.stableLoss()});
            numbers.add(trainer.dataGradient().toVector());
            numbers.add(trainer.backward().toVector());
            for (int l = 1; l <= 3; l++) {
                numbers.add(flat(trainer.backwardPass().dZ(l)));
            }
            trainer.update();
            numbers.add(trainer.lastUpdate().toVector());
            numbers.add(trainer.parameters().toVector());
            numbers.add(trainer.statistics().toVector());
            for (OptimizerState.Memory memory : trainer.optimizerState().memories()) {
                numbers.add(memory.values().toVector());
            }
            for (double[] some : numbers) {
                for (double x : some) {
                    assertEquals((float) x, x, "iteration " + i);
                }
            }
        }
        assertEquals(3, trainer.optimizerState().memories().size());
    }

    @Test
    void should_stay_near_the_run_in_double_precision_but_apart_from_it() {
        Trainer single = trainer(Precision.FLOAT32);
        Trainer whole = trainer(Precision.FLOAT64);
        for (int i = 0; i < 20; i++) {
            single.step();
            whole.step();
        }
        double largest = 0;
        for (int k = 0; k < single.parameters().tensors().size(); k++) {
            NamedTensor one = single.parameters().tensors().get(k);
            // before batch normalization a bias has no gradient but rounding, of which AMSGrad makes whole steps
            if (!one.name().equals("b1")) {
                largest = Math.max(
                        largest, apart(one, whole.parameters().tensors().get(k)));
            }
        }
        double apart = largest;
        // measured 1.4e-7
        assertTrue(apart > 1e-8 && apart < 1e-6, () -> "apart by " + apart);
    }

    private static double apart(NamedTensor one, NamedTensor other) {
        double[] a = flat(one.values());
        double[] b = flat(other.values());
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** One unit after the other, by hand; Java rounds each operation on floats to them. */
    @ParameterizedTest
    @MethodSource("numbers")
    void should_compute_what_a_program_of_floats_computes(float x, float v, float w) {
        float y = v * x;
        float g = y > 0 ? y : (float) (0.3 * y);
        float z = w * g;
        float a = (float) (1 / (1 + Math.exp(-z)));
        float loss = (float) -Math.log(a);
        float dz = a - 1;
        float dw = dz * g;
        float dg = w * dz;
        float dy = y > 0 ? dg : (float) (0.3 * dg);
        float dv = dy * x;
        Trainer trainer = ofTwoUnits(x, v, w, new NoPenalty(), Clipping.none());

        assertEquals(y, trainer.forward().Z(1).get(0, 0));
        assertEquals(g, trainer.forward().A(1).get(0, 0));
        assertEquals(z, trainer.forward().Z(2).get(0, 0));
        assertEquals(a, trainer.forward().A(2).get(0, 0));
        assertEquals(loss, trainer.cost().loss());
        assertEquals(dw, trainer.backward().W(2).get(0, 0));
        assertEquals(dv, trainer.backward().W(1).get(0, 0));
        trainer.update();
        assertEquals(0.5f * dw, trainer.lastUpdate().W(2).get(0, 0));
        assertEquals(w - 0.5f * dw, trainer.parameters().W(2).get(0, 0));
        assertEquals(v - 0.5f * dv, trainer.parameters().W(1).get(0, 0));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void should_round_what_clipping_leaves_and_what_the_penalty_makes_of_it(float x, float v, float w) {
        Trainer plain = ofTwoUnits(x, v, w, new NoPenalty(), Clipping.none());
        plain.forward();
        double dw = plain.backward().W(2).get(0, 0);

        Trainer clippedFirst = ofTwoUnits(x, v, w, Penalty.l2(0.3), new Value(0.1, false));
        clippedFirst.forward();
        assertEquals(
                (float) ((float) clipped(dw) + 0.3 * w),
                clippedFirst.backward().W(2).get(0, 0));

        Trainer clippedLast = ofTwoUnits(x, v, w, Penalty.l2(0.3), new Value(0.1, true));
        clippedLast.forward();
        assertEquals(
                (float) clipped((float) (dw + 0.3 * w)),
                clippedLast.backward().W(2).get(0, 0));
    }

    private static double clipped(double gradient) {
        return Math.max(-0.1, Math.min(0.1, gradient));
    }

    private static Stream<Arguments> numbers() {
        NumpyRandom random = new NumpyRandom(11);
        List<Arguments> numbers = new ArrayList<>();
        numbers.add(Arguments.of(0.1f, -0.9f, 0.7f));
        for (int k = 0; k < 60; k++) {
            numbers.add(Arguments.of((float) random.normal(), (float) random.normal(), (float) random.normal()));
        }
        return numbers.stream();
    }

    private static Trainer ofTwoUnits(double x, double v, double w, Penalty penalty, Clipping clipping) {
        Network network = new Network(
                List.of(
                        new Dense(1, 1, 1),
                        new ActivationLayer(1, new LeakyRelu(0.3)),
                        new Dense(2, 1, 1),
                        new ActivationLayer(2, new Sigmoid())),
                new BinaryCrossEntropy(),
                penalty,
                Precision.FLOAT32);
        Parameters parameters = Parameters.of(network.layers());
        parameters.W(1).set(0, 0, v);
        parameters.W(2).set(0, 0, w);
        return new Trainer(
                network,
                parameters,
                new DropoutMasks.None(),
                new UpdateRule(clipping, new GradientDescent(), new Constant(0.5), WeightDecay.NONE),
                Matrix.ofRow(x),
                Matrix.ofRow(1));
    }

    @Test
    void should_predict_as_it_trains() {
        Trainer trainer = trainer(Precision.FLOAT32);
        trainer.step();
        Matrix X = Matrix.of(new double[][] {{0.1}, {-0.3}});
        Matrix outputs = trainer.network().predict(trainer.parameters(), trainer.statistics(), X);

        assertEquals((float) outputs.get(0, 0), outputs.get(0, 0));
        assertArrayEquals(
                outputs.toArray(),
                trainer.network()
                        .predict(trainer.parameters(), trainer.statistics(), Precision.FLOAT32.rounded(X))
                        .toArray());
        assertEquals(0.1, X.get(0, 0), "the examples are not modified");
    }

    @Test
    void should_start_from_floats() {
        Trainer trainer = ofTwoUnits(0.1, 0.2, 0.3, new NoPenalty(), Clipping.none());
        assertEquals(0.1f, trainer.X().get(0, 0));
        assertEquals(0.2f, trainer.parameters().W(1).get(0, 0));
        assertEquals(0.3f, trainer.parameters().W(2).get(0, 0));
    }

    @Test
    void should_round_a_state_that_somebody_changed() {
        Trainer trainer = trainer(Precision.FLOAT32);
        trainer.parameters().W(1).set(0, 0, 0.1);
        trainer.statistics().get("mean", 1).set(0, 0, 0.1);
        trainer.optimizerState().get("v").W(1).set(0, 0, 0.1);
        trainer.round();
        assertEquals(0.1f, trainer.parameters().W(1).get(0, 0));
        assertEquals(0.1f, trainer.statistics().get("mean", 1).get(0, 0));
        assertEquals(0.1f, trainer.optimizerState().get("v").W(1).get(0, 0));
    }

    @Test
    void should_leave_the_range_of_floats_where_they_end() {
        assertEquals(Double.POSITIVE_INFINITY, Precision.FLOAT32.round(1e39));
        assertEquals(0, Precision.FLOAT32.round(1e-46));
        assertEquals(Float.MIN_VALUE, Precision.FLOAT32.round(1.4e-45));
        assertTrue(Double.isNaN(Precision.FLOAT32.round(Double.NaN)));
    }

    @Test
    void should_touch_nothing_in_double_precision() {
        Matrix X = Matrix.ofRow(0.1, 1e300);
        assertSame(X, Precision.FLOAT64.rounded(X));
        Precision.FLOAT64.round(X);
        assertArrayEquals(new double[] {0.1, 1e300}, X.row(0));
        assertEquals(0.1, Precision.FLOAT64.round(0.1));
        Matrix rounded = Precision.FLOAT32.rounded(X);
        assertNotSame(X, rounded);
        assertArrayEquals(new double[] {0.1f, Double.POSITIVE_INFINITY}, rounded.row(0));
        assertNotEquals(0.1, rounded.get(0, 0));
    }

    private static Trainer trainer(Precision precision) {
        Network network = new Network(LAYERS, new BinaryCrossEntropy(), Penalty.l2(0.4), precision);
        NumpyRandom random = new NumpyRandom(5);
        Matrix X = Matrix.zeros(2, M);
        Matrix Y = Matrix.zeros(1, M);
        for (int j = 0; j < M; j++) {
            X.set(0, j, random.normal());
            X.set(1, j, random.normal());
            Y.set(0, j, j % 3 == 0 ? 1 : 0);
        }
        Batches batches = new Batches.Shuffled(M, 9, 1);
        return new Trainer(
                network,
                new ScaledGaussian(3).fill(Parameters.of(LAYERS)),
                new DropoutMasks.Fresh(MASKED, batches, 1),
                new UpdateRule(
                        new NormPerLayer(0.05, false),
                        new Amsgrad(0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION),
                        new Exponential(0.01, 0.99),
                        new WeightDecay(0.01)),
                X,
                Y,
                batches,
                PenaltyOver.TRAINING_SET);
    }

    private static double[] flat(Matrix X) {
        double[] numbers = new double[X.rows() * X.columns()];
        X.writeTo(numbers, 0);
        return numbers;
    }
}
