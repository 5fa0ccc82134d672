package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.ForwardingTwin;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Every optimizer")
class OptimizersTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final Experiment NETWORK = Experiment.of(2, 6, 4, 1).iterations(300);

    static Stream<Arguments> networks() {
        return ExperimentKeys.all().stream()
                .filter(key -> key.key().equals("optimizer.kind"))
                .flatMap(key -> key.words().stream())
                .flatMap(kind -> Stream.of(
                        Map.of("optimizer.kind", kind),
                        Map.of("optimizer.kind", kind, "optimizer.learning_rate", 0.01),
                        Map.of("optimizer.kind", kind, "penalty.l2", 0.5, "layers[].keep_prob", 0.7)))
                .map(Arguments::of);
    }

    private static ScenarioComparison compare(TwinFactories twins, Experiment experiment) throws InterruptedException {
        return new Comparer(twins, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), DATA, ProgressListener.NONE)
                .get(0);
    }

    private static List<String> open(ScenarioComparison comparison) {
        return comparison.ladder().rungs().stream()
                .filter(rung -> rung.status() != Status.AGREE)
                .map(rung -> rung.name().name() + " " + rung.status().name() + " " + rung.decisive())
                .toList();
    }

    /** Before the correction, where DL4J's own updaters are at work, and with an ε that bounds nothing. */
    static Stream<Arguments> places() {
        return Stream.of("adam", "amsgrad")
                .flatMap(kind -> Stream.of("before-correction", "after-correction")
                        .flatMap(place -> Stream.of(1e-8, 1e-3, 1e-40)
                                .map(epsilon -> Map.of(
                                        "optimizer.kind",
                                        kind,
                                        "optimizer.learning_rate",
                                        0.02,
                                        "optimizer.epsilon_place",
                                        place,
                                        "optimizer.epsilon",
                                        epsilon))))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource({"networks", "places"})
    void should_agree_in_both_networks(Map<String, Object> changes) throws InterruptedException {
        TwinFactories twins = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        assertEquals(List.of(), open(compare(twins, ExperimentTree.with(NETWORK, changes))));
    }

    /** Features that nobody scaled saturate outputs and kill units; the second column is the first once more. */
    private static Split twice(double scale) {
        return new Split(twice(DATA.train(), scale), DATA.test().map(test -> twice(test, scale)));
    }

    private static Dataset twice(Dataset data, double scale) {
        double[][] rows = Arrays.stream(data.featureRows())
                .map(row -> new double[] {scale * row[0], scale * row[0]})
                .toArray(double[][]::new);
        return Dataset.of(data.name(), data.featureNames(), rows, data.labels());
    }

    static Stream<Arguments> farAway() {
        return networks()
                .map(arguments -> (Map<?, ?>) arguments.get()[0])
                .filter(changes -> changes.size() == 1)
                .flatMap(changes -> Stream.of(1e-3, 1.0, 1e3)
                        .flatMap(scale -> Stream.of(1e-3, 1.0, 1e3)
                                .map(rate -> Arguments.of(changes.get("optimizer.kind"), scale, rate))));
    }

    /** Lock-step and one update: free runs diverge there, in both networks alike. */
    @ParameterizedTest
    @MethodSource("farAway")
    void should_not_cry_wolf_far_away(String kind, double scale, double rate) throws InterruptedException {
        Experiment experiment = ExperimentTree.with(
                NETWORK.iterations(60), Map.of("optimizer.kind", kind, "optimizer.learning_rate", rate));
        ScenarioComparison comparison = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), twice(scale), ProgressListener.NONE)
                .get(0);
        assertEquals(
                List.of(),
                open(comparison).stream()
                        .filter(rung -> rung.contains(" DISAGREE "))
                        .toList());
    }

    /** What a program does with an update, and with the memories before it. */
    private interface Mistake {
        void make(double[] update, Twin twin, TwinState before);
    }

    private static final class Mistaken extends ForwardingTwin {
        private final Mistake mistake;
        private final boolean forgets;
        private double[] update = new double[0];

        Mistaken(Twin twin, boolean forgets, Mistake mistake) {
            super(twin);
            this.forgets = forgets;
            this.mistake = mistake;
        }

        @Override
        public double step() {
            TwinState before = state();
            if (forgets) {
                restore(new TwinState(
                        before.iteration(),
                        before.parameters(),
                        before.memories().stream()
                                .map(memory ->
                                        new TwinState.Memory(memory.symbol(), new double[memory.values().length]))
                                .toList()));
            }
            double cost = super.step();
            update = new double[parameterCount()];
            super.copyUpdateTo(update);
            mistake.make(update, this, before);
            double[] next = before.parameters().clone();
            for (int i = 0; i < next.length; i++) {
                next[i] -= update[i];
            }
            setParameters(next);
            return cost;
        }

        @Override
        public void copyUpdateTo(double[] target) {
            System.arraycopy(update, 0, target, 0, update.length);
        }
    }

    private static String first(Optimizer optimizer, boolean forgets, Mistake mistake) throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories planted = new TwinFactories(
                (experiment, training) -> new Mistaken(new ScratchTwin(experiment, training), forgets, mistake),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        return open(compare(planted, NETWORK.with(optimizer).iterations(40))).stream()
                .map(rung -> rung.replaceAll("(\\w+ \\w+) .*", "$1"))
                .findFirst()
                .orElse("none");
    }

    @Test
    void should_catch_the_mistakes_of_adam_where_they_first_show() throws InterruptedException {
        Optimizer adam = new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION);
        assertEquals("none", first(adam, false, (update, twin, before) -> {}));
        // no correction of m and v
        assertEquals("UPDATE DISAGREE", first(adam, false, (update, twin, before) -> {
            int t = before.iteration() + 1;
            double missing = (1 - Math.pow(0.9, t)) / Math.sqrt(1 - Math.pow(0.999, t));
            for (int i = 0; i < update.length; i++) {
                update[i] *= missing;
            }
        }));
        // √(v̂ + ε)
        assertEquals("UPDATE DISAGREE", first(adam, false, (update, twin, before) -> {
            double[] m = twin.state().memories().get(0).values();
            double[] v = twin.state().memories().get(1).values();
            int t = before.iteration() + 1;
            for (int i = 0; i < update.length; i++) {
                update[i] = 0.01 * (m[i] / (1 - Math.pow(0.9, t))) / Math.sqrt(v[i] / (1 - Math.pow(0.999, t)) + 1e-8);
            }
        }));
        // t counted from 2
        assertEquals("UPDATE DISAGREE", first(adam, false, (update, twin, before) -> {
            double[] m = twin.state().memories().get(0).values();
            double[] v = twin.state().memories().get(1).values();
            int t = before.iteration() + 2;
            for (int i = 0; i < update.length; i++) {
                update[i] =
                        0.01 * (m[i] / (1 - Math.pow(0.9, t))) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
            }
        }));
    }

    /** The first step is right: there is nothing to carry yet. */
    @Test
    void should_catch_memories_that_are_not_carried() throws InterruptedException {
        for (Optimizer optimizer : List.of(
                new Optimizer.Momentum(0.1, 0.9, false),
                new Optimizer.Nesterov(0.1, 0.9),
                new Optimizer.Adagrad(0.01, 1e-8),
                new Optimizer.Rmsprop(0.01, 0.9, 1e-8),
                new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION),
                new Optimizer.Amsgrad(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.BEFORE_CORRECTION))) {
            assertEquals("LOCK_STEP DISAGREE", first(optimizer, true, (update, twin, before) -> {}), optimizer.kind());
        }
    }

    /** One twin's ε in the other's place. */
    @Test
    void should_catch_an_epsilon_before_the_correction() throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories other = new TwinFactories(
                (experiment, training) -> new ScratchTwin(
                        experiment.with(new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.BEFORE_CORRECTION)),
                        training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        Experiment adam = NETWORK.with(new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION));
        assertTrue(open(compare(other, adam)).get(0).startsWith("UPDATE DISAGREE"));
    }

    @Test
    void should_agree_with_an_average_of_gradients_too_and_compare_the_velocity() throws InterruptedException {
        ScenarioComparison comparison = compare(
                TwinFactories.standard(TwinFactories.Loss.LOGIT), NETWORK.with(new Optimizer.Momentum(0.3, 0.9, true)));
        assertEquals(List.of(), open(comparison));
        Rung steps = comparison.ladder().rungs().stream()
                .filter(rung -> rung.name() == RungName.LOCK_STEP)
                .findFirst()
                .orElseThrow();
        QuantityComparison velocity = steps.quantities().stream()
                .filter(quantity -> quantity.quantity().equals(Said.MEMORY.of("v")))
                .findFirst()
                .orElseThrow();
        assertEquals(300L * (18 + 28 + 5), velocity.compared());
    }

    /** A last digit of μ is all that differs. */
    @Test
    void should_catch_another_momentum() throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories other = new TwinFactories(
                (experiment, training) ->
                        new ScratchTwin(experiment.with(new Optimizer.Momentum(0.3, 0.9 + 1e-9, false)), training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        ScenarioComparison comparison = compare(other, NETWORK.with(new Optimizer.Momentum(0.3, 0.9, false)));
        assertEquals(Status.DISAGREE, comparison.verdict());
        assertTrue(
                open(comparison).get(0).startsWith("LOCK_STEP DISAGREE"),
                open(comparison).get(0));
    }
}
