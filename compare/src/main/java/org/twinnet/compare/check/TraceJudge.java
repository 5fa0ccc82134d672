package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.agreement.DifferenceStatistics;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.scratch.linalg.Matrix;

/** Holds each tensor of a trace against what the tensors before it determine, iteration by iteration. */
public final class TraceJudge {

    private final Trace trace;
    private final LocalRelations relations;
    private final List<QuantityComparison> quantities = new ArrayList<>();
    private final List<String> notChecked = new ArrayList<>();

    private TraceJudge(Trace trace) {
        this.trace = trace;
        this.relations = new LocalRelations(trace);
    }

    /**
     * Judges a trace.
     *
     * @param trace what a network wrote down
     * @return what agrees, what does not, and what was not checked
     */
    public static CheckResult judge(Trace trace) {
        return new TraceJudge(trace).judge();
    }

    private CheckResult judge() {
        for (int iteration : trace.iterations()) {
            demanded(iteration).forEach(this::judge);
        }
        judgeCosts();
        // judged the right way round, so that other mistakes still show; but the orientation itself must never pass
        trace.tensors().forEach((name, tensor) -> {
            if (tensor.transposed()) {
                notChecked.add(name + ": stored the other way round than the format says");
            }
        });
        return new CheckResult(quantities, notChecked);
    }

    /** Costs of iterations without parameters need the whole run, which is not replayed here: they are listed, so that they never pass. */
    private void judgeCosts() {
        if (trace.costs().isEmpty()) {
            notChecked.add("costs: the trace holds none");
            return;
        }
        CostRelation relation = new CostRelation(trace);
        List<Integer> open = new ArrayList<>();
        for (ReportedCost reported : trace.costs()) {
            int iteration = reported.iteration();
            relation.expected(iteration)
                    .ifPresentOrElse(
                            cost -> {
                                String name = "cost@" + iteration;
                                DifferenceStatistics statistics = new DifferenceStatistics(name);
                                statistics.add(reported.cost(), cost.cost(), cost.floor(), iteration, name);
                                quantities.add(statistics.result());
                            },
                            () -> open.add(iteration));
        }
        if (!open.isEmpty()) {
            notChecked.add("costs: %d of %d reported costs, the first of iteration %d, have no parameters in the trace"
                            .formatted(open.size(), trace.costs().size(), open.get(0))
                    + " to be recomputed from, or a saturated output");
        }
    }

    /** What a complete trace holds of an iteration, forward through the layers and then backward. */
    private List<TensorName> demanded(int iteration) {
        int L = trace.depth();
        List<TensorName> names = new ArrayList<>();
        for (int l = 1; l <= L; l++) {
            for (Quantity quantity : List.of(Quantity.W, Quantity.b, Quantity.D, Quantity.Z, Quantity.A)) {
                names.add(new TensorName(quantity, l, iteration));
            }
        }
        names.sort(Comparator.comparing(name -> !isGiven(name.quantity())));
        for (int l = L; l >= 1; l--) {
            for (Quantity quantity : List.of(Quantity.dA, Quantity.dZ, Quantity.dW, Quantity.db)) {
                names.add(new TensorName(quantity, l, iteration));
            }
        }
        names.removeIf(name -> !trace.tensors().containsKey(name) && isOptional(name));
        return names;
    }

    private boolean isOptional(TensorName name) {
        boolean output = name.layer() == trace.depth();
        return switch (name.quantity()) {
            case dA -> output;
            case D -> output || trace.hyperParameters().keepProbability() == 1;
            default -> false;
        };
    }

    private static boolean isGiven(Quantity quantity) {
        return quantity == Quantity.W || quantity == Quantity.b || quantity == Quantity.D;
    }

    private void judge(TensorName name) {
        if (name.quantity() == Quantity.D) {
            if (trace.mask(name.layer(), name.iteration()).isEmpty()) {
                notChecked.add(name + ": the trace does not hold it");
            }
            return;
        }
        if (!trace.tensors().containsKey(name)) {
            notChecked.add(name + ": the trace does not hold it");
            return;
        }
        if (isGiven(name.quantity()) && !trace.iterations().contains(name.iteration() - 1)) {
            return; // where a covered step starts, its parameters are given and not a result
        }
        Optional<Expectation> expectation = relations.expected(name);
        if (expectation.isEmpty()) {
            notChecked.add(name + ": a tensor that it is computed from is missing");
            return;
        }
        quantities.add(compare(name, expectation.get()));
    }

    private QuantityComparison compare(TensorName name, Expectation expectation) {
        DifferenceStatistics statistics = new DifferenceStatistics(name.toString());
        double[] actual = flat(trace.tensors().get(name).oriented());
        int columns = expectation.values().columns();
        statistics.add(
                actual,
                flat(expectation.values()),
                flat(expectation.floor()),
                0,
                actual.length,
                name.iteration(),
                index -> name + "[" + index / columns + "," + index % columns + "]");
        return statistics.result();
    }

    private static double[] flat(Matrix matrix) {
        double[] values = new double[matrix.rows() * matrix.columns()];
        matrix.writeTo(values, 0);
        return values;
    }
}
