package org.twinnet.scratch.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.batch.PenaltyOver;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.initialization.ScaledGaussian;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.optimizer.Momentum;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.schedule.Schedule;

class BatchTrainerTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 6, 1));
    private static final double LAMBDA = 0.4;
    private static final Matrix X = Matrix.of(new double[][] {{0.5, -1, 2, 0.25, -0.75}, {1, 0.5, -0.25, -2, 0.125}});
    private static final Matrix Y = Matrix.ofRow(1, 0, 1, 0, 1);
    private static final int M = 5;
    private static final List<MaskedLayer> MASKED = List.of(new MaskedLayer(0, 2, 0.9), new MaskedLayer(1, 6, 0.7));
    private static final Network NETWORK = Network.of(
            CONFIG, new BinaryCrossEntropy(), Penalty.l2(LAMBDA), List.of(new Dropout(0, 0.9), new Dropout(1, 0.7)));

    private static Batches batches() {
        return new Batches.Shuffled(M, 2, 3);
    }

    private static Matrix columns(Matrix all, int[] columns) {
        Matrix some = Matrix.zeros(all.rows(), columns.length);
        for (int i = 0; i < all.rows(); i++) {
            for (int j = 0; j < columns.length; j++) {
                some.set(i, j, all.get(i, columns[j]));
            }
        }
        return some;
    }

    /** Each iteration is that of a trainer that has nothing but the batch, where λ is scaled to what divides it. */
    @ParameterizedTest
    @EnumSource(PenaltyOver.class)
    void should_take_the_step_of_each_batch_alone(PenaltyOver over) {
        Trainer trainer = new Trainer(
                NETWORK,
                new ScaledGaussian(3).draw(CONFIG),
                new DropoutMasks.Fresh(MASKED, batches(), 7),
                UpdateRule.of(new Momentum(0.9, false), Schedule.constant(0.3)),
                X,
                Y,
                batches(),
                over);
        DropoutMasks masks = new DropoutMasks.Fresh(MASKED, batches(), 7);
        for (int i = 0; i < 8; i++) {
            int[] examples = batches().examples(i);
            int B = examples.length;
            assertEquals(i % 3 == 2 ? 1 : 2, B);
            double lambda = over == PenaltyOver.BATCH ? LAMBDA : LAMBDA * B / M;
            Parameters parameters = trainer.parameters().zeros();
            parameters.readFrom(trainer.parameters().toVector());
            Trainer alone = new Trainer(
                    Network.of(
                            CONFIG,
                            new BinaryCrossEntropy(),
                            Penalty.l2(lambda),
                            List.of(new Dropout(0, 0.9), new Dropout(1, 0.7))),
                    parameters,
                    new DropoutMasks.Given(MASKED, List.copyOf(masks.of(i))),
                    new Momentum(0.9, false),
                    Schedule.constant(0.3),
                    columns(X, examples),
                    columns(Y, examples));
            alone.optimizerState()
                    .get("v")
                    .readFrom(trainer.optimizerState().get("v").toVector());

            assertEquals(over == PenaltyOver.BATCH ? B : M, trainer.penaltyOver());
            trainer.forward();
            alone.forward();
            assertEquals(alone.cost().loss(), trainer.cost().loss());
            assertEquals(alone.cost().penalty(), trainer.cost().penalty(), 1e-16);
            assertEquals(alone.stableLoss(), trainer.stableLoss());
            assertArrayEquals(
                    alone.dataGradient().toVector(), trainer.dataGradient().toVector());
            assertArrayEquals(alone.backward().toVector(), trainer.backward().toVector(), 1e-16);
            trainer.update();
            alone.update();
            assertArrayEquals(
                    alone.parameters().toVector(), trainer.parameters().toVector(), 1e-15);
        }
    }

    @Test
    void should_draw_published_masks_anew_for_each_size() {
        DropoutMasks masks = new DropoutMasks.Published(MASKED, batches(), 7);
        Matrix first = new DropoutMasks.Published(MASKED, 2, 7).of(0).get(1);
        Matrix last = new DropoutMasks.Published(MASKED, 1, 7).of(0).get(1);
        for (int i = 0; i < 7; i++) {
            assertArrayEquals(
                    (i % 3 == 2 ? last : first).toArray(), masks.of(i).get(1).toArray());
        }
    }

    @Test
    void should_go_to_the_batch_of_any_iteration() {
        Trainer trainer = new Trainer(
                NETWORK,
                new ScaledGaussian(3).draw(CONFIG),
                new DropoutMasks.Fresh(MASKED, batches(), 7),
                UpdateRule.of(new Momentum(0.9, false), Schedule.constant(0.3)),
                X,
                Y,
                batches(),
                PenaltyOver.TRAINING_SET);
        for (int i : new int[] {4, 2, 3, 0}) {
            trainer.goTo(i);
            assertArrayEquals(
                    columns(X, batches().examples(i)).toArray(),
                    trainer.forward().X().toArray());
        }
        assertSame(X, trainer.X());
    }

    @Test
    void should_refuse_batches_of_other_examples() {
        assertEquals(
                "The batches are of 4 examples, X has 5.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Trainer(
                                        NETWORK,
                                        new ScaledGaussian(3).draw(CONFIG),
                                        new DropoutMasks.None(),
                                        UpdateRule.of(new Momentum(0.9, false), Schedule.constant(0.3)),
                                        X,
                                        Y,
                                        new Batches.Full(4),
                                        PenaltyOver.BATCH))
                        .getMessage());
    }
}
