package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.diagnosis.SchoolbookNetwork.Task;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.trace.Trace;

/**
 * Seeded: five architectures, three kinds of data of 40 to 120 examples, several λ and keep probabilities. The measured
 * counts stand beside the limits.
 */
@DisplayName("The diagnosis, on generated traces")
class GeneratedSuiteTest {

    static final List<String> IDS = List.of(
            "l2-cost-missing",
            "l2-cost-not-halved",
            "l2-cost-not-averaged",
            "l2-cost-norm-not-squared",
            "l2-cost-layer-skipped",
            "l2-gradient-missing",
            "l2-gradient-not-averaged",
            "l2-gradient-halved",
            "l2-gradient-doubled",
            "l2-gradient-sign",
            "l2-gradient-layer-skipped",
            "l2-bias-regularized",
            "dropout-not-scaled-forward",
            "dropout-not-scaled-backward",
            "dropout-mask-missing-backward",
            "dropout-mask-redrawn-backward",
            "dropout-probability-inverted",
            "dropout-mask-per-unit",
            "dropout-layer-skipped",
            "dropout-scaled-twice",
            "dropout-on-input",
            "gradient-not-averaged",
            "relu-gradient-missing",
            "relu-gradient-inverted",
            "output-gradient-extra-sigmoid-derivative",
            "backprop-uses-updated-weights",
            "bias-gradient-not-averaged",
            "bias-gradient-mean-not-sum",
            "bias-not-updated",
            "update-sign",
            "learning-rate-differs",
            "cost-clipped",
            "cost-not-averaged",
            "cost-log-base-2",
            "float32",
            "weights-transposed",
            "mask-transposed",
            "sigmoid-on-hidden",
            "labels-flipped",
            "activation-missing",
            "output-clipped",
            "gradient-averaged-twice",
            "l2-cost-over-features",
            "cost-term-sign",
            "cost-term-not-averaged",
            "weight-decay-decoupled",
            "optimizer-momentum",
            "optimizer-adam",
            "learning-rate-decay");

    /** Two mistakes each, at different places of the computation or in the same numbers. */
    private static final List<String> PAIRS = List.of(
            "l2-cost-missing+l2-gradient-not-averaged",
            "l2-cost-not-halved+relu-gradient-missing",
            "l2-cost-over-features+gradient-not-averaged",
            "l2-gradient-missing+gradient-not-averaged",
            "l2-gradient-halved+cost-term-not-averaged",
            "l2-cost-layer-skipped+dropout-mask-missing-backward",
            "dropout-not-scaled-forward+l2-gradient-sign",
            "sigmoid-on-hidden+l2-gradient-doubled",
            "output-gradient-extra-sigmoid-derivative+bias-gradient-not-averaged",
            "cost-log-base-2+update-sign",
            "cost-log-base-2+learning-rate-decay",
            "l2-cost-missing+optimizer-momentum",
            "l2-gradient-missing+optimizer-momentum",
            "cost-term-sign+optimizer-adam",
            "relu-gradient-inverted+bias-not-updated");

    /** Mistakes that the catalogue does not hold. */
    private static final List<String> OUTSIDE = List.of(
            "elu-on-hidden",
            "softplus-on-hidden",
            "relu6-on-hidden",
            "relu-squared",
            "relu-shifted",
            "abs-on-hidden",
            "output-temperature",
            "hard-sigmoid-output",
            "bias-added-twice",
            "one-unit-wrong",
            "weights-rounded",
            "label-smoothing-cost",
            "squared-error-cost",
            "focal-cost",
            "class-weighted-cost",
            "output-gradient-clipped",
            "one-example-lost",
            "last-example-lost-in-dW",
            "gradient-noise",
            "gradient-normalized",
            "update-with-sign",
            "weights-clipped");

    private static final List<List<Integer>> ARCHITECTURES = List.of(
            List.of(2, 6, 4, 1), List.of(2, 8, 8, 1), List.of(3, 5, 5, 3, 1), List.of(2, 20, 3, 1), List.of(4, 4, 1));

    private static Task task(String id, int variant) {
        List<Integer> sizes = ARCHITECTURES.get(variant % ARCHITECTURES.size());
        if (id.equals("weights-transposed")) {
            sizes = List.of(
                            List.of(4, 4, 1),
                            List.of(2, 5, 5, 1),
                            List.of(3, 3, 1),
                            List.of(2, 4, 4, 4, 1),
                            List.of(6, 6, 2, 1))
                    .get(variant % 5);
        }
        boolean l2 = id.contains("l2-") || id.contains("weight-decay") || variant % 2 == 0;
        boolean dropout = id.contains("dropout") || id.startsWith("mask") || variant % 3 == 1;
        double lambda = l2 ? new double[] {0.7, 0.1, 3, 0.01, 1}[variant % 5] : 0;
        double keep = dropout ? new double[] {0.86, 0.8, 0.6, 0.9, 0.75}[variant % 5] : 1;
        double rate = new double[] {0.3, 0.1, 0.05, 0.2, 0.01}[variant % 5];
        int m = new int[] {80, 120, 60, 100, 40}[variant % 5];
        return new Task(sizes, m, lambda, keep, rate, 60, 1000L * variant + Math.floorMod(id.hashCode(), 997));
    }

