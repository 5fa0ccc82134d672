package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.check.CheckResult.Divergence;
import org.twinnet.compare.replay.Recipe;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/** Holds each number of a trace against what the numbers before it determine, and climbs the ladder of a check. */
public final class TraceJudge {

    private final Trace trace;
    private final Items items;
    private final Map<String, List<QuantityComparison>> byRung = new LinkedHashMap<>();
    private final List<Divergence> divergences = new ArrayList<>();
    private final List<String> notChecked = new ArrayList<>();

    private TraceJudge(Trace trace, Set<Quantity> demanded) {
        this.trace = trace;
        this.items = new Items(trace, demanded);
    }

    /**
     * Judges a trace.
     *
     * @param trace what a network wrote down
     * @return what agrees, what does not, and what was not checked
     */
    public static CheckResult judge(Trace trace) {
        return judge(trace, EnumSet.allOf(Quantity.class));
    }

    /**
     * Judges a trace that was not meant to hold everything.
     *
     * @param trace what a network wrote down
     * @param demanded the quantities that it was meant to hold of each of its iterations
     * @return what agrees, what does not, and what was not checked
     */
    public static CheckResult judge(Trace trace, Set<Quantity> demanded) {
        return new TraceJudge(trace, demanded).judge();
    }

    private CheckResult judge() {
        List<QuantityComparison> format = FormatCheck.of(trace);
        format.forEach(this::refer);
        List<MaskCheck.LayerMasks> masks = MaskCheck.of(trace);
        masks.forEach(layer -> refer(layer.comparison()));
        items.missing().forEach(name -> notChecked.add(name + ": the trace does not hold it"));
        Optional<WholeRun> run = WholeRun.of(trace);
        boolean trainsRight = run.stream()
                .flatMap(it -> it.rung().quantities().stream())
                .anyMatch(cost -> cost.status() == Status.AGREE && run.get().reaches(1));
        ConventionSearch conventions = new ConventionSearch(trace, items, trainsRight);
        judgeItems(run.isPresent(), conventions.recipe());
        run.ifPresent(this::judgeRun);
        if (trace.costs().isEmpty()) {
            notChecked.add("costs: the trace holds none");
        }
        boolean trained = run.stream().anyMatch(it -> it.reaches(1));
        if (!byRung.containsKey(CheckRungs.UPDATE) && !trained) {
            notChecked.add("update: no two iterations follow each other, and no comparable cost is of a later one");
        }
        if (trace.tensors().isEmpty()) {
            notChecked.add("parameters and gradients: the trace holds none");
        }
        TwinOpinion.Opinion opinion = TwinOpinion.ask(trace);
        CheckRung twins = opinion.rung();
        List<CheckRung> rungs = new ArrayList<>();
        rungs.add(new CheckRung(CheckRungs.FORMAT, format, "none: stored as the format says, or not", ""));
        if (!masks.isEmpty()) {
            rungs.add(new CheckRung(
                    CheckRungs.MASKS,
                    masks.stream().map(MaskCheck.LayerMasks::comparison).toList(),
                    "Chernoff's bound: chance alone goes farther once in 10⁹ masks",
                    ""));
        }
        byRung.forEach((name, quantities) -> rungs.add(new CheckRung(
                name,
                quantities,
                "rounding error of the one operation, Higham's γₙ at the trace's precision",
                name.equals(CheckRungs.FORWARD) ? given() : "")));
        run.ifPresent(it -> rungs.add(it.rung()));
        if (twins.quantities().isEmpty()) {
            notChecked.add(CheckRungs.TWINS + ": " + twins.note());
        } else {
            rungs.add(twins);
        }
        return new CheckResult(
                trace,
                rungs,
                divergences,
                notChecked,
                masks,
                opinion.formulasHold(),
                conventions.found(),
                conventions.recipe(),
                evidence(run, conventions.recipe()));
    }

    /** Parameters that nothing in the trace leads to, apart from the initial ones. */
    private String given() {
        List<Integer> given = trace.iterations().stream()
                .filter(i -> i > 0 && !trace.iterations().contains(i - 1))
                .toList();
        return given.isEmpty()
                ? ""
                : "the parameters of iterations " + given
                        + " are taken as they are, because the trace does not hold the iteration before";
    }

    /**
     * What a diagnosis looks at: single steps first, then the costs of the right run, then the run itself, which no
     * explanation may contradict and where mistakes of training show that no single step holds.
     */
    private List<Evidence> evidence(Optional<WholeRun> run, Recipe recipe) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new StepEvidence(trace, recipe, Map.of()));
        run.ifPresent(it -> {
            evidence.add(it.costEvidence(recipe));
            evidence.add(new RunEvidence(trace, recipe, it.limit(), it.points()));
        });
        return evidence;
    }

    private void refer(QuantityComparison comparison) {
        if (comparison.status() == Status.DISAGREE) {
            divergences.add(new Divergence(Optional.empty(), comparison));
        }
    }

    private void judgeItems(boolean wholeRun, Recipe recipe) {
        Replay replay = new Replay(trace, recipe);
        List<Integer> openCosts = new ArrayList<>();
        for (Item item : items.held()) {
            Optional<QuantityComparison> comparison = items.face(item, replay).map(Facing::compare);
            if (comparison.isPresent()) {
                byRung.computeIfAbsent(rung(item), name -> new ArrayList<>()).add(comparison.get());
                if (comparison.get().status() != Status.AGREE) {
                    divergences.add(new Divergence(Optional.of(item), comparison.get()));
                }
            } else if (item.tensor().isEmpty()) {
                openCosts.add(item.iteration());
            } else {
                notChecked.add(item + ": a tensor that it is computed from is missing");
            }
        }
        if (!openCosts.isEmpty() && !wholeRun) {
            notChecked.add("costs: %d of %d reported costs, the first of iteration %d, have no parameters in the trace"
                            .formatted(openCosts.size(), trace.costs().size(), openCosts.get(0))
                    + " to be recomputed from, or a saturated output");
        }
    }

    /** Costs that single steps have judged already are not reported a second time as divergences. */
    private void judgeRun(WholeRun run) {
        boolean stepsAgree = divergences.isEmpty();
        QuantityComparison cost = run.rung().quantities().get(0);
        if (stepsAgree && cost.status() == Status.DISAGREE) {
            divergences.add(new Divergence(Optional.of(Item.cost(cost.firstFailure())), cost));
        }
        if (run.notFiniteBeyond() > 0) {
            notChecked.add(
                    "costs: %d of those that are not comparable are not finite".formatted(run.notFiniteBeyond()));
        }
        if (run.points().isEmpty()) {
            notChecked.add("costs of the whole run: " + run.rung().note());
        }
    }

    private static String rung(Item item) {
        if (item.tensor().isEmpty()) {
            return CheckRungs.COST;
        }
        Quantity quantity = item.tensor().get().quantity();
        return switch (quantity) {
            case W, b -> CheckRungs.UPDATE;
            case D, Z, A -> CheckRungs.FORWARD;
            case dA, dZ, dW, db -> CheckRungs.GRADIENTS;
        };
    }
}
