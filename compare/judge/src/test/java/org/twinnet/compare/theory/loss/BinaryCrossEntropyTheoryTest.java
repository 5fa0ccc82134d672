package org.twinnet.compare.theory.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;
import org.twinnet.compare.theory.activation.SigmoidTheory;

@DisplayName("The chapter on binary cross-entropy")
class BinaryCrossEntropyTheoryTest {

    private static final DfpField FIELD = new DfpField(50);
    private static final int CASES = 800;

    /** Some examples: exact logits, what the chapter has of them, what a program has. */
    private static final class Case {
        final double[] exact;
        final double[] program;
        final double[][] Y;
        final Bounded Z;
        final Bounded A;
        final Format format;

        Case(Format format, SplittableRandom random) {
            int m = 1 + random.nextInt(6);
            this.format = format;
            exact = new double[m];
            program = new double[m];
            Y = new double[1][m];
            Z = Bounded.zeros(1, m);
            A = Bounded.zeros(1, m);
            for (int j = 0; j < m; j++) {
                exact[j] = format.round(
                        switch (random.nextInt(3)) {
                            case 0 -> 60 * (random.nextDouble() - 0.5);
                            case 1 -> 1e-6 * (random.nextDouble() - 0.5);
                            default -> 6 * (random.nextDouble() - 0.5);
                        });
                double error =
                        random.nextInt(3) == 0 ? 0.05 * random.nextDouble() : format.anyError(exact[j], random) / 4;
                program[j] = format.near(exact[j], error, random);
                Z.values(0)[j] = format.near(exact[j], error, random);
                Z.errors(0)[j] = error;
                Y[0][j] = random.nextInt(2);
            }
            new SigmoidTheory().forward(Z, A, format.rounding());
        }

        int m() {
            return exact.length;
        }

        double a(int j) {
            return format.round(1 / format.round(1 + format.round(Math.exp(-program[j]))));
        }

        Dfp exactCost() {
            Dfp sum = FIELD.getZero();
            for (int j = 0; j < m(); j++) {
                Dfp t = FIELD.newDfp(Y[0][j] == 1 ? -exact[j] : exact[j]);
                sum = sum.add(t.exp().add(FIELD.getOne()).log());
            }
            return sum.divide(m());
        }

        double costAsWritten() {
            double sum = 0;
            for (int j = 0; j < m(); j++) {
                double p = Y[0][j] == 1 ? a(j) : format.round(1 - a(j));
                sum = format.round(sum - format.round(Math.log(p)));
            }
            return format.round(sum / m());
        }

        double costFromLogits() {
            double sum = 0;
            for (int j = 0; j < m(); j++) {
                double t = Y[0][j] == 1 ? program[j] : -program[j];
                double rest = format.round(Math.log1p(format.round(Math.exp(-Math.abs(t)))));
                sum = format.round(sum + format.round(Math.max(0, -t) + rest));
            }
            return format.round(sum / m());
        }
    }

    private static double distance(double program, Dfp exact) {
        return Double.isInfinite(program)
                ? Double.POSITIVE_INFINITY
                : FIELD.newDfp(program).subtract(exact).abs().toDouble();
    }