    private static int site(Task task, int variant) {
        int hidden = task.sizes().size() - 2;
        return 1 + variant % hidden;
    }

    /** Measured: 236 traces with a mark, 0 missed, 0 misnamed; 9 without a mark. */
    @Test
    void should_name_nearly_every_known_mistake_in_every_setting() {
        Count count = new Count();
        IDS.forEach(id -> count.add(id, SchoolbookNetwork::trace));
        count.hold(0.02, 0.05);
    }

    /**
     * Parameters, masks, gradients and costs alone: what was drawn a second time, or on the input, is not in such a
     * trace and cannot be told. Measured: 221 traces with a mark, 0 missed, 0 misnamed; 14 without a mark.
     */
    @Test
    void should_name_known_mistakes_from_parameters_gradients_and_costs_alone() {
        Count count = new Count();
        IDS.stream()
                .filter(id -> !id.equals("dropout-mask-redrawn-backward") && !id.equals("dropout-on-input"))
                .forEach(id -> count.add(id, SchoolbookNetwork::sparseTrace));
        count.hold(0.02, 0.05);
    }

    /**
     * Both ids and nothing else, in any order. Measured: 54 of 60 and more, no wrong name; the others name one of both.
     */
    @Test
    void should_name_both_of_two_mistakes() {
        int both = 0;
        List<String> unknown = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String pair : PAIRS) {
            for (int variant = 0; variant < 4; variant++) {
                Task task = task(pair, variant);
                Trace trace = new SchoolbookNetwork(pair, task, site(task, variant)).trace();
                List<String> named = Diagnostician.diagnose(TraceJudge.judge(trace)).stream()
                        .map(Diagnosis::id)
                        .limit(2)
                        .toList();
                List<String> ids = List.of(pair.split("\\+"));
                if (Set.copyOf(named).equals(Set.copyOf(ids))) {
                    both++;
                } else if (named.stream().allMatch(id -> id.equals(Diagnosis.UNKNOWN) || ids.contains(id))) {
                    unknown.add(pair + " " + variant + " -> " + named);
                } else {
                    wrong.add(pair + " " + variant + " -> " + named + " " + task);
                }
            }
        }
        String report = String.format(
                Locale.ROOT,
                "%d of %d named both%nin part or unknown: %s%nwrong: %s",
                both,
                4 * PAIRS.size(),
                unknown,
                wrong);
        assertTrue(wrong.isEmpty(), report);
        assertTrue(both >= 54, report);
    }

    private static final class Count {
        private final List<String> missed = new ArrayList<>();
        private final List<String> misnamed = new ArrayList<>();
        private final List<String> offFactors = new ArrayList<>();
        private int traces;
        private int unmarked;

        void add(String id, Function<SchoolbookNetwork, Trace> writer) {
            for (int variant = 0; variant < 5; variant++) {
                Task task = task(id, variant);
                int site = site(task, variant);
                SchoolbookNetwork network = new SchoolbookNetwork(id, task, site);
                Trace trace = writer.apply(network);
                CheckResult result = TraceJudge.judge(trace);
                if (!leavesAMark(id, trace, writer.apply(new SchoolbookNetwork("clean", task, site)))) {
                    unmarked++;
                    assertEquals(Status.AGREE, result.verdict(), id + " leaves no mark in " + task);
                    continue;
                }
                traces++;
                List<Diagnosis> diagnoses = Diagnostician.diagnose(result);
                if (result.verdict() != Status.DISAGREE) {
                    missed.add(id + " " + task);
                } else if (!diagnoses.get(0).id().equals(id)) {
                    misnamed.add(id + " -> "
                            + diagnoses.stream().map(Diagnosis::id).toList() + " "
                            + diagnoses.get(0).sentence().english() + " " + task);
                } else {
                    factor(id, task, network).ifPresent(factor -> {
                        double found = diagnoses.get(0).factor().orElse(Double.NaN);
                        if (!(Math.abs(found / factor - 1) <= 1e-3)) {
                            offFactors.add(id + " " + found + " in place of " + factor);
                        }
                    });
                }
            }
        }

        private static OptionalDouble factor(String id, Task task, SchoolbookNetwork network) {
            return switch (id) {
                case "learning-rate-differs" -> OptionalDouble.of(network.learningRateFactor());
                case "cost-clipped" -> OptionalDouble.of(network.clip());
                case "output-clipped" -> OptionalDouble.of(network.outputClip());
                case "optimizer-momentum" -> OptionalDouble.of(SchoolbookUpdate.MOMENTUM);
                case "learning-rate-decay" -> OptionalDouble.of(SchoolbookUpdate.decay(task));
                case "l2-cost-over-features" ->
                    OptionalDouble.of((double) task.m() / task.sizes().get(0));
                case "cost-log-base-2" -> OptionalDouble.of(1 / Math.log(2));
                case "l2-gradient-halved" -> OptionalDouble.of(0.5);
                case "l2-gradient-doubled", "l2-cost-not-halved" -> OptionalDouble.of(2);
                case "l2-gradient-sign", "update-sign" -> OptionalDouble.of(-1);
                case "l2-gradient-not-averaged",
                        "l2-cost-not-averaged",
                        "gradient-not-averaged",
                        "bias-gradient-not-averaged",
                        "cost-not-averaged" -> OptionalDouble.of(task.m());
                case "dropout-not-scaled-forward", "dropout-not-scaled-backward" -> OptionalDouble.of(task.keep());
                case "dropout-scaled-twice" -> OptionalDouble.of(1 / task.keep());
                default -> OptionalDouble.empty();
            };
        }

        void hold(double mostMissed, double mostMisnamed) {
            String report = String.format(
                    Locale.ROOT,
                    "%d traces with a mark, %d without; %d missed, %d misnamed%n%s%n%s",
                    traces,
                    unmarked,
                    missed.size(),
                    misnamed.size(),
                    String.join("\n", missed),
                    String.join("\n", misnamed));
            assertTrue(missed.size() <= mostMissed * traces, report);
            assertTrue(missed.size() + misnamed.size() <= mostMisnamed * traces, report);
            assertEquals(List.of(), offFactors);
        }
    }

    /** A mistake without a mark writes the same trace as none. */
    private static boolean leavesAMark(String id, Trace trace, Trace clean) {
        return id.equals("float32")
                || !clean.costs().equals(trace.costs())
                || !clean.tensors().keySet().stream()
                        .allMatch(name -> Arrays.deepEquals(
                                clean.tensors().get(name).values().toArray(),
                                trace.tensors().get(name).values().toArray()));
    }

    /**
     * Measured: 1 of 22 gets a name: |z| is told as a leaky ReLU of slope −1 with the derivative of ReLU left out,
     * which it is.
     */
    @Test
    void should_give_no_wrong_name_to_mistakes_outside_the_catalogue() {
        Set<String> known = Set.copyOf(Catalogue.all().stream().map(Mistake::id).toList());
        List<String> wronglyNamed = new ArrayList<>();
        for (int k = 0; k < OUTSIDE.size(); k++) {
            Task task = task(OUTSIDE.get(k), k);
            CheckResult result = TraceJudge.judge(new SchoolbookNetwork(OUTSIDE.get(k), task, 1).trace());
            List<Diagnosis> diagnoses = Diagnostician.diagnose(result);
            boolean caught = result.verdict() == Status.DISAGREE;
            boolean named = diagnoses.stream().anyMatch(diagnosis -> known.contains(diagnosis.id()));
            if (!caught || named) {
                wronglyNamed.add(OUTSIDE.get(k) + " " + result.verdict() + " "
                        + diagnoses.stream()
                                .map(d -> d.id() + d.factor() + d.explains())
                                .toList());
            }
        }
        assertTrue(wronglyNamed.size() <= 2, wronglyNamed::toString);
    }

    /** Measured: 0 of 50. */
    @Test
    void should_raise_no_false_alarm_where_numbers_are_saved_as_float32() {
        List<String> alarms = new ArrayList<>();
        for (int variant = 0; variant < 50; variant++) {
            CheckResult result =
                    TraceJudge.judge(new SchoolbookNetwork("", task("clean", variant), 1).savedAsFloat32());
            if (result.verdict() != Status.AGREE) {
                alarms.add(task("clean", variant) + " " + result.verdict() + " " + result.divergences());
            }
        }
        assertEquals(List.of(), alarms);
    }

    /**
     * Sums in either order, the logarithm of the probability or log1p of the logit, the sigmoid by exp or by tanh.
     * Measured: 0 of 300.
     */
    @Test
    void should_raise_no_false_alarm() {
        List<String> alarms = new ArrayList<>();
        for (int variant = 0; variant < 300; variant++) {
            Task task = task("clean", variant);
            Task own = new Task(
                    task.sizes(), task.m() + variant % 7, task.lambda(), task.keep(), task.learningRate(), 40, variant);
            CheckResult result = TraceJudge.judge(new SchoolbookNetwork("", own, 1).trace());
            if (result.verdict() != Status.AGREE) {
                alarms.add(own + " " + result.verdict() + " " + result.divergences() + English.of(result.notChecked()));
            }
        }
        assertEquals(List.of(), alarms);
    }
}
