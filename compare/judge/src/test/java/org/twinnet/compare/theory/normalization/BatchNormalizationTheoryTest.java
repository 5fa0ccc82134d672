package org.twinnet.compare.theory.normalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;
import org.twinnet.compare.theory.normalization.BatchNormalizationProgram.Way;

class BatchNormalizationTheoryTest {

    private static final int TRIALS = 4000;

    /** What one unit is made of: exact numbers, and how far those of programs are from them. */
    private static final class Unit {
        final int m;
        final double epsilon;
        final double[] z;
        final double[] ez;
        final double[] d;
        final double[] ed;
        final double[] parameters;
        final double[] errors;
        final SplittableRandom random;

        Unit(SplittableRandom random) {
            this.random = random;
            m = 1 + random.nextInt(40);
            epsilon = (float) Math.pow(10, -12 * random.nextDouble());
            z = new double[m];
            ez = new double[m];
            d = new double[m];
            ed = new double[m];
            double offset = random.nextInt(3) == 0 ? 0 : Format.FLOAT32.any(random) % 1000;
            double spread = random.nextInt(4) == 0 ? 0 : Math.pow(10, 3 * random.nextDouble() - 2);
            double known = random.nextInt(3) == 0 ? 0 : Math.pow(10, -7 + 4 * random.nextDouble());
            double size = Math.pow(10, 4 * random.nextDouble() - 3);
            for (int j = 0; j < m; j++) {
                z[j] = (float) (offset + spread * (2 * random.nextDouble() - 1));
                ez[j] = known * Math.abs(z[j]) * random.nextDouble();
                d[j] = random.nextInt(5) == 0 ? 0 : (float) (size * (2 * random.nextDouble() - 1));
                ed[j] = known * size * random.nextDouble();
            }
            parameters = new double[] {(float) (3 * random.nextDouble() - 1), (float) (random.nextDouble() - 0.5)};
            errors = random.nextBoolean() ? new double[2] : new double[] {known, known * random.nextDouble()};
        }

        double[] near(double[] exact, double[] error) {
            double[] near = new double[exact.length];
            for (int j = 0; j < near.length; j++) {
                near[j] = Format.FLOAT32.near(exact[j], error[j], random);
            }
            return near;
        }

        Bounded bounded(double[] exact, double[] error) {
            Bounded row = Bounded.zeros(1, exact.length);
            System.arraycopy(near(exact, error), 0, row.values(0), 0, exact.length);
            System.arraycopy(error, 0, row.errors(0), 0, exact.length);
            return row;
        }

        List<Bounded> bounded() {
            return List.of(
                    bounded(new double[] {parameters[0]}, new double[] {errors[0]}),
                    bounded(new double[] {parameters[1]}, new double[] {errors[1]}));
        }
    }

