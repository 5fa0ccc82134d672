package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinName;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * What the hand-written network and DL4J compute from the parameters and masks of a trace, held against the formulas
 * that judge it: a judge that errs would be seen here.
 */
final class TwinOpinion {

    private final Trace trace;
    private final List<QuantityComparison> quantities = new ArrayList<>();
    private boolean withoutDl4j;

    private TwinOpinion(Trace trace) {
        this.trace = trace;
    }

    private static final Phrase SCRATCH = TwinName.SCRATCH.phrase();
    private static final Phrase DL4J = TwinName.DL4J.phrase();

    /** Name of the witness that hardly rounds. */
    private static final Phrase WITNESS = Said.DECIMAL_ARITHMETIC.of();

    /**
     * It is asked once, and where a twin differs; of a larger network only there, because it takes a microsecond and
     * more for each product.
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
        TraceExperiment.of(trace).filter(made -> trace.batches().areFull()).ifPresent(experiment -> {
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
                new CheckRung(CheckRungName.TWINS, opinion.quantities, Said.CHECK_TWINS.of(), opinion.note(asked)),
                opinion.disagreeing(WITNESS) == 0);
    }

    private Phrase note(List<Integer> asked) {
        if (asked.isEmpty()) {
            return Said.NOT_ASKED.of();
        }
        List<Phrase> parts = new ArrayList<>(List.of(Said.ASKED.of(asked.toString())));
        if (withoutDl4j) {
            parts.add(Said.DL4J_NOT_ASKED.of());
        }
        for (Phrase who : List.of(SCRATCH, DL4J, WITNESS)) {
            if (disagreeing(who) > 0) {
                parts.add(Said.DIFFERS.of(who));
            }
        }
        if (disagreeing(SCRATCH) + disagreeing(DL4J) > 0 && disagreeing(WITNESS) == 0) {
            parts.add(Said.SIDES.of(WITNESS));
        }
        return Said.all(parts);
    }

    private long disagreeing(Phrase by) {
        return quantities.stream()
                .filter(quantity -> quantity.quantity().arguments().get(1).equals(by))
                .filter(quantity -> quantity.status() == Status.DISAGREE)
                .count();
    }

    private void ask(TraceExperiment experiment, int iteration) {
        double[] theta = experiment.parameters(iteration).orElseThrow();
        DropoutMasks masks = experiment.masks(iteration).orElseThrow();
        Replay replay = new Replay(onlyParameters(iteration), Recipe.RIGHT);
        List<Twin> twins = new ArrayList<>(List.of(experiment.scratch(masks)));
        experiment.dl4j(masks).ifPresentOrElse(twins::add, () -> withoutDl4j = true);
        for (Twin made : twins) {
            try (Twin twin = made) {
                twin.setParameters(theta);
                compare(twin, replay, iteration);
            }
        }
        boolean first = quantities.stream()
                .noneMatch(quantity -> quantity.quantity().arguments().get(1).equals(WITNESS));
        if ((first && (long) theta.length * trace.exampleCount() <= MOST_PRODUCTS)
                || disagreeing(SCRATCH) + disagreeing(DL4J) > 0) {
            gradient(experiment.decimal(masks).gradient(theta), replay, iteration, WITNESS);
        }
    }

    /** The trace without its results, at double precision. */
    private Trace onlyParameters(int iteration) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>();
        trace.tensors().forEach((name, tensor) -> {
            if (name.quantity() == Quantity.D || (name.quantity().isParameter() && name.iteration() == iteration)) {
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
        Phrase by = twin.name().phrase();
        for (Tensor tensor : snapshot.preActivations()) {
            compare(tensor.values(), new TensorName(Quantity.Z, tensor.layer(), iteration), replay, by);
        }
        for (Tensor tensor : snapshot.activations()) {
            compare(tensor.values(), new TensorName(Quantity.A, tensor.layer(), iteration), replay, by);
        }
        replay.cost(iteration).filter(cost -> Double.isFinite(cost.error())).ifPresent(cost -> {
            Phrase quantity = Said.OPINION.of("cost@" + iteration, by);
            DifferenceStatistics statistics = new DifferenceStatistics(quantity);
            statistics.add(
                    snapshot.crossEntropy() + snapshot.penalty(), cost.value(), cost.floor(), iteration, quantity);
            quantities.add(statistics.result());
        });
        double[] gradient = snapshot.dataGradient().clone();
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += snapshot.penaltyGradient()[k];
        }
        gradient(gradient, replay, iteration, by);
    }

    private void gradient(double[] gradient, Replay replay, int iteration, Phrase by) {
        int at = 0;
        for (TensorName parameter : TraceExperiment.names(trace, iteration)) {
            TensorName name = new TensorName(parameter.quantity().gradient(), parameter.layer(), iteration);
            Bounded expected = replay.expected(name).orElseThrow();
            int length = expected.rows() * expected.columns();
            compare(Arrays.copyOfRange(gradient, at, at + length), name, replay, by);
            at += length;
        }
    }

    private void compare(double[] actual, TensorName name, Replay replay, Phrase by) {
        Optional<Bounded> expected = replay.expected(name);
        Phrase quantity = Said.OPINION.of(name.toString(), by);
        DifferenceStatistics statistics = new DifferenceStatistics(quantity);
        if (expected.isPresent()) {
            double[] values = expected.get().flat();
            double[] floors = expected.get().floors();
            statistics.add(actual, values, floors, 0, actual.length, name.iteration(), index -> quantity);
        }
        quantities.add(statistics.result());
    }
}
