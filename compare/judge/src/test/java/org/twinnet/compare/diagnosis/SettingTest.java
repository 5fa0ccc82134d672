package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The setting of a trace")
class SettingTest {

    /** Two layers and four examples, with one tensor. */
    private static Setting setting(double lambda, double keep, Quantity held) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        tensors.put(new TensorName(held, 1, 0), TraceTensor.of(Matrix.zeros(3, 4), Dtype.FLOAT64));
        return withoutExperiment(TraceSetting.of(new Trace(
                new HyperParameters(0.1, lambda, keep),
                Matrix.zeros(2, 4),
                Matrix.zeros(1, 4),
                List.of(2, 3, 1),
                tensors,
                List.of(),
                Precision.FLOAT64,
                false)));
    }

    /** A trace that states no experiment has one of layers of any size. */
    private static Setting withoutExperiment(Setting setting) {
        return new Setting(
                setting.sizes(),
                setting.m(),
                setting.keeps(),
                setting.lambda(),
                setting.rate(),
                setting.hasDropout(),
                setting.layer());
    }

    private static Setting expected(double lambda, double keep, boolean dropout) {
        return new Setting(List.of(2, 3, 1), 4, List.of(keep), lambda, 0.1, dropout, 0);
    }

    @Test
    void should_count_layers_and_examples() {
        assertEquals(2, expected(0, 1, false).depth());
        assertEquals(2, expected(0, 1, false).features());
        assertEquals(expected(0, 1, false), setting(0, 1, Quantity.Z));
    }

    @Test
    void should_have_a_penalty_where_lambda_is_positive() {
        assertEquals(expected(1e-9, 1, false), setting(1e-9, 1, Quantity.Z));
    }

    @Test
    void should_have_dropout_where_units_are_dropped_or_masks_are_there() {
        assertEquals(expected(0, 0.9, true), setting(0, 0.9, Quantity.Z));
        assertEquals(expected(0, 1, true), setting(0, 1, Quantity.D));
    }

    private static List<String> ids(boolean penalty, boolean dropout) {
        return Catalogue.of(expected(penalty ? 0.7 : 0, 0.9, dropout)).stream()
                .map(Mistake::id)
                .toList();
    }

    @Test
    void should_leave_out_the_mistakes_that_cannot_be_made() {
        assertTrue(ids(false, false).stream()
                .noneMatch(id -> id.matches("l[12]-.*|.*(dropout|dropped|mask).*")
                        && !id.matches(".*-gradient-of-(un)?dropped-activation")));
        assertTrue(ids(true, false).contains("l2-gradient-halved"));
        assertTrue(!ids(true, false).contains("dropout-scaled-twice"));
        assertTrue(ids(false, true).containsAll(List.of("dropout-scaled-twice", "dropout-keep-probability-differs")));
        assertTrue(!ids(false, true).contains("l2-gradient-halved"));
    }

    @Test
    void should_ask_the_chapters_of_the_network_and_no_others() {
        Setting plain = expected(0.7, 0.9, true);
        Setting other = new Setting(
                plain.sizes(),
                plain.m(),
                plain.keeps(),
                plain.lambda(),
                plain.rate(),
                true,
                0,
                List.of(new Activation.Tanh(), new Activation.Sigmoid()),
                plain.experiment().with(new Optimizer.Momentum(0.1, 0.9, false)));
        Set<String> ofPlain = ids(plain);
        Set<String> ofOther = ids(other);
        assertTrue(ofPlain.containsAll(List.of("relu-gradient-missing", "optimizer-momentum", "update-sign")));
        assertTrue(
                ofOther.containsAll(List.of("tanh-gradient-missing", "momentum-velocity-not-carried", "update-sign")));
        assertTrue(ofPlain.stream().noneMatch(id -> id.matches("tanh-gradient.*|momentum-.*")));
        assertTrue(ofOther.stream().noneMatch(id -> id.matches("relu-gradient.*|optimizer-momentum")));
        Set<String> either = new TreeSet<>(ofPlain);
        either.addAll(ofOther);
        assertTrue(Catalogue.all().stream().map(Mistake::id).toList().containsAll(either));
    }

    private static Set<String> ids(Setting setting) {
        return new TreeSet<>(Catalogue.of(setting).stream().map(Mistake::id).toList());
    }
}
