package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

@DisplayName("A penalty's number")
class PenaltyConventionTest {

    private static final double[] START = {0.5, -1.25, 2, 0.125};
    private static final double RATE = 0.1;
    private static final double NUMBER = 0.07;

    /** Every number of a step is below 4, and takes fewer than 30 roundings. */
    private static final double ROUNDING = 30 * 4 * 0x1p-53;

    private static final double[][] X = {
        {0.5, -1, 0.25}, {1, 0.75, -0.5}, {-0.25, 1, 1}, {0.3, 0.2, -0.9}, {-0.6, 0.1, 0.4}
    };
    private static final double[] Y = {1, 0, 1, 1, 0};

    private static final Dataset DATA = Dataset.of(
            "five",
            List.of("a", "b", "c"),
            X,
            Arrays.stream(Y).mapToObj(y -> new double[] {y}).toArray(double[][]::new),
            Targets.LABEL);

    static Stream<Arguments> pairs() {
        return Arrays.stream(PenaltyConvention.values())
                .flatMap(from -> Arrays.stream(PenaltyConvention.values()).map(to -> Arguments.of(from, to)));
    }

    /** One step of logistic regression as each library's code takes it, written for this test from its sources. */
    private static double[] step(PenaltyConvention library, double c, boolean magnitudes) {
        int m = Y.length;
        double[] sums = new double[4];
        for (int j = 0; j < m; j++) {
            double z = START[3];
            for (int i = 0; i < 3; i++) {
                z += START[i] * X[j][i];
            }
            double dZ = 1 / (1 + Math.exp(-z)) - Y[j];
            for (int i = 0; i < 3; i++) {
                sums[i] += dZ * X[j][i];
            }
            sums[3] += dZ;
        }
        double[] after = START.clone();
        for (int p = 0; p < 4; p++) {
            double gradient = sums[p] / m;
            double theta = START[p];
            double term = magnitudes ? Math.signum(theta) : theta;
            boolean bias = p == 3;
            gradient = switch (library) {
                // dW = 1/m · dZ·Aᵀ + lambd/m · W
                case NOTEBOOK -> bias ? gradient : gradient + c / m * term;
                // loss + c·sum(square(W)), c·sum(abs(W)), differentiated
                case KERAS -> bias ? gradient : gradient + (magnitudes ? 1 : 2) * c * term;
                // grad = grad.add(param, alpha=weight_decay)
                case PYTORCH -> gradient + c * term;
                // coef_grads = (dotted + alpha · coefs) / n_samples
                case SCIKIT_LEARN -> bias ? gradient : (sums[p] + c * term) / m;
                // caffe_axpy(local_decay, data, diff), or of sign(data)
                case CAFFE -> gradient + c * term;
                // L2Regularization, L1Regularization: gradient.addi(c · param), of weights
                case DL4J -> bias ? gradient : gradient + c * term;
            };
            after[p] -= RATE * gradient;
        }
        return after;
    }

    @ParameterizedTest(name = "of {0} as one of {1}")
    @MethodSource("pairs")
    void should_give_the_same_step_as_a_number_of_the_other(PenaltyConvention from, PenaltyConvention to) {
        double translated = from.translated(NUMBER, to, Y.length, Y.length);
        double[] expected = step(from, NUMBER, false);
        double[] actual = step(to, translated, false);

        assertArrayEquals(Arrays.copyOf(expected, 3), Arrays.copyOf(actual, 3), ROUNDING);
        if (from.penalizesBiases() == to.penalizesBiases()) {
            assertEquals(expected[3], actual[3], ROUNDING);
        } else {
            assertEquals(RATE * ofBias(from, translated), Math.abs(expected[3] - actual[3]), ROUNDING);
        }
        double back = to.translated(translated, from, Y.length, Y.length);
        assertEquals(NUMBER, back, 4 * Math.ulp(NUMBER));
    }

    /** What penalizing the bias moves its gradient by. */
    private static double ofBias(PenaltyConvention from, double translated) {
        return (from.penalizesBiases() ? NUMBER : translated) * START[3];
    }

    @ParameterizedTest
    @EnumSource
    void should_give_both_networks_the_step_of_its_library(PenaltyConvention library) {
        assertBothStep(library, new Penalty(NUMBER, 0, 0, 0, false, Penalty.NONE.over()), step(library, NUMBER, false));
        if (library.magnitudes().isPresent()) {
            assertBothStep(library, Penalty.l1(NUMBER), step(library, NUMBER, true));
        }
    }

    private static void assertBothStep(PenaltyConvention library, Penalty stated, double[] expected) {
        Experiment experiment = Experiment.of(3, 1)
                .with(new Optimizer.GradientDescent(RATE))
                .with(library.translated(stated, Optional.empty(), false))
                .iterations(1);
        for (TwinFactory factory : List.of(ScratchTwin.factory(), (TwinFactory) Dl4jTwin::withLogitLoss)) {
            try (Twin twin = factory.create(experiment, DATA)) {
                twin.setParameters(START);
                twin.step();
                double[] after = new double[4];
                twin.copyParametersTo(after);
                assertArrayEquals(expected, after, ROUNDING, twin.name().toString());
            }
        }
    }

    @Test
    void should_be_refused_where_the_library_has_none() {
        assertRefused(PenaltyConvention.PYTORCH, Penalty.l1(1), false, "penalty.l1 is no number of pytorch");
        assertRefused(PenaltyConvention.SCIKIT_LEARN, Penalty.l1(1), false, "penalty.l1 is no number of scikit-learn");
        assertRefused(
                PenaltyConvention.KERAS,
                new Penalty(0, 0, 1, 0, false, Penalty.NONE.over()),
                false,
                "penalty.l2_coefficient is a number of dl4j, and penalties are those of keras");
        assertRefused(PenaltyConvention.CAFFE, Penalty.l2(1), true, "penalty.biases would be true");
        assertEquals(
                1,
                PenaltyConvention.CAFFE
                        .translated(Penalty.l2(1), Optional.of(false), true)
                        .l2Coefficient());
    }

    private static void assertRefused(
            PenaltyConvention library, Penalty penalty, boolean normalized, String beginning) {
        SettingException refused =
                assertThrows(SettingException.class, () -> library.translated(penalty, Optional.empty(), normalized));
        assertTrue(refused.getMessage().startsWith(beginning), refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_be_told_by_the_formula_that_is_computed(PenaltyConvention from, PenaltyConvention to) {
        int m = 211;
        int B = 32;
        double value = evaluated(from.formula(to), NUMBER, m, B);

        assertEquals(value, from.translated(NUMBER, to, m, B), 4 * Math.ulp(value));
    }

    /** A product over a product of the letters λ, c, α, m, B and 2. */
    private static double evaluated(String formula, double number, int m, int B) {
        String[] sides =
                formula.replace("(", "").replace(")", "").replace("·", "").split("/", -1);
        double value = product(sides[0], number, m, B);
        return sides.length == 1 ? value : value / product(sides[1], number, m, B);
    }

    private static double product(String letters, double number, int m, int B) {
        return letters.chars()
                .mapToDouble(letter -> switch (letter) {
                    case '2' -> 2;
                    case 'm' -> m;
                    case 'B' -> B;
                    default -> number;
                })
                .reduce(1, (a, b) -> a * b);
    }
}
