package org.twinnet.compare.theory.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;
import org.twinnet.compare.theory.loss.LossChapters;

@DisplayName("The chapters on the softmax and its cross-entropy, and on squared errors of it")
class SoftmaxTheoryTest {

    private static final DfpField FIELD = new DfpField(45);
    private static final int CASES = 500;

    /** One example: exact logits, what the chapters have of them, what a program has. */
    private static final class Case {
        final Format format;
        final int K;
        final double[] exact;
        final double[] program;
        final double[][] Y;
        final int c;
        final Bounded Z;
        final Bounded A;
        final Dfp[] a;

        Case(Format format, SplittableRandom random) {
            this.format = format;
            K = 2 + random.nextInt(5);
            c = random.nextInt(K);
            exact = new double[K];
            program = new double[K];
            Y = new double[K][1];
            Y[c][0] = 1;
            Z = Bounded.zeros(K, 1);
            double scale = Math.pow(10, -3 + 4.5 * random.nextDouble());
            for (int k = 0; k < K; k++) {
                exact[k] = format.round(scale * (random.nextDouble() - 0.5));
                double error =
                        random.nextInt(3) == 0 ? 0.02 * random.nextDouble() : format.anyError(exact[k], random) / 4;
                program[k] = format.near(exact[k], error, random);
                Z.values(k)[0] = format.near(exact[k], error, random);
                Z.errors(k)[0] = error;
            }
            A = Bounded.zeros(K, 1);
            new SoftmaxTheory().forward(Z, A, format.rounding());
            a = new Dfp[K];
            Dfp sum = FIELD.getZero();
            for (int k = 0; k < K; k++) {
                a[k] = FIELD.newDfp(exact[k]).exp();
                sum = sum.add(a[k]);
            }
            for (int k = 0; k < K; k++) {
                a[k] = a[k].divide(sum);
            }
        }

        double[] activated() {
            double largest = Double.NEGATIVE_INFINITY;
            for (double z : program) {
                largest = Math.max(largest, z);
            }
            double[] values = new double[K];
            double sum = 0;
            for (int k = 0; k < K; k++) {
                values[k] = format.round(Math.exp(format.round(program[k] - largest)));
                sum = format.round(sum + values[k]);
            }
            for (int k = 0; k < K; k++) {
                values[k] = format.round(values[k] / sum);
            }
            return values;
        }

        double costFromLogits() {
            double largest = Double.NEGATIVE_INFINITY;
            for (double z : program) {
                largest = Math.max(largest, z);
            }
            double sum = 0;
            for (double z : program) {
                sum = format.round(sum + format.round(Math.exp(format.round(z - largest))));
            }
            double logarithm = format.round(Math.log(sum));
            return format.round(format.round(largest + logarithm) - program[c]);
        }
    }

    private static double distance(double program, Dfp exact) {
        return FIELD.newDfp(program).subtract(exact).abs().toDouble();
    }

    private interface Check {
        void add(Case one, SplittableRandom random, Trial trial, double scale);
    }

    private static void assertBounded(Format format, Check check) {
        Trial trial = trial(format, check, 1);
        assertTrue(trial.largest() <= 1 && trial.largest() >= 0.02, "at most " + trial.largest() + " of the bound");
        assertTrue(trial(format, check, 1.0 / 60).largest() > 1, "a bound that is too small");
    }

