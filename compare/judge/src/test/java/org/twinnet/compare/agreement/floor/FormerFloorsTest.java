package org.twinnet.compare.agreement.floor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.agreement.AnyExperiment;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;

/**
 * Floors beside those of the error analysis that was written for one network, {@link FormerNoiseFloor}: none is more
 * than twice, none less than half as high.
 *
 * <p>Where they differ on purpose:
 *
 * <ul>
 *   <li>Below {@link #UNDERFLOW} both are made of what underflow may lose, τ an operation. That is counted chapter by
 *       chapter now, and no longer where nothing is computed: without penalty its floors are 0.
 *   <li>The probability of an output whose logit is known to no better than {@link #KNOWN_LOGIT}: the former bound took
 *       a program's logit for no farther from the analysis' own than from the exact one, and could be too low. So the
 *       new one is allowed to be higher there, and what follows from that output as well.
 *   <li>Where rounding decides about a gate (the former floor is as large as the number), the error behind it counts
 *       from both sides: it is twice the former where that error is all there is.
 *   <li>Where a run is about to leave the range of doubles, so that some former floors are not finite, more of the new
 *       ones may be: partial sums may overflow in one order and not in another, and a closed gate is 0·∞.
 * </ul>
 */
@DisplayName("The noise floor beside the former one")
class FormerFloorsTest {

    private static final double UNDERFLOW = 1e-250;
    private static final double KNOWN_LOGIT = 0.1;
    /** Twice, and products of two errors, which count from both sides as well. */
    private static final double MOST = 2.001;

    private static final int COMPARED = 12;

    static Stream<AnyExperiment> experiments() {
        return LongStream.range(0, Long.getLong("twinnet.any", 60)).mapToObj(AnyExperiment::of);
    }

    private static Dataset pitch() {
        return Generator.defaults().get(0).generate(211, 3);
    }

    private static Experiment published(Scenario scenario, int iterations) {
        return scenario.of(Experiment.published(2)).iterations(iterations);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_be_as_high_on_any_data(AnyExperiment any) {
        Experiment experiment = any.experiment();
        Both both = new Both(experiment, any.data().train());
        both.train(experiment.iterations(), Math.max(1, experiment.iterations() / COMPARED));
        both.ratios.assertNear();
    }

    @ParameterizedTest
    @EnumSource
    void should_be_as_high_in_the_published_runs(Scenario scenario) {
        Both both = new Both(published(scenario, 30_000), pitch());
        both.train(30_000, 2_999);
        both.ratios.assertNear();
    }

    @Test
    void should_differ_where_one_of_both_is_another() {
        Ratios ratios = new Ratios();
        ratios.add("too high", new double[] {1}, new double[] {2.1}, 1);
        ratios.add("too low", new double[] {1}, new double[] {0.4}, 1);

        assertTrue(ratios.lowest < 0.5 && ratios.highest > MOST);
    }

    /** Ratios of floors, new to former. */
    private static final class Ratios {
        private double lowest = 1;
        private double highest = 1;
        private String least = "";
        private String most = "";
        private int compared;
        private boolean leaving;

        void add(String what, double[] former, double[] now, double allowance) {
            for (int i = 0; i < former.length; i++) {
                if (former[i] < UNDERFLOW && now[i] < UNDERFLOW) {
                    continue;
                }
                if (!Double.isFinite(now[i]) && (leaving || !Double.isFinite(former[i]))) {
                    continue;
                }
                compared++;
                double ratio = Double.compare(former[i], now[i]) == 0 ? 1 : now[i] / former[i];
                if (!(ratio >= lowest)) {
                    lowest = ratio;
                    least = tell(what, i, now[i], former[i]);
                }
                if (!(ratio / allowance <= highest)) {
                    highest = ratio / allowance;
                    most = tell(what, i, now[i], former[i]);
                }
            }
        }

        private static String tell(String what, int i, double now, double former) {
            return String.format(Locale.ROOT, "%s %d: %.4g, was %.4g", what, i, now, former);
        }

        void assertNear() {
            String found = String.format(
                    Locale.ROOT, "%d floors: %.4f (%s) to %.4f (%s)", compared, lowest, least, highest, most);
            assertTrue(compared > 30, found);
            // measured: 0.93 to 1.41, and 2.0000 behind an undecided gate
            assertTrue(lowest >= 0.5 && highest <= MOST, found);
        }
    }

    /** Both analyses on the way of one training. */
    private static final class Both {
        private final Ratios ratios = new Ratios();
        private final Experiment experiment;
        private final Dataset training;
        private final FormerNoiseFloor former;
        private final NoiseFloor now;

        Both(Experiment experiment, Dataset training) {
            this.experiment = experiment;
            this.training = training;
            this.former = new FormerNoiseFloor(experiment, training);
            this.now = new NoiseFloor(experiment, training);
        }

        void train(int iterations, int every) {
            try (ScratchTwin twin = new ScratchTwin(experiment, training)) {
                double[] theta = new double[twin.parameterCount()];
                for (int i = 0; i < iterations; i++) {
                    if (i % every == 0) {
                        twin.copyParametersTo(theta);
                        compare(theta, i);
                    }
                    twin.step();
                }
            }
        }

        private void compare(double[] theta, int i) {
            former.analyse(theta, i);
            now.analyse(theta, i);
            int L = experiment.layerSizes().size() - 1;
            double worst = 0;
            for (double floor : former.preActivations(L)) {
                worst = Math.max(worst, floor / 2);
            }
            ratios.leaving = !allFinite(former.dataGradient()) || !allFinite(former.preActivations(L));
            double allowance = worst > KNOWN_LOGIT ? Double.POSITIVE_INFINITY : 1;
            for (int l = 1; l <= L; l++) {
                ratios.add("Z of layer " + l, former.preActivations(l), now.preActivations(l), 1);
                ratios.add("A of layer " + l, former.activations(l), now.activations(l), l == L ? allowance : 1);
            }
            add("cross-entropy", former.crossEntropy(), now.crossEntropy(), allowance);
            add("cross-entropy from the logit", former.logitCrossEntropy(), now.logitCrossEntropy(), 1);
            // without penalty the former analysis made 0·∞ of infinite weights
            if (experiment.penalty().l2() > 0 || Double.isFinite(former.penalty())) {
                add("cost", former.cost(), now.cost(), allowance);
                add("cost from the logit", former.logitCost(), now.logitCost(), 1);
                add("penalty", former.penalty(), now.penalty(), 1);
            }
            double[] formerUpdate = new double[theta.length];
            double[] formerNext = theta.clone();
            double[] update = theta.clone();
            double[] next = theta.clone();
            former.update(formerUpdate, formerNext);
            now.update(update, next);
            ratios.add("update", formerUpdate, update, allowance);
            ratios.add("next parameters", formerNext, next, allowance);
            if (experiment.penalty().l2() > 0) {
                ratios.add("penalty's gradient", former.penaltyGradient(), now.penaltyGradient(), 1);
            }
            ratios.add("gradient", former.dataGradient(), now.dataGradient(), allowance);
            // last, since the former analysis' floors of the update were not of this step any more after it
            ratios.add("gradient by a witness", former.dataGradient(1e-9), now.dataGradient(1e-9), allowance);
        }

        private static boolean allFinite(double[] floors) {
            return DoubleStream.of(floors).allMatch(Double::isFinite);
        }

        private void add(String what, double before, double after, double allowance) {
            ratios.add(what, new double[] {before}, new double[] {after}, allowance);
        }
    }
}
