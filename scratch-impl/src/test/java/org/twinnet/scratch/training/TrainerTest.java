package org.twinnet.scratch.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.clipping.Clipping;
import org.twinnet.scratch.clipping.Value;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.initialization.ScaledGaussian;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.loss.Cost;
import org.twinnet.scratch.loss.Loss;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.optimizer.GradientDescent;
import org.twinnet.scratch.optimizer.OptimizerState;
import org.twinnet.scratch.optimizer.WeightDecay;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.schedule.Exponential;
import org.twinnet.scratch.schedule.Schedule;

class TrainerTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 6, 4, 1));
    private static final Penalty PENALTY = Penalty.l2(0.4);
    private static final double KEEP_PROBABILITY = 0.8;
    private static final Network NETWORK = Network.of(CONFIG, PENALTY, KEEP_PROBABILITY);
    private static final GradientDescent OPTIMIZER = new GradientDescent();
    private static final double LEARNING_RATE = 0.3;
    private static final Matrix X = Matrix.of(new double[][] {{0.5, -1, 2, 0.25, -0.75}, {1, 0.5, -0.25, -2, 0.125}});
    private static final Matrix Y = Matrix.ofRow(1, 0, 1, 0, 1);
    private static final int M = 5;

    private Trainer trainer;

    @BeforeEach
    void prepare() {
        trainer = trainer(new ScaledGaussian(3).draw(CONFIG));
    }

    @Test
    void should_run_forward_backward_and_update_with_the_masks_of_the_iteration() {
        Parameters parameters = new ScaledGaussian(3).draw(CONFIG);
        DropoutMasks masks = masks();
        Network network = Network.of(CONFIG, PENALTY, KEEP_PROBABILITY);
        ForwardPass pass = new ForwardPass(NETWORK.layers(), X);
        BackwardPass back = new BackwardPass(NETWORK.layers(), M);
        Parameters gradients = CONFIG.newParameters();

        for (int iteration = 0; iteration < 4; iteration++) {
            assertEquals(iteration, trainer.iteration());
            network.forward(parameters, masks.of(iteration), pass);
            Cost cost = network.cost(parameters, Y, pass);
            network.backward(parameters, Y, pass, back, gradients);

            assertArrayEquals(
                    pass.output().toArray(), trainer.forward().output().toArray());
            assertEquals(cost, trainer.cost());
            assertArrayEquals(gradients.toVector(), trainer.backward().toVector());
            assertArrayEquals(back.dZ(1).toArray(), trainer.backwardPass().dZ(1).toArray());
            assertEquals(cost, trainer.cost(), "the cost before the update, also after backward");
            Loss loss = NETWORK.loss();
            double fromLogit = loss.stableMean(pass.Z(CONFIG.depth()), pass.output(), Y);
            assertEquals(fromLogit, trainer.stableLoss());
            trainer.update();
            assertEquals(fromLogit, trainer.stableLoss(), "that of the pass, also after the update");

            double[] update = descend(gradients, parameters);
            assertArrayEquals(update, trainer.lastUpdate().toVector());
            assertArrayEquals(parameters.toVector(), trainer.parameters().toVector());
        }
        assertEquals(4, trainer.iteration());
    }

    @Test
    void should_do_all_three_in_a_step() {
        Trainer stepwise = trainer(new ScaledGaussian(3).draw(CONFIG));
        for (int iteration = 0; iteration < 3; iteration++) {
            trainer.step();
            stepwise.forward();
            stepwise.backward();
            stepwise.update();
        }

        assertEquals(3, trainer.iteration());
        assertArrayEquals(stepwise.parameters().toVector(), trainer.parameters().toVector());
    }

    @Test
    void should_see_the_same_masks_when_a_forward_pass_is_repeated_and_others_in_the_next_iteration() {
        double[][] first = trainer.forward().A(1).toArray();
        assertArrayEquals(first, trainer.forward().A(1).toArray());

        double[] initial = trainer.parameters().toVector();
        trainer.backward();
        trainer.update();
        trainer.parameters().readFrom(initial);

        assertFalse(Arrays.deepEquals(first, trainer.forward().A(1).toArray()));
    }

    @Test
    void should_train_on_from_parameters_that_somebody_changed() {
        trainer.step();
        double[] changed = new ScaledGaussian(8).draw(CONFIG).toVector();
        trainer.parameters().readFrom(changed);
        trainer.step();

        Parameters parameters = new ScaledGaussian(8).draw(CONFIG);
        Network network = Network.of(CONFIG, PENALTY, KEEP_PROBABILITY);
        ForwardPass pass = new ForwardPass(NETWORK.layers(), X);
        Parameters gradients = CONFIG.newParameters();
        List<Matrix> masks = masks().of(1);
        network.forward(parameters, masks, pass);
        network.backward(parameters, Y, pass, new BackwardPass(NETWORK.layers(), M), gradients);
        descend(gradients, parameters);
        assertArrayEquals(parameters.toVector(), trainer.parameters().toVector());
    }

    @Test
    void should_go_on_alike_from_the_same_iteration_parameters_and_memory() {
        Trainer other = trainer(new ScaledGaussian(5).draw(CONFIG));
        trainer.step();
        trainer.step();
        trainer.step();
        other.step();

        other.goTo(trainer.iteration());
        other.parameters().readFrom(trainer.parameters().toVector());
        trainer.step();
        other.step();

        assertEquals(List.of(), trainer.optimizerState().memories());
        assertEquals(4, other.iteration());
        assertArrayEquals(trainer.parameters().toVector(), other.parameters().toVector());
        assertArrayEquals(trainer.lastUpdate().toVector(), other.lastUpdate().toVector());
    }

    @Test
    void should_go_to_the_first_iteration_again_but_to_none_before_it() {
        trainer.step();
        trainer.goTo(0);
        assertEquals(0, trainer.iteration());
        assertEquals(
                "Iterations are counted from 0; there is no -1.",
                assertThrows(IllegalArgumentException.class, () -> trainer.goTo(-1))
                        .getMessage());
    }

    @Test
    void should_have_subtracted_nothing_before_the_first_update() {
        assertArrayEquals(
                new double[CONFIG.parameterCount()], trainer.lastUpdate().toVector());
    }

    @Test
    void should_update_the_parameters_that_it_was_given() {
        Parameters parameters = new ScaledGaussian(3).draw(CONFIG);
        Trainer own = trainer(parameters);
        double[] before = parameters.toVector();
        own.step();

        assertSame(parameters, own.parameters());
        assertFalse(Arrays.equals(before, parameters.toVector()));
    }

    @Test
    void should_give_the_gradient_of_the_cross_entropy_alone() {
        trainer.forward();
        double[] data = trainer.dataGradient().toVector();
        Parameters whole = trainer.backward();
        double[] wholeBefore = whole.toVector();

        Network withoutPenalty = Network.of(CONFIG, new NoPenalty(), KEEP_PROBABILITY);
        ForwardPass pass = new ForwardPass(NETWORK.layers(), X);
        Parameters expected = CONFIG.newParameters();
        List<Matrix> masks = masks().of(0);
        withoutPenalty.forward(trainer.parameters(), masks, pass);
        withoutPenalty.backward(trainer.parameters(), Y, pass, new BackwardPass(NETWORK.layers(), M), expected);
        assertArrayEquals(expected.toVector(), data);
        assertFalse(Arrays.equals(data, wholeBefore));

        assertNotSame(whole, trainer.dataGradient());
        assertArrayEquals(wholeBefore, whole.toVector(), "the gradient of the step is left alone");
    }

    @Test
    void should_describe_the_network_in_training() {
        assertEquals(NETWORK, trainer.network());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 2, Double.NaN})
    void should_refuse_a_label_that_is_neither_0_nor_1(double label) {
        for (int j = 0; j < M; j++) {
            Matrix labels = Y.copy();
            labels.set(0, j, label);
            assertEquals(
                    "Labels are 0 or 1; Y[0," + j + "] is " + label + ".",
                    assertThrows(IllegalArgumentException.class, () -> trainer(X, labels))
                            .getMessage());
        }
    }

    @Test
    void should_refuse_labels_that_do_not_belong_to_the_examples() {
        assertEquals(
                "training examples: X is 2×5 and Y is 1×4; needed: Y is 1×m with the columns of X.",
                assertThrows(ShapeMismatchException.class, () -> trainer(X, Matrix.zeros(1, 4)))
                        .getMessage());
        assertEquals(
                "training examples: X is 2×5 and Y is 2×5; needed: Y is 1×m with the columns of X.",
                assertThrows(ShapeMismatchException.class, () -> trainer(X, Matrix.zeros(2, 5)))
                        .getMessage());
    }

    @Test
    void should_refuse_examples_with_another_number_of_features() {
        assertEquals(
                "X has 3 features, the network has 2 inputs.",
                assertThrows(IllegalArgumentException.class, () -> trainer(Matrix.zeros(3, M), Y))
                        .getMessage());
    }

    private static double[] gradient(Clipping clipping) {
        UpdateRule rule = new UpdateRule(clipping, OPTIMIZER, Schedule.constant(LEARNING_RATE), WeightDecay.NONE);
        Trainer other = new Trainer(NETWORK, new ScaledGaussian(3).draw(CONFIG), masks(), rule, X, Y);
        other.forward();
        return other.backward().toVector();
    }

    @Test
    void should_clip_the_gradient_of_the_loss_or_that_of_the_whole_cost() {
        double limit = 0.05;
        trainer.forward();
        double[] loss = trainer.dataGradient().toVector();
        double[] whole = trainer.backward().toVector();
        double[] before = gradient(new Value(limit, false));
        double[] after = gradient(new Value(limit, true));
        int clipped = 0;
        for (int i = 0; i < loss.length; i++) {
            double penalty = whole[i] - loss[i];
            assertEquals(Math.max(-limit, Math.min(limit, loss[i])) + penalty, before[i], 1e-16);
            assertEquals(Math.max(-limit, Math.min(limit, whole[i])), after[i]);
            clipped += Math.abs(loss[i]) > limit ? 1 : 0;
        }
        assertTrue(clipped > 5 && clipped < loss.length, "" + clipped);
        assertArrayEquals(whole, gradient(new Value(100, false)));
        assertArrayEquals(whole, gradient(Clipping.none()));
    }

    @Test
    void should_shrink_the_weights_by_what_they_were_before_the_step() {
        UpdateRule rule =
                new UpdateRule(Clipping.none(), OPTIMIZER, new Exponential(LEARNING_RATE, 0.5), new WeightDecay(0.25));
        Trainer other = new Trainer(NETWORK, new ScaledGaussian(3).draw(CONFIG), masks(), rule, X, Y);
        for (double rate : new double[] {LEARNING_RATE, LEARNING_RATE / 2}) {
            Parameters before = CONFIG.newParameters();
            before.readFrom(other.parameters().toVector());
            double w = before.W(2).get(1, 3);
            UpdateRule plain = UpdateRule.of(OPTIMIZER, Schedule.constant(rate));
            Trainer without = new Trainer(NETWORK, before, masks(), plain, X, Y);
            without.goTo(other.iteration());
            without.step();
            other.step();
            assertEquals(
                    without.lastUpdate().W(2).get(1, 3) + rate * 0.25 * w,
                    other.lastUpdate().W(2).get(1, 3),
                    1e-15);
            assertArrayEquals(
                    without.lastUpdate().b(2).toArray(), other.lastUpdate().b(2).toArray());
        }
    }

    private static DropoutMasks masks() {
        return new DropoutMasks.Fresh(MaskedLayer.hidden(CONFIG.hiddenUnits(), KEEP_PROBABILITY), M, 1);
    }

    private static Trainer trainer(Parameters parameters) {
        return new Trainer(NETWORK, parameters, masks(), OPTIMIZER, Schedule.constant(LEARNING_RATE), X, Y);
    }

    private static Trainer trainer(Matrix examples, Matrix labels) {
        return new Trainer(
                Network.of(CONFIG, PENALTY, 1),
                new ScaledGaussian(3).draw(CONFIG),
                new DropoutMasks.None(),
                OPTIMIZER,
                Schedule.constant(LEARNING_RATE),
                examples,
                labels);
    }

    private static double[] descend(Parameters gradients, Parameters parameters) {
        Parameters update = parameters.zeros();
        OPTIMIZER.update(gradients, 1, LEARNING_RATE, OptimizerState.none(), update);
        parameters.subtract(update);
        return update.toVector();
    }
}
