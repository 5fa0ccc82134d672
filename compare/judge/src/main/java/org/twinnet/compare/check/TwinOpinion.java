package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.twinnet.compare.agreement.DifferenceStatistics;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Precision;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * What the hand-written network and DL4J compute from the parameters and masks of a trace, held against the formulas
 * that judge it: a judge that errs would be seen here.
 */
final class TwinOpinion {

    private final Trace trace;
    private final List<QuantityComparison> quantities = new ArrayList<>();

    private TwinOpinion(Trace trace) {
        this.trace = trace;
    }

    /** Name of the witness that hardly rounds. */
    private static final String WITNESS = "decimal arithmetic";

    /**
     * Of a larger network it is asked only where a twin differs, because it takes a microsecond and more for each
     * product.
     */
    private static final long MOST_PRODUCTS = 300_000;

    /**
     * What was said.
     *
     * @param rung each twin's numbers, and the witness's, against the formulas of the judge
     * @param formulasHold whether the witness sides with the formulas; true if it was not asked
     */
    record Opinion(CheckRung rung, boolean formulasHold) {}

    /**
     * Asks at every iteration whose parameters and masks are known, at most the first, the second and the last of them.
     */
    static Opinion ask(Trace trace) {
        TwinOpinion opinion = new TwinOpinion(trace);
        List<Integer> asked = new ArrayList<>();
        TraceExperiment.of(trace).ifPresent(experiment -> {
            List<Integer> known = trace.iterations().stream()
                    .filter(i -> experiment.parameters(i).isPresent()
                            && experiment.masks(i).isPresent())
                    .toList();
            for (int k = 0; k < known.size(); k++) {
                if (k < 2 || k == known.size() - 1) {
                    opinion.ask(experiment, known.get(k));
                    asked.add(known.get(k));
                }
            }
        });
        return new Opinion(
                new CheckRung(
                        CheckRungs.TWINS,
                        opinion.quantities,
                        "the same error analysis, from the parameters through the whole step",
                        opinion.note(asked)),
                opinion.disagreeing(WITNESS) == 0);
    }

    private String note(List<Integer> asked) {
        if (asked.isEmpty()) {
            return "no iteration has all parameters and masks, or the network has more than one output";
        }
        List<String> parts = new ArrayList<>(List.of("asked at iterations " + asked));
        if (!trace.hyperParameters().isUniform()) {
            parts.add("dl4j is not asked, because it has one keep probability for all layers");
        }
        for (String name : List.of("scratch", "dl4j", WITNESS)) {
            if (disagreeing(name) > 0) {
                parts.add(name + " differs from the formulas");
            }
        }
        if (disagreeing("scratch") + disagreeing("dl4j") > 0 && disagreeing(WITNESS) == 0) {
            parts.add(WITNESS + " sides with the formulas");
        }
        return String.join("; ", parts);
    }

    private long disagreeing(String by) {
        return quantities.stream()
                .filter(quantity -> quantity.quantity().endsWith(" by " + by))
                .filter(quantity -> quantity.status() == Status.DISAGREE)
                .count();
    }

    private void ask(TraceExperiment experiment, int iteration) {
        double[] theta = experiment.parameters(iteration).orElseThrow();
        DropoutMasks masks = experiment.masks(iteration).orElseThrow();
        Replay replay = new Replay(onlyParameters(iteration), Recipe.RIGHT);
        List<Twin> twins = new ArrayList<>(List.of(experiment.scratch(masks)));
        experiment.dl4j(masks).ifPresent(twins::add);
        for (Twin made : twins) {
            try (Twin twin = made) {
                twin.setParameters(theta);
                compare(twin, replay, iteration);
            }
        }
        if ((long) theta.length * trace.exampleCount() <= MOST_PRODUCTS
                || disagreeing("scratch") + disagreeing("dl4j") > 0) {
            gradient(experiment.decimal(masks).gradient(theta), replay, iteration, " by " + WITNESS);
        }
    }

    /** The trace without its results, at double precision. */
    private Trace onlyParameters(int iteration) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>();
        trace.tensors().forEach((name, tensor) -> {
            boolean parameter = name.quantity() == Quantity.W || name.quantity() == Quantity.b;
            if (name.quantity() == Quantity.D || (parameter && name.iteration() == iteration)) {
                given.put(name, tensor);
            }
        });
        return new Trace(
                trace.hyperParameters(),
                trace.X(),
                trace.Y(),
                trace.layerSizes(),
                given,
                List.of(),
                Precision.FLOAT64,
                false);
    }

    private void compare(Twin twin, Replay replay, int iteration) {
        Twin.Snapshot snapshot = twin.snapshot();
        String by = " by " + twin.name();
        for (Tensor tensor : snapshot.preActivations()) {
            compare(tensor.values(), new TensorName(Quantity.Z, tensor.layer(), iteration), replay, by);
        }
        for (Tensor tensor : snapshot.activations()) {
            compare(tensor.values(), new TensorName(Quantity.A, tensor.layer(), iteration), replay, by);
        }
        replay.cost(iteration).filter(cost -> Double.isFinite(cost.error())).ifPresent(cost -> {
            DifferenceStatistics statistics = new DifferenceStatistics("cost@" + iteration + by);
            statistics.add(snapshot.crossEntropy() + snapshot.penalty(), cost.value(), cost.floor(), iteration, "cost");
            quantities.add(statistics.result());
        });
        double[] gradient = snapshot.dataGradient().clone();
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += snapshot.penaltyGradient()[k];
        }
        gradient(gradient, replay, iteration, by);
    }

    private void gradient(double[] gradient, Replay replay, int iteration, String by) {
        int at = 0;
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity quantity : List.of(Quantity.dW, Quantity.db)) {
                TensorName name = new TensorName(quantity, l, iteration);
                Bounded expected = replay.expected(name).orElseThrow();
                int length = expected.rows() * expected.columns();
                compare(Arrays.copyOfRange(gradient, at, at + length), name, replay, by);
                at += length;
            }
        }
    }

    private void compare(double[] actual, TensorName name, Replay replay, String by) {
        Optional<Bounded> expected = replay.expected(name);
        DifferenceStatistics statistics = new DifferenceStatistics(name + by);
        if (expected.isPresent()) {
            double[] values = expected.get().flat();
            double[] floors = expected.get().floors();
            statistics.add(actual, values, floors, 0, actual.length, name.iteration(), index -> name + by);
        }
        quantities.add(statistics.result());
    }
}
