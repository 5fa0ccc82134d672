package org.twinnet.compare.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.move.model.ModelZip;
import org.twinnet.compare.move.port.PortFinding;
import org.twinnet.compare.move.port.PortMistake;
import org.twinnet.compare.move.trace.HeldPredictions;
import org.twinnet.compare.trace.file.TraceReader;

@DisplayName("The predictions of a trace beside a port")
class PortedPredictionsTest {

    @TempDir
    private Path folder;

    static LongStream networks() {
        return LongStream.range(0, 12);
    }

    private PortVerdict judged(byte[] model, WrittenTrace trace) throws IOException {
        return Porting.judge(
                ModelZip.read(Files.write(folder.resolve("m.zip"), model)),
                TraceReader.read(trace.write(folder.resolve("t.npz")), Optional.empty()));
    }

    private static byte[] model(RandomSource source, double[] parameters, double[] statistics) {
        return new MovedNetwork(
                        source.experiment,
                        source.data,
                        true,
                        WeightsAs.UNITS_BY_INPUTS,
                        parameters,
                        statistics,
                        OptionalDouble.empty())
                .model();
    }

    private static double[] outputs(RandomSource source, double[] parameters, double[] statistics) {
        return Outputs.of(parameters, statistics, source.experiment, source.data);
    }

    private static double[] each(double[] numbers, DoubleUnaryOperator change) {
        return Arrays.stream(numbers).map(change).toArray();
    }

    private static HeldPredictions.State state(PortVerdict verdict) {
        return verdict.predictions().orElseThrow().state();
    }

    private static List<PortMistake> mistakes(PortVerdict verdict) {
        return verdict.findings().stream().map(PortFinding::mistake).toList();
    }

    @ParameterizedTest(name = "network {0}")
    @MethodSource("networks")
    void should_be_what_dl4j_answers_where_it_is_right(long seed) throws IOException {
        RandomSource source = new RandomSource(seed, false);
        WrittenTrace trace = new WrittenTrace(source, 1);
        double[] outputs = outputs(source, trace.last, trace.statistics);
        byte[] model = model(source, trace.last, trace.statistics);

        PortVerdict verdict = judged(model, trace.predicting(outputs));

        assertTrue(verdict.agrees(), verdict::toString);
        assertEquals(HeldPredictions.State.ALIKE, state(verdict));
        PortVerdict saved = judged(model, new WrittenTrace(source, 1).predicting(each(outputs, it -> (float) it)));
        assertTrue(saved.agrees(), saved::toString);
    }

    @ParameterizedTest(name = "network {0}")
    @MethodSource("networks")
    void should_be_named_where_dl4j_answers_otherwise(long seed) throws IOException {
        RandomSource source = new RandomSource(seed, false);
        WrittenTrace trace = new WrittenTrace(source, 1);
        double[] outputs = outputs(source, trace.last, trace.statistics);
        double slip = source.experiment.precision() == Precision.FLOAT32 ? 0.01 : 1e-6;
        outputs[3] += slip;

        PortVerdict verdict = judged(model(source, trace.last, trace.statistics), trace.predicting(outputs));

        assertEquals(List.of(PortMistake.PREDICTIONS_OTHER), mistakes(verdict));
        assertEquals(3, verdict.predictions().orElseThrow().example());
        assertEquals(slip, verdict.predictions().orElseThrow().difference(), slip / 1000);
        PortVerdict open = judged(
                model(source, trace.last, trace.statistics),
                new WrittenTrace(source, 1).predicting(outputs).goingOn());
        assertTrue(open.agrees(), "they may be those of later parameters");
        assertEquals(HeldPredictions.State.TRAINING_GOES_ON, state(open));
    }

    @Test
    void should_be_labels_where_the_original_says_no_more() throws IOException {
        RandomSource source = LongStream.range(0, 50)
                .mapToObj(seed -> new RandomSource(seed, false))
                .filter(it -> it.experiment.loss() instanceof Loss.BinaryCrossEntropy)
                .findFirst()
                .orElseThrow();
        WrittenTrace trace = new WrittenTrace(source, 1);
        double[] labels = each(outputs(source, trace.last, trace.statistics), it -> it > 0.5 ? 1 : 0);
        byte[] model = model(source, trace.last, trace.statistics);

        assertEquals(HeldPredictions.State.LABELS_ALIKE, state(judged(model, trace.predicting(labels))));
        labels[2] = 1 - labels[2];
        PortVerdict wrong = judged(model, new WrittenTrace(source, 1).predicting(labels));
        assertEquals(HeldPredictions.State.LABEL_OTHERWISE, state(wrong));
        assertEquals(List.of(PortMistake.PREDICTIONS_OTHER), mistakes(wrong));
    }

    @Test
    void should_be_open_where_the_model_has_other_parameters() throws IOException {
        RandomSource source = new RandomSource(3, false);
        WrittenTrace trace = new WrittenTrace(source, 1);

        PortVerdict verdict = judged(
                model(source, source.parameters, source.statistics),
                trace.predicting(outputs(source, trace.last, trace.statistics)));

        assertTrue(verdict.agrees(), verdict::toString);
        assertEquals(HeldPredictions.State.OTHER_PARAMETERS, state(verdict));
    }

    @Test
    void should_say_that_a_square_matrix_lies_the_other_way_round_where_its_numbers_are_not_known() throws IOException {
        RandomSource source = LongStream.range(0, 200)
                .mapToObj(seed -> new RandomSource(seed, true))
                .filter(it -> it.experiment.precision() == Precision.FLOAT64 && it.statistics.length == 0)
                .filter(it -> it.experiment.layers().size() > 1)
                .findFirst()
                .orElseThrow();
        int n = source.experiment.inputs();
        SplittableRandom random = new SplittableRandom(1);
        double[] others = each(source.parameters, it -> 2 * random.nextDouble() - 1);
        double[] turned = others.clone();
        for (int k = 0; k < n * n; k++) {
            turned[k] = others[k % n * n + k / n];
        }
        double[] outputs = outputs(source, others, source.statistics);

        PortVerdict wrong =
                judged(model(source, turned, source.statistics), new WrittenTrace(source, 1).predicting(outputs));
        PortVerdict right =
                judged(model(source, others, source.statistics), new WrittenTrace(source, 1).predicting(outputs));

        assertEquals(List.of(PortMistake.WEIGHTS_TRANSPOSED), mistakes(wrong));
        assertEquals(List.of(0), wrong.findings().get(0).layers());
        assertEquals(HeldPredictions.State.OTHERWISE, state(wrong));
        assertTrue(right.agrees() && right.known().isEmpty(), right::toString);
        assertEquals(HeldPredictions.State.ALIKE, state(right));
    }
}