    private static void add(Trial trial, double[] program, double[] exact, Bounded theory, String what) {
        for (int j = 0; j < exact.length; j++) {
            String where = what + "[" + j + "]";
            trial.add(Math.abs(program[j] - exact[j]), theory.errors(0)[j], where);
            trial.add(Math.abs(theory.values(0)[j] - exact[j]), theory.errors(0)[j], where + " of the chapter");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void should_bound_what_programs_in_single_precision_make_of_a_batch_forward_and_backward(Way way) {
        SplittableRandom random = new SplittableRandom(7);
        Trial forward = new Trial();
        Trial backward = new Trial();
        Trial ofParameters = new Trial();
        Trial statistics = new Trial();
        for (int t = 0; t < TRIALS; t++) {
            Unit unit = new Unit(random);
            String what = way + " " + t;
            BatchNormalizationTheory theory = new BatchNormalizationTheory(0, unit.epsilon, false);
            BatchNormalizationProgram exact =
                    new BatchNormalizationProgram(Format.FLOAT64, Way.TWO_PASSES, unit.epsilon);
            BatchNormalizationProgram program = new BatchNormalizationProgram(Format.FLOAT32, way, unit.epsilon);
            double[] theta = unit.near(unit.parameters, unit.errors);
            double[] n = exact.forward(unit.z, unit.parameters[0], unit.parameters[1]);
            double[] N = program.forward(unit.near(unit.z, unit.ez), theta[0], theta[1]);
            Bounded Z = unit.bounded(unit.z, unit.ez);
            Bounded normalized = Bounded.zeros(1, unit.m);
            List<Bounded> parameters = unit.bounded();
            theory.forward(Z, parameters, normalized, Rounding.FLOAT32);
            add(forward, N, n, normalized, what + " N");

            double[] dz = exact.backward(unit.d, unit.parameters[0]);
            double[] dZ = program.backward(unit.near(unit.d, unit.ed), theta[0]);
            Bounded gradient = unit.bounded(unit.d, unit.ed);
            List<Bounded> gradients = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
            theory.backward(Z, parameters, gradient, gradients, Rounding.FLOAT32);
            add(backward, dZ, dz, gradient, what + " dZ");
            add(
                    ofParameters,
                    new double[] {program.dGamma},
                    new double[] {exact.dGamma},
                    gradients.get(0),
                    what + " dγ");
            add(ofParameters, new double[] {program.dBeta}, new double[] {exact.dBeta}, gradients.get(1), what + " dβ");

            List<Bounded> next = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
            theory.keep(Z, next, next, Rounding.FLOAT32);
            add(statistics, new double[] {program.mean()}, new double[] {exact.mean()}, next.get(0), what + " μ");
            add(
                    statistics,
                    new double[] {program.variance()},
                    new double[] {exact.variance()},
                    next.get(1),
                    what + " σ²");
        }
        forward.assertBounded(0.3);
        backward.assertBounded(0.1);
        ofParameters.assertBounded(0.3);
        statistics.assertBounded(0.3);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void should_bound_what_programs_in_single_precision_predict(Way way) {
        SplittableRandom random = new SplittableRandom(8);
        Trial trial = new Trial();
        for (int t = 0; t < TRIALS; t++) {
            Unit unit = new Unit(random);
            double[] kept = {(float) unit.z[0], (float) Math.pow(10, 6 * random.nextDouble() - 5)};
            double[] errors = {unit.ez[0], unit.errors[0] * kept[1]};
            double[] near = unit.near(kept, errors);
            double[] theta = unit.near(unit.parameters, unit.errors);
            double[] n = new BatchNormalizationProgram(Format.FLOAT64, way, unit.epsilon)
                    .predict(unit.z, unit.parameters[0], unit.parameters[1], kept[0], kept[1]);
            double[] N = new BatchNormalizationProgram(Format.FLOAT32, way, unit.epsilon)
                    .predict(unit.near(unit.z, unit.ez), theta[0], theta[1], near[0], near[1]);
            Bounded normalized = Bounded.zeros(1, unit.m);
            new BatchNormalizationTheory(0.9, unit.epsilon, false)
                    .predict(
                            unit.bounded(unit.z, unit.ez),
                            unit.bounded(),
                            List.of(
                                    unit.bounded(new double[] {kept[0]}, new double[] {errors[0]}),
                                    unit.bounded(new double[] {kept[1]}, new double[] {errors[1]})),
                            normalized,
                            Rounding.FLOAT32);
            add(trial, N, n, normalized, way + " " + t);
        }
        trial.assertBounded(0.3);
    }

    /** z = 1, 3, 5, 7: μ = 4 and σ² = 5. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_keep_running_statistics(boolean unbiased) {
        Bounded Z = Bounded.exact(new double[][] {{1, 3, 5, 7}});
        List<Bounded> before = List.of(Bounded.exact(new double[][] {{8}}), Bounded.exact(new double[][] {{16}}));
        List<Bounded> after = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
        new BatchNormalizationTheory(0.75, 1e-5, unbiased).keep(Z, before, after, Rounding.FLOAT64);
        double variance = unbiased ? 20 / 3.0 : 5;
        assertEquals(7, after.get(0).values(0)[0]);
        assertEquals(12 + variance / 4, after.get(1).values(0)[0], 1e-15);
        // 15 operations on numbers of 16 and less, and 12 rounded sums
        assertTrue(after.get(0).errors(0)[0] > 0 && after.get(0).errors(0)[0] < 150 * 0x1p-53);
        assertTrue(after.get(1).errors(0)[0] > 0 && after.get(1).errors(0)[0] < 600 * 0x1p-53);
    }

    @Test
    void should_take_the_unbiased_variance_of_one_example_for_0() {
        Bounded Z = Bounded.exact(new double[][] {{3}});
        List<Bounded> before = List.of(Bounded.exact(new double[][] {{0}}), Bounded.exact(new double[][] {{1}}));
        List<Bounded> after = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
        new BatchNormalizationTheory(0.5, 1e-5, true).keep(Z, before, after, Rounding.FLOAT64);
        assertEquals(0.5, after.get(1).values(0)[0]);
    }

    /** Numbers whose squares leave the range of the format: nothing is known, and nothing is NaN. */
    @ParameterizedTest
    @ValueSource(doubles = {1e200, 1e308, Double.POSITIVE_INFINITY, Double.NaN})
    void should_know_nothing_of_numbers_out_of_range(double z) {
        Bounded Z = Bounded.exact(new double[][] {{z, -z, 1}});
        Bounded normalized = Bounded.zeros(1, 3);
        Bounded gradient = Bounded.zeros(1, 3);
        gradient.values(0)[0] = 1;
        List<Bounded> parameters = List.of(Bounded.exact(new double[][] {{0}}), Bounded.exact(new double[][] {{0}}));
        List<Bounded> gradients = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
        BatchNormalizationTheory theory = new BatchNormalizationTheory(0.9, 1e-5, false);
        theory.forward(Z, parameters, normalized, Rounding.FLOAT64);
        theory.backward(Z, parameters, gradient, gradients, Rounding.FLOAT64);
        for (int j = 0; j < 3; j++) {
            assertEquals(Double.POSITIVE_INFINITY, normalized.errors(0)[j]);
            assertEquals(Double.POSITIVE_INFINITY, gradient.errors(0)[j]);
        }
        assertEquals(Double.POSITIVE_INFINITY, gradients.get(0).errors(0)[0]);
    }

    @Test
    void should_be_the_chapter_of_its_choice() {
        assertEquals(Optional.empty(), NormalizationTheory.of(new Normalization.None()));
        assertEquals(
                Optional.of(new BatchNormalizationTheory(0.8, 1e-3, true)),
                NormalizationTheory.of(new Normalization.BatchNorm(0.8, 1e-3, Normalization.RunningVariance.UNBIASED)));
        assertEquals("N = γ ∘ (Z − μ)/√(σ² + ε) + β", new BatchNormalizationTheory(0.9, 1e-5, false).formula());
    }
}
