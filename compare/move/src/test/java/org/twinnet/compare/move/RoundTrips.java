package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Rung;

/** What was counted and measured of networks that went to DL4J and back. */
final class RoundTrips {

    private static final List<String> ALSO = List.of(
            "square alone",
            "batch norm",
            "dropout",
            "dropout of inputs",
            "L2",
            "L1",
            "penalty of biases",
            "penalty over batch",
            "weight decay",
            "float32");

    private final Map<String, Integer> kinds = new TreeMap<>();
    private int networks;
    private int whole;
    private long parameters;
    private long answers;
    private double worstAnswer;
    private long numbers;
    private long undetermined;
    private double worstStep;

    void drawn(RandomSource source) {
        networks++;
        count("depth " + source.experiment.layers().size());
        count("names " + source.names);
        count("as " + source.as);
        count("file " + source.kind());
        count("optimizer " + source.experiment.optimizer().kind());
        count("schedule " + source.experiment.schedule().kind());
        count("clip " + source.experiment.clip().kind());
        count("loss " + source.experiment.loss().kind());
        count("batches " + source.experiment.batches().kind());
        source.experiment.layers().stream()
                .map(Layer::activation)
                .map(it -> "activation " + it.kind())
                .distinct()
                .forEach(this::count);
        countIf("square alone", source.isSquare());
        countIf("batch norm", source.statistics.length > 0);
        countIf("dropout", source.experiment.hasDropout());
        Penalty penalty = source.experiment.penalty();
        countIf("L2", penalty.l2() + penalty.l2Coefficient() > 0);
        countIf("L1", penalty.l1() + penalty.l1Coefficient() > 0);
        countIf("penalty of biases", penalty.isOn() && penalty.biases());
        countIf("penalty over batch", penalty.isOn() && penalty.over() == PenaltyOver.BATCH);
        countIf("dropout of inputs", source.experiment.inputKeepProb() < 1);
        countIf("float32", source.experiment.precision() == Precision.FLOAT32);
        countIf("weight decay", source.experiment.weightDecay() > 0);
    }

    private void count(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    private void countIf(String kind, boolean is) {
        if (is) {
            count(kind);
        }
    }

    void answers(double difference, double floor) {
        answers++;
        worstAnswer = Math.max(worstAnswer, difference == 0 ? 0 : difference / floor);
    }

    void steps(Rung steps) {
        numbers += steps.compared();
        undetermined += steps.undetermined();
        worstStep = Math.max(worstStep, steps.decisive().multiple());
    }

    /** The parameters of a network that came back, each of them held to the bit. */
    void parameters(int count) {
        whole++;
        parameters += count;
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%d networks, %d there and back: %d parameters and statistics to the bit; %d answers, at most %.3g of"
                        + " the floor; %d numbers of training steps, %d of them not determined, at most %.3g of the"
                        + " floor%n%s",
                networks,
                whole,
                parameters,
                answers,
                worstAnswer,
                numbers,
                undetermined,
                worstStep,
                kinds);
    }

    /** A sample that lacks a kind would show nothing of it. */
    void requireVariety(int expected) {
        assertEquals(expected, networks);
        if (expected < 40) {
            return;
        }
        for (int depth = 1; depth <= 5; depth++) {
            assertTrue(kinds.containsKey("depth " + depth), kinds::toString);
        }
        Map.of("names ", 6, "as ", 2, "file ", 3, "optimizer ", 8, "schedule ", 4, "clip ", 3, "activation ", 11)
                .forEach((kind, count) -> assertEquals(
                        (long) count,
                        kinds.keySet().stream()
                                .filter(it -> it.startsWith(kind))
                                .count(),
                        kinds::toString));
        for (String kind : ALSO) {
            assertTrue(kinds.containsKey(kind), kinds::toString);
        }
    }
}