    private static Trial costs(Format format, double scale, boolean stable) {
        SplittableRandom random = new SplittableRandom(3);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            Case one = new Case(format, random);
            LossCost cost = new BinaryCrossEntropyTheory().cost(one.Z, one.A, one.Y, format.rounding());
            var number = stable ? cost.stable() : cost.asWritten();
            double program = stable ? one.costFromLogits() : one.costAsWritten();
            Dfp exact = one.exactCost();
            trial.add(distance(program, exact), scale * number.error(), "program's " + i);
            trial.add(distance(number.value(), exact), scale * number.error(), "own " + i);
        }
        return trial;
    }

    private static Trial gradients(Format format, double scale, boolean residual) {
        SplittableRandom random = new SplittableRandom(4);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            Case one = new Case(format, random);
            Bounded gradient = Bounded.zeros(1, one.m());
            if (residual) {
                new BinaryCrossEntropyTheory()
                        .residual(new SigmoidTheory(), one.Z, one.A, one.Y, gradient, format.rounding());
            } else {
                new BinaryCrossEntropyTheory().gradient(one.A, one.Y, gradient, format.rounding());
            }
            for (int j = 0; j < one.m(); j++) {
                boolean positive = one.Y[0][j] == 1;
                Dfp a = FIELD.getOne().divide(FIELD.newDfp(-one.exact[j]).exp().add(FIELD.getOne()));
                Dfp p = positive ? a : FIELD.getOne().subtract(a);
                Dfp exact = residual
                        ? a.subtract(FIELD.newDfp(one.Y[0][j]))
                        : FIELD.newDfp(positive ? -1 : 1).divide(p);
                double program = residual
                        ? format.round(one.a(j) - one.Y[0][j])
                        : format.round((positive ? -1 : 1) / format.round(positive ? one.a(j) : 1 - one.a(j)));
                trial.add(distance(program, exact), scale * gradient.errors(0)[j], "program's " + one.exact[j]);
                trial.add(distance(gradient.values(0)[j], exact), scale * gradient.errors(0)[j], "own " + one.exact[j]);
            }
        }
        return trial;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_cost_as_it_is_written(Format format) {
        costs(format, 1, false).assertBounded(0.05);
        assertTrue(costs(format, 1.0 / 40, false).largest() > 1, "a bound that is too small");
    }

    /** The exact probability as near to the given one as its error allows, and a program's as near to that. */
    @Test
    void should_bound_the_logarithm_of_a_probability_that_is_hardly_known() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < CASES; i++) {
            double p = random.nextDouble(0.01, 0.99);
            double error = p * Math.pow(10, random.nextDouble(-4, -0.3011));
            double y = random.nextInt(2);
            Bounded A = Bounded.exact(new double[][] {{y == 1 ? p : 1 - p}});
            A.errors(0)[0] = error;
            double bound = new BinaryCrossEntropyTheory()
                    .cost(Bounded.exact(new double[][] {{0}}), A, new double[][] {{y}}, Rounding.FLOAT64)
                    .asWritten()
                    .error();
            for (double exact : new double[] {p - error, p, p + error}) {
                for (double program : new double[] {exact - error, exact, exact + error}) {
                    double apart = Math.abs(Math.log(program) - Math.log(exact));
                    assertTrue(!(apart > bound), () -> p + " ± " + error + ": " + apart + " of " + bound);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_cost_from_the_logits(Format format) {
        costs(format, 1, true).assertBounded(0.05);
        assertTrue(costs(format, 1.0 / 40, true).largest() > 1, "a bound that is too small");
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_gradient_at_the_output(Format format) {
        gradients(format, 1, false).assertBounded(0.05);
        assertTrue(gradients(format, 1.0 / 40, false).largest() > 1, "a bound that is too small");
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_residual(Format format) {
        gradients(format, 1, true).assertBounded(0.05);
        assertTrue(gradients(format, 1.0 / 40, true).largest() > 1, "a bound that is too small");
    }

    @Test
    void should_have_no_bound_for_an_output_saturated_on_the_wrong_side_but_from_the_logit() {
        Bounded Z = Bounded.exact(new double[][] {{40}});
        Bounded A = Bounded.zeros(1, 1);
        new SigmoidTheory().forward(Z, A, Rounding.FLOAT64);

        LossCost cost = new BinaryCrossEntropyTheory().cost(Z, A, new double[][] {{0}}, Rounding.FLOAT64);

        assertEquals(Double.POSITIVE_INFINITY, cost.asWritten().value());
        assertEquals(Double.POSITIVE_INFINITY, cost.asWritten().error());
        assertEquals(40, cost.stable().value());
        assertTrue(cost.stable().error() < 1e-13);
    }
}
