package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Every penalty")
class PenaltiesTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final Experiment NETWORK = Experiment.of(2, 6, 4, 1).iterations(300);

    /** Every setting of the penalty, taken from the records: each strength alone, weak and strong, and all at once. */
    static Stream<Arguments> networks() {
        List<ExperimentKeys.Key> keys = ExperimentKeys.all().stream()
                .filter(key -> key.key().startsWith("penalty."))
                .toList();
        List<String> strengths = keys.stream()
                .filter(key -> key.type() == double.class)
                .map(ExperimentKeys.Key::key)
                .toList();
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String strength : strengths) {
            cases.add(Map.of(strength, 0.02));
            cases.add(Map.of(strength, 0.5, "penalty.biases", true));
        }
        Map<String, Object> all = new HashMap<>();
        strengths.forEach(strength -> all.put(strength, 0.01 * (1 + all.size())));
        keys.stream()
                .filter(key -> key.type() == String.class)
                .flatMap(key -> key.words().stream().map(word -> Map.entry(key.key(), word)))
                .forEach(word -> {
                    Map<String, Object> one = new HashMap<>(all);
                    one.put(word.getKey(), word.getValue());
                    one.put("layers[].keep_prob", 0.8);
                    cases.add(one);
                });
        return cases.stream().map(Arguments::of);
    }

    private static List<String> open(TwinFactories twins, Experiment experiment) throws InterruptedException {
        return new Comparer(twins, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), DATA, ProgressListener.NONE).get(0).ladder().rungs().stream()
                        .filter(rung -> rung.status() != Status.AGREE)
                        .map(rung -> rung.name().name() + " " + rung.status().name() + " " + rung.decisive())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_agree_in_both_networks_and_with_all_witnesses(Map<String, Object> changes) throws InterruptedException {
        TwinFactories twins = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        assertEquals(List.of(), open(twins, ExperimentTree.with(NETWORK, changes)));
    }

    /** ND4J's sign(0) and sign(−0) are 0, as they are by hand. */
    @Test
    void should_give_a_weight_of_0_no_slope_in_both_networks() {
        Experiment experiment = NETWORK.with(new Penalty(0, 3, 0, 0.5, true, PenaltyOver.TRAINING_SET));
        try (Twin scratch = new ScratchTwin(experiment, DATA.train());
                Twin dl4j = Dl4jTwin.withLogitLoss(experiment, DATA.train())) {
            double[] theta = new double[scratch.parameterCount()];
            theta[0] = -0.0;
            theta[1] = 1e-300;
            theta[2] = -1e-300;
            for (Twin twin : List.of(scratch, dl4j)) {
                twin.setParameters(theta);
                double[] slope = twin.snapshot().penaltyGradient();
                double c = 3.0 / DATA.train().size() + 0.5;
                assertEquals(0.0, Math.abs(slope[0]), twin.name().toString());
                assertEquals(c, slope[1], Math.ulp(c), twin.name().toString());
                assertEquals(-c, slope[2], Math.ulp(c), twin.name().toString());
                assertEquals(0, slope[3], twin.name().toString());
                assertEquals(0, slope[theta.length - 1], twin.name().toString());
            }
        }
    }

    private static TwinFactories planted(Penalty penalty) {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        return new TwinFactories(
                (experiment, training) -> new ScratchTwin(experiment.with(penalty), training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
    }

    static Stream<Arguments> mistakes() {
        Penalty l1 = Penalty.l1(0.3);
        Penalty both = new Penalty(0.3, 0.2, 0, 0, false, PenaltyOver.TRAINING_SET);
        int m = DATA.train().size();
        return Stream.of(
                Arguments.of(l1, Penalty.l1(0.3 * (1 + 1e-9)), "COST"),
                Arguments.of(l1, new Penalty(0, 0, 0, 0.3, false, PenaltyOver.TRAINING_SET), "COST"),
                // biases start at 0, where |b| has no slope
                Arguments.of(l1, new Penalty(0, 0.3, 0, 0, true, PenaltyOver.TRAINING_SET), "LOCK_STEP"),
                Arguments.of(both, new Penalty(0.2, 0.3, 0, 0, false, PenaltyOver.TRAINING_SET), "COST"),
                Arguments.of(both, new Penalty(0.3, 0.2, 0, 1e-9 / m, false, PenaltyOver.TRAINING_SET), "COST"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void should_catch_another_penalty_where_it_first_shows(Penalty right, Penalty wrong, String rung)
            throws InterruptedException {
        List<String> open = open(planted(wrong), NETWORK.with(right));
        assertTrue(!open.isEmpty() && open.get(0).startsWith(rung + " DISAGREE"), open.toString());
    }
}
