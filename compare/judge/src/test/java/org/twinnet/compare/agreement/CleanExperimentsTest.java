package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

/** Fifty random experiments without any fault, seeded: networks, penalties, dropout, seeds and data. None may part. */
@DisplayName("A clean experiment")
class CleanExperimentsTest {

    private static final int EXPERIMENTS = 50;

    private record Clean(Experiment experiment, Split data) {
        @Override
        public String toString() {
            return data.train().name() + " " + experiment;
        }
    }

    static Stream<Clean> experiments() {
        SplittableRandom random = new SplittableRandom(20);
        return Stream.iterate(0, n -> n + 1).limit(EXPERIMENTS).map(n -> {
            List<Integer> sizes = new ArrayList<>(List.of(2));
            int hidden = random.nextInt(4);
            for (int l = 0; l < hidden; l++) {
                sizes.add(1 + random.nextInt(12));
            }
            sizes.add(1);
            Generator generator = Generator.defaults().get(n % 5);
            Dataset data = generator.generate(40 + random.nextInt(120), random.nextInt(1000));
            return new Clean(
                    Experiment.of(sizes)
                            .named("clean " + n)
                            .with(new Optimizer.GradientDescent(Math.pow(10, -2 + 2 * random.nextDouble())))
                            .with(Penalty.l2(random.nextBoolean() ? 0 : Math.pow(10, -3 + 4 * random.nextDouble())))
                            .keepProbability(random.nextBoolean() ? 1 : 0.3 + 0.69 * random.nextDouble())
                            .with(new Masks(
                                    random.nextBoolean() ? MaskKind.PUBLISHED : MaskKind.FRESH,
                                    random.nextLong(0x1_0000_0000L)))
                            .with(new Initialization.ScaledGaussian(random.nextLong(0x1_0000_0000L)))
                            .iterations(300),
                    Split.of(data, 0.3, n));
        });
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_agree_on_every_rung(Clean clean) throws InterruptedException {
        ScenarioComparison comparison = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(25, 2, 40, 1))
                .compare(List.of(clean.experiment()), clean.data(), ProgressListener.NONE)
                .get(0);

        assertEquals(List.of(), comparison.ladder().firstDivergence().stream().toList());
        assertEquals(Status.AGREE, comparison.verdict());
        assertTrue(comparison.ladder().rungs().stream().allMatch(rung -> rung.compared() > 0));
    }
}
