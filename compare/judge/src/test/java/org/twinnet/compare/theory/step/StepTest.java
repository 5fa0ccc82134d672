package org.twinnet.compare.theory.step;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

/**
 * A whole step's bounds must hold for a program in single precision, whose exact numbers are those of double precision.
 */
@DisplayName("A step in theory")
class StepTest {

    private static final int[] SIZES = {3, 7, 4, 1};
    private static final int M = 23;
    private static final float KEEP = 0.75f;
    private static final float LAMBDA = 0.5f;
    private static final float RATE = 0.3f;

    /** Trains a program for some steps and holds each of its numbers to the step's. */
    private static Trial trial(Rounding rounding, double size) {
        Trial trial = new Trial();
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[][] X = new float[SIZES[0]][M];
            float[] y = new float[M];
            double[][] exactX = new double[SIZES[0]][M];
            double[][] Y = new double[1][M];
            for (int j = 0; j < M; j++) {
                for (int k = 0; k < SIZES[0]; k++) {
                    X[k][j] = (float) (size * random.nextGaussian());
                    exactX[k][j] = X[k][j];
                }
                y[j] = random.nextInt(2);
                Y[0][j] = y[j];
            }
            FloatProgram program = new FloatProgram(SIZES, X, y, seed);
            double[][][] masks = new double[3][][];
            for (int l = 1; l < 4; l++) {
                if (l < 3) {
                    masks[l] = new double[SIZES[l]][M];
                }
                for (int i = 0; i < SIZES[l]; i++) {
                    program.b[l][i] = (float) (0.1 * random.nextGaussian());
                    for (int k = 0; k < SIZES[l - 1]; k++) {
                        program.W[l][i][k] = (float) (random.nextGaussian() / Math.sqrt(SIZES[l - 1]));
                    }
                    for (int j = 0; j < M && l < 3; j++) {
                        masks[l][i][j] = random.nextDouble() < KEEP ? 1 : 0;
                    }
                }
            }
            Chapters chapters = Chapters.of(Experiment.of(3, 7, 4, 1)
                    .with(new Optimizer.GradientDescent(RATE))
                    .with(Penalty.l2(LAMBDA))
                    .keepProbability(KEEP)
                    .with(new Masks(MaskKind.FRESH, 1))
                    .with(new Initialization.ScaledGaussian(1))
                    .iterations(1));
            Step step = new Step(chapters, exactX, Y, M, rounding);
            ParameterTensors parameters = ParameterTensors.exact(chapters);
            for (int l = 1; l < 4; l++) {
                for (int i = 0; i < SIZES[l]; i++) {
                    parameters.b(l).values(0)[i] = program.b[l][i];
                    for (int k = 0; k < SIZES[l - 1]; k++) {
                        parameters.W(l).values(i)[k] = program.W[l][i][k];
                    }
                }
            }
            step.run(parameters, masks, 1);
            program.step(masks, KEEP, LAMBDA);
            hold(trial, program, step);
        }
        return trial;
    }

    private static void hold(Trial trial, FloatProgram program, Step step) {
        BoundedNumber cost = step.cost();
        trial.add(Math.abs(program.cost - cost.value()), cost.error(), "cost");
        for (int l = 1; l < 4; l++) {
            for (int i = 0; i < SIZES[l]; i++) {
                for (int j = 0; j < M; j++) {
                    add(trial, program.Z[l][i][j], step.forward().Z(l), i, j, "Z" + l);
                    add(trial, program.A[l][i][j], step.forward().A(l), i, j, "A" + l);
                }
                for (int k = 0; k < SIZES[l - 1]; k++) {
                    float update = RATE * program.dW[l][i][k];
                    add(trial, update, step.update().update().W(l), i, k, "update of W" + l);
                    float next = program.W[l][i][k] - update;
                    add(trial, next, step.update().next().W(l), i, k, "next W" + l);
                }
                add(trial, program.db[l][i], step.backward().gradient().b(l), 0, i, "db" + l);
            }
        }
    }

    private static void add(Trial trial, float program, Bounded expected, int i, int j, String what) {
        trial.add(Math.abs(program - expected.values(i)[j]), expected.errors(i)[j], what);
    }

    @Test
    void should_bound_every_number_of_a_program_in_single_precision() {
        trial(Rounding.FLOAT32, 1).assertBounded(0.05);
        trial(Rounding.FLOAT32, 1e-4).assertBounded(0.05);
        trial(Rounding.FLOAT32, 10).assertBounded(0.05);
    }

    @Test
    void should_notice_bounds_that_are_too_small() {
        assertTrue(trial(new Rounding(0x1p-30, Float.MIN_NORMAL, Float.MAX_VALUE), 1)
                        .largest()
                > 1);
    }
}