    private static Trial trial(Format format, Check check, double scale) {
        SplittableRandom random = new SplittableRandom(7);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            check.add(new Case(format, random), random, trial, scale);
        }
        return trial;
    }

    /** Measured at most 0.45 of the bound in both formats. */
    @ParameterizedTest
    @EnumSource
    void should_bound_the_error_of_any_program(Format format) {
        assertBounded(format, (one, random, trial, scale) -> {
            double[] program = one.activated();
            for (int k = 0; k < one.K; k++) {
                trial.add(distance(program[k], one.a[k]), scale * one.A.errors(k)[0], "program's " + one.exact[k]);
                trial.add(distance(one.A.values(k)[0], one.a[k]), scale * one.A.errors(k)[0], "own");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_error_of_any_slope(Format format) {
        assertBounded(format, (one, random, trial, scale) -> {
            Bounded gradient = Bounded.zeros(one.K, 1);
            double[] dA = new double[one.K];
            Dfp q = FIELD.getZero();
            Dfp[] exact = new Dfp[one.K];
            for (int k = 0; k < one.K; k++) {
                double d = format.any(random);
                double error = format.anyError(d, random);
                gradient.values(k)[0] = format.near(d, error, random);
                gradient.errors(k)[0] = error;
                dA[k] = format.near(d, error, random);
                exact[k] = FIELD.newDfp(d);
                q = q.add(one.a[k].multiply(exact[k]));
            }
            new SoftmaxTheory().slope(one.Z, one.A, gradient, format.rounding());
            double[] a = one.activated();
            double sum = 0;
            for (int k = 0; k < one.K; k++) {
                sum = format.round(sum + format.round(a[k] * dA[k]));
            }
            for (int k = 0; k < one.K; k++) {
                Dfp expected = one.a[k].multiply(exact[k].subtract(q));
                double program = format.round(a[k] * format.round(dA[k] - sum));
                trial.add(distance(program, expected), scale * gradient.errors(k)[0], "program's");
                trial.add(distance(gradient.values(k)[0], expected), scale * gradient.errors(k)[0], "own");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_both_forms_of_the_cross_entropy_and_its_residual(Format format) {
        LossTheory loss = LossChapters.of(new Loss.SoftmaxCrossEntropy());
        assertBounded(format, (one, random, trial, scale) -> {
            LossCost cost = loss.cost(one.Z, one.A, one.Y, format.rounding());
            Dfp exact = one.a[one.c].log().negate();
            double written = format.round(-Math.log(one.activated()[one.c]));
            if (Double.isFinite(written)) {
                trial.add(distance(written, exact), scale * cost.asWritten().error(), "as written");
            }
            trial.add(
                    distance(one.costFromLogits(), exact), scale * cost.stable().error(), "from logits");
            trial.add(
                    distance(cost.stable().value(), exact),
                    scale * cost.stable().error(),
                    "own");
            Bounded dZ = Bounded.zeros(one.K, 1);
            loss.residual(new SoftmaxTheory(), one.Z, one.A, one.Y, dZ, format.rounding());
            for (int k = 0; k < one.K; k++) {
                Dfp d = one.a[k].subtract(FIELD.newDfp(one.Y[k][0]));
                double program = format.round(one.activated()[k] - one.Y[k][0]);
                trial.add(distance(program, d), scale * dZ.errors(k)[0], "residual");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_squared_errors_and_their_gradients(Format format) {
        for (Loss word : new Loss[] {new Loss.MeanSquaredError(), new Loss.Quadratic()}) {
            boolean mean = word instanceof Loss.MeanSquaredError;
            LossTheory loss = LossChapters.of(word);
            assertBounded(format, (one, random, trial, scale) -> {
                BoundedNumber cost =
                        loss.cost(one.Z, one.A, one.Y, format.rounding()).asWritten();
                Bounded dA = Bounded.zeros(one.K, 1);
                loss.gradient(one.A, one.Y, dA, format.rounding());
                double[] a = one.activated();
                Dfp sum = FIELD.getZero();
                double squares = 0;
                for (int k = 0; k < one.K; k++) {
                    Dfp d = one.a[k].subtract(FIELD.newDfp(one.Y[k][0]));
                    sum = sum.add(d.multiply(d));
                    double distance = format.round(a[k] - one.Y[k][0]);
                    squares = format.round(squares + format.round(distance * distance));
                    double program = mean ? format.round(2 * distance / one.K) : distance;
                    Dfp slope = mean ? d.multiply(2).divide(one.K) : d;
                    trial.add(distance(program, slope), scale * dA.errors(k)[0], "gradient");
                }
                trial.add(
                        distance(format.round(squares / (mean ? one.K : 2)), sum.divide(mean ? one.K : 2)),
                        scale * cost.error(),
                        "cost");
            });
        }
    }

    @Test
    void should_know_nothing_of_outputs_one_of_whose_logits_is_not_known() {
        Bounded Z = Bounded.zeros(3, 1);
        Z.errors(1)[0] = Double.POSITIVE_INFINITY;
        Bounded A = Bounded.zeros(3, 1);
        new SoftmaxTheory().forward(Z, A, Rounding.FLOAT64);
        for (int k = 0; k < 3; k++) {
            assertEquals(Double.POSITIVE_INFINITY, A.errors(k)[0]);
        }
    }

    /** Sure of the wrong class the probability is 0 and its logarithm infinite; the logits still say the cost. */
    @Test
    void should_have_a_stable_cost_where_the_written_one_is_infinite() {
        Bounded Z = Bounded.exact(new double[][] {{2000}, {0}});
        Bounded A = Bounded.zeros(2, 1);
        new SoftmaxTheory().forward(Z, A, Rounding.FLOAT64);
        LossCost cost =
                LossChapters.of(new Loss.SoftmaxCrossEntropy()).cost(Z, A, new double[][] {{0}, {1}}, Rounding.FLOAT64);

        assertEquals(Double.POSITIVE_INFINITY, cost.asWritten().value());
        assertEquals(2000, cost.stable().value());
        assertTrue(cost.stable().error() < 1e-11);
    }
}
