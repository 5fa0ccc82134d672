package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Clipping and weight decay")
class UpdatesTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final Experiment NETWORK =
            Experiment.of(2, 6, 4, 1).with(Penalty.l2(0.5)).iterations(100);

    /** Limits that cut some of the gradient, most of it, and about where the norms come to rest. */
    static Stream<Arguments> networks() {
        return ExperimentKeys.all().stream()
                .filter(key -> key.key().equals("optimizer.kind"))
                .flatMap(key -> key.words().stream())
                .flatMap(optimizer -> Stream.of("value", "norm-per-layer")
                        .flatMap(clip -> Stream.of(false, true)
                                .flatMap(after -> Stream.of(0.003, 0.03).map(limit -> {
                                    Map<String, Object> changes = new LinkedHashMap<>();
                                    changes.put("optimizer.kind", optimizer);
                                    changes.put("optimizer.learning_rate", 0.05);
                                    changes.put("clip.kind", clip);
                                    changes.put("clip.limit", limit);
                                    changes.put("clip.after_penalty", after);
                                    changes.put("weight_decay", after ? 0.2 : 0.0);
                                    return Arguments.of(changes);
                                }))));
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

    @ParameterizedTest
    @MethodSource("networks")
    void should_agree_in_both_networks(Map<String, Object> changes) throws InterruptedException {
        Experiment experiment = ExperimentTree.with(NETWORK, changes);
        assertEquals(List.of(), open(compare(TwinFactories.standard(TwinFactories.Loss.LOGIT), experiment)));
    }

    static Stream<Arguments> tight() {
        return networks().filter(arguments -> ((Map<?, ?>) arguments.get()[0]).containsValue(0.003));
    }

    @ParameterizedTest
    @MethodSource("tight")
    void should_not_cry_wolf_far_away(Map<String, Object> changes) throws InterruptedException {
        Map<String, Object> far = new LinkedHashMap<>(changes);
        far.put("optimizer.learning_rate", 5.0);
        Experiment experiment = ExperimentTree.with(NETWORK.iterations(40), far);
        assertEquals(
                List.of(),
                open(compare(TwinFactories.standard(TwinFactories.Loss.LOGIT), experiment)).stream()
                        .filter(rung -> rung.contains(" DISAGREE "))
                        .toList());
    }

    private static String first(Experiment experiment, UnaryOperator<Experiment> mistake) throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories planted = new TwinFactories(
                (right, training) -> new ScratchTwin(mistake.apply(right), training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        return open(compare(planted, experiment)).stream()
                .map(rung -> rung.replaceAll("(\\w+ \\w+) .*", "$1"))
                .findFirst()
                .orElse("none");
    }

    @Test
    void should_catch_what_is_clipped_otherwise() throws InterruptedException {
        Experiment value = NETWORK.with(new Clipping.Value(0.01, false));
        assertEquals("none", first(value, right -> right));
        assertEquals("UPDATE DISAGREE", first(value, right -> right.with(new Clipping.None())));
        assertEquals("UPDATE DISAGREE", first(value, right -> right.with(new Clipping.Value(0.01, true))));
        assertEquals("UPDATE DISAGREE", first(value, right -> right.with(new Clipping.Value(0.01 + 1e-13, false))));
        Experiment norm = NETWORK.with(new Clipping.NormPerLayer(0.01, false));
        assertEquals("UPDATE DISAGREE", first(norm, right -> right.with(new Clipping.Norm(0.01, false))));
        assertEquals(
                "UPDATE DISAGREE", first(norm, right -> right.with(new Clipping.NormPerLayer(0.01 + 1e-13, false))));
    }

    @Test
    void should_catch_decay_that_is_a_penalty_or_another_one() throws InterruptedException {
        Experiment adamw = NETWORK.with(Penalty.NONE)
                .with(new Optimizer.Adamw(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION))
                .weightDecay(0.1);
        assertEquals("none", first(adamw, right -> right));
        assertEquals("UPDATE DISAGREE", first(adamw, right -> right.weightDecay(0)));
        assertEquals("UPDATE DISAGREE", first(adamw, right -> right.weightDecay(0.1 + 1e-9)));
        assertEquals(
                "COST DISAGREE",
                first(
                        adamw,
                        right -> right.weightDecay(0)
                                .with(new Penalty(
                                        0, 0, 0.1, 0, false, adamw.penalty().over()))));
    }

    @Test
    void should_refuse_for_dl4j_what_it_does_not_have() {
        assertEquals(
                "clip.kind is norm, and DL4J has no limit for the norm of a gradient over all layers; allowed where"
                        + " DL4J trains: none, value, norm-per-layer",
                assertThrows(
                                SettingException.class,
                                () -> Dl4jTwin.withLogitLoss(NETWORK.with(new Clipping.Norm(1, false)), DATA.train()))
                        .getMessage());
    }

    /** Between the hand-written network and its sums in another order, for which there is no DL4J. */
    @Test
    void should_bound_a_norm_over_all_layers() throws InterruptedException {
        TwinFactories alone = new TwinFactories(
                ScratchTwin.factory(),
                ScratchTwin.factory(),
                ScratchTwin.factory(),
                (experiment, training) -> List.of());
        for (double limit : new double[] {0.003, 0.03, 0.3}) {
            ScenarioComparison comparison = compare(alone, NETWORK.with(new Clipping.Norm(limit, limit < 0.1)));
            assertTrue(
                    open(comparison).stream().noneMatch(rung -> rung.contains(" DISAGREE ")),
                    open(comparison)::toString);
        }
    }
}
