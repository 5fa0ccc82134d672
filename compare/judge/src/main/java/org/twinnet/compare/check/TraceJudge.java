package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.twinnet.compare.check.CheckResult.Divergence;
import org.twinnet.compare.check.bookkeeping.FoundConvention;
import org.twinnet.compare.check.bookkeeping.Understanding;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.Items;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.check.mask.MaskCheck;
import org.twinnet.compare.check.prediction.PredictionCheck;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;

/** Holds each number of a trace against what the numbers before it determine, and climbs the ladder of a check. */
public final class TraceJudge {

    private final Trace written;
    private final List<MaskCheck.LayerMasks> masks;
    private final Understanding understanding;
    private final Trace trace;
    private final Items items;
    private final Map<CheckRungName, List<QuantityComparison>> byRung = new LinkedHashMap<>();
    private final List<Divergence> divergences = new ArrayList<>();
    private final Set<TensorName> compared = new HashSet<>();
    private final List<Phrase> uncompared = new ArrayList<>();
    private final List<Phrase> contradictory = new ArrayList<>();
    private final List<Integer> openCosts = new ArrayList<>();
    private final List<Phrase> notes = new ArrayList<>();

    private TraceJudge(Trace written) {
        this(written, MeantCosts::in);
    }

    private TraceJudge(Trace written, Function<Trace, Understanding> meant) {
        this.masks = MaskCheck.of(written);
        KnownMasks known = KnownMasks.of(written, masks);
        notes.addAll(known.notes());
        this.understanding = meant.apply(known.trace());
        this.trace = understanding.trace();
        this.written = understanding.stated(written);
        this.items = new Items(trace);
    }

    /**
     * Judges a trace.
     *
     * @param trace what a network wrote down
     * @return what agrees, what does not, and what was not checked
     */
    public static CheckResult judge(Trace trace) {
        return judge(trace, ProgressListener.NONE);
    }

    /**
     * Judges a trace, which takes up to about a minute where it reports costs of many iterations.
     *
     * @param trace what a network wrote down
     * @param progress hears of each iteration that is run again
     * @return what agrees, what does not, and what was not checked
     */
    public static CheckResult judge(Trace trace, ProgressListener progress) {
        List<QuantityComparison> format = FormatCheck.of(trace);
        if (Snapshots.areAliased(trace, new Items(trace))) {
            return aliased(trace, format);
        }
        CheckResult shared = new TraceJudge(trace).judge(format, progress);
        return LoneMasks.readOtherwise(trace, shared)
                .map(fresh -> new TraceJudge(fresh).judge(format, ProgressListener.NONE))
                .filter(fresh -> LoneMasks.refute(shared, fresh))
                .orElse(shared);
    }

    /**
     * Judges a trace whose costs may be meant otherwise, where neither a tensor nor the right run tells what they are
     * the costs of, or whose masks may be others than its seed draws, and which no known mistake explains as it is most
     * likely meant.
     *
     * @param trace what a network wrote down
     * @return the other ways, judged when they are asked for
     */
    public static Stream<CheckResult> otherwise(Trace trace) {
        Stream<CheckResult> costs = MeantCosts.others(new TraceJudge(trace, Understanding::of).trace).stream()
                .map(way -> new TraceJudge(trace, known -> way).judge(FormatCheck.of(trace), ProgressListener.NONE));
        return Stream.concat(costs, KnownMasks.unseeded(trace).stream().map(TraceJudge::judge));
    }

    /**
     * How many iterations a judgement runs again at most.
     *
     * @param trace what a network wrote down
     * @return the number that {@link #judge(Trace, ProgressListener)} tells its listener of
     */
    public static long iterations(Trace trace) {
        long last =
                trace.costs().stream().mapToLong(ReportedCost::iteration).max().orElse(0);
        return Math.min(last, WholeRun.lastIteration(trace));
    }

    private static CheckResult aliased(Trace trace, List<QuantityComparison> format) {
        return new CheckResult(
                trace,
                List.of(formatRung(format)),
                List.of(),
                List.of(SaidOfCheck.NOTHING_JUDGED.of()),
                notes(trace),
                List.of(),
                true,
                true,
                ConventionSearch.stored(trace),
                Recipe.RIGHT,
                List.of());
    }

    private CheckResult judge(List<QuantityComparison> format, ProgressListener progress) {
        // the twins and the witness take as long as all else, and need nothing of it
        CompletableFuture<TwinOpinion.Opinion> asked = CompletableFuture.supplyAsync(() -> TwinOpinion.ask(trace));
        format.forEach(this::refer);
        masks.forEach(layer -> refer(layer.comparison()));
        Optional<WholeRun> run = WholeRun.of(trace, understanding.recipe(), progress)
                .filter(it -> {
                    if (it.points().isEmpty()) {
                        uncompared.add(SaidOfCheck.RUN_COSTS.of(it.note()));
                    }
                    return !it.points().isEmpty();
                });
        boolean trained = run.filter(WholeRun::showsTraining).isPresent();
        ConventionSearch.Training training = !trained
                ? ConventionSearch.Training.UNKNOWN
                : run.get().rung().status() == Status.AGREE
                        ? ConventionSearch.Training.RIGHT
                        : ConventionSearch.Training.WRONG;
        ConventionSearch conventions = new ConventionSearch(
                trace,
                understanding.recipe(),
                items,
                training,
                () -> training == ConventionSearch.Training.WRONG
                        && WholeRun.trainsUnpenalized(trace, understanding.recipe()));
        Replay replay = new Replay(trace, conventions.recipe());
        judgeItems(replay);
        PredictionCheck.of(trace, conventions.recipe()).ifPresent(this::judgePredictions);
        run.ifPresent(this::judgeRun);
        TwinOpinion.Opinion opinion = answer(asked);
        Set<Integer> costs = new HashSet<>();
        trace.costs().forEach(cost -> costs.add(cost.iteration()));
        openCosts.forEach(costs::remove);
        run.ifPresent(it -> it.points().forEach(point -> costs.add(point.iteration())));
        Coverage coverage = new Coverage(trace, replay, conventions.recipe(), compared, costs, trained);
        List<Phrase> notChecked = new ArrayList<>(coverage.open());
        notChecked.addAll(contradictory);
        notChecked.addAll(understanding.open());
        notChecked.addAll(conventions.open());
        notes.addAll(0, notes(written));
        notes.addAll(coverage.notes());
        if (costs.size() < trace.costs().size() && !costs.isEmpty()) {
            uncompared.add(SaidOfCheck.COSTS_LEFT.of(
                    trace.costs().size() - costs.size(),
                    trace.costs().size(),
                    firstWithout(costs),
                    run.map(WholeRun::note).orElseGet(SaidOfCheck.COSTS_WITHOUT_STATE::of)));
        }
        notFinite(costs).ifPresent(notChecked::add);
        (coverage.open().isEmpty() ? notes : notChecked).addAll(uncompared);
        if (opinion.rung().quantities().isEmpty()) {
            notes.add(SaidOfCheck.TWINS_SAY.of(opinion.rung().note()));
        }
        List<FoundConvention> found = new ArrayList<>(ConventionSearch.stored(written));
        found.addAll(ConventionSearch.stated(written));
        found.addAll(understanding.found());
        found.addAll(conventions.found());
        return new CheckResult(
                written,
                rungs(format, run, opinion.rung()),
                divergences,
                notChecked,
                notes,
                masks,
                false,
                opinion.formulasHold(),
                found,
                conventions.recipe(),
                evidence(run, conventions.recipe()));
    }

    private int firstWithout(Set<Integer> costs) {
        return trace.costs().stream()
                .map(ReportedCost::iteration)
                .filter(iteration -> !costs.contains(iteration))
                .findFirst()
                .orElseThrow();
    }

    /** A cost that is no number is never passed over in silence. */
    private Optional<Phrase> notFinite(Set<Integer> costs) {
        long count = trace.costs().stream()
                .filter(cost -> !costs.contains(cost.iteration()) && !Double.isFinite(cost.cost()))
                .count();
        return count == 0 ? Optional.empty() : Optional.of(SaidOfCheck.COSTS_NO_NUMBERS.of(count));
    }

    /** What failed in another thread fails here as it would have. */
    private static TwinOpinion.Opinion answer(CompletableFuture<TwinOpinion.Opinion> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What a reader should know of how the trace was read. */
    private static List<Phrase> notes(Trace trace) {
        List<Phrase> notes = new ArrayList<>();
        if (trace.reading().rateAssumed()) {
            notes.add(SaidOfCheck.RATE_ASSUMED.of(trace.hyperParameters().learningRate()));
        }
        notes.addAll(trace.reading().notes());
        return notes;
    }

    private static CheckRung formatRung(List<QuantityComparison> format) {
        return new CheckRung(CheckRungName.FORMAT, format, Said.CHECK_FORMAT.of(), Phrase.NOTHING);
    }

    private List<CheckRung> rungs(List<QuantityComparison> format, Optional<WholeRun> run, CheckRung twins) {
        List<CheckRung> rungs = new ArrayList<>(List.of(formatRung(format)));
        if (!masks.isEmpty()) {
            rungs.add(new CheckRung(
                    CheckRungName.MASKS,
                    masks.stream().map(MaskCheck.LayerMasks::comparison).toList(),
                    Said.CHECK_MASKS.of(),
                    Phrase.NOTHING));
        }
        byRung.forEach((name, quantities) -> rungs.add(new CheckRung(
                name, quantities, Said.CHECK_STEP.of(), name == CheckRungName.FORWARD ? given() : Phrase.NOTHING)));
        run.ifPresent(it -> rungs.add(it.rung()));
        if (!twins.quantities().isEmpty()) {
            rungs.add(twins);
        }
        return rungs;
    }

    /** Parameters that nothing in the trace leads to, apart from the initial ones. */
    private Phrase given() {
        List<Integer> given = trace.iterations().stream()
                .filter(i -> i > 0 && !trace.holds(i - 1))
                .toList();
        return given.isEmpty() ? Phrase.NOTHING : Said.GIVEN.of(given.toString());
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

    private void judgeItems(Replay replay) {
        List<String> undetermined = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> ofNoNumber = new ArrayList<>();
        for (Item item : items.held()) {
            Optional<QuantityComparison> comparison = items.face(item, replay).map(RecomputedTensor::compare);
            if (comparison.isPresent()) {
                byRung.computeIfAbsent(rung(item), name -> new ArrayList<>()).add(comparison.get());
                if (comparison.get().undetermined() > 0 && isOfNoNumber(item)) {
                    ofNoNumber.add(item.toString());
                } else if (comparison.get().isUndetermined()) {
                    open.add(item.toString());
                } else {
                    item.tensor().ifPresent(compared::add);
                }
                if (comparison.get().status() == Status.DISAGREE) {
                    divergences.add(new Divergence(Optional.of(item), comparison.get()));
                }
            } else if (item.tensor().isEmpty()) {
                openCosts.add(item.iteration());
            } else {
                undetermined.add(item.toString());
            }
        }
        if (!open.isEmpty()) {
            uncompared.add(SaidOfCheck.ANY_VALUE.of(Coverage.shortened(open)));
        }
        if (!ofNoNumber.isEmpty()) {
            contradictory.add(SaidOfCheck.OF_NO_NUMBER.of(Coverage.shortened(ofNoNumber)));
        }
        if (!undetermined.isEmpty()) {
            uncompared.add(SaidOfCheck.WITHOUT_SOURCE.of(Coverage.shortened(undetermined)));
        }
    }

    /** Finite numbers cannot come of a parameter that is none, whatever rounds how. */
    private boolean isOfNoNumber(Item item) {
        if (item.isCost()) {
            return false;
        }
        TensorName name = item.tensor().orElseThrow();
        int given = name.quantity().isParameter() ? name.iteration() - 1 : name.iteration();
        boolean ofParameters = name.quantity().isParameter() || name.quantity() == Quantity.Z;
        return ofParameters
                && isFinite(name)
                && Stream.of(Quantity.W, Quantity.b)
                        .map(parameter -> new TensorName(parameter, name.layer(), given))
                        .anyMatch(parameter -> trace.tensors().containsKey(parameter) && !isFinite(parameter));
    }

    private boolean isFinite(TensorName name) {
        return Arrays.stream(trace.tensors().get(name).values().toArray())
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
    }

    private void judgePredictions(PredictionCheck predictions) {
        predictions.comparison().ifPresent(comparison -> {
            byRung.computeIfAbsent(CheckRungName.FORWARD, name -> new ArrayList<>())
                    .add(comparison);
            refer(comparison);
        });
        predictions.told().ifPresent(predictions.comparison().isPresent() ? notes::add : uncompared::add);
    }

    /** Costs that single steps have judged already are not reported a second time as divergences. */
    private void judgeRun(WholeRun run) {
        boolean stepsAgree = divergences.isEmpty();
        QuantityComparison cost = run.rung().quantities().get(0);
        if (stepsAgree && cost.status() == Status.DISAGREE) {
            divergences.add(new Divergence(Optional.of(Item.cost(cost.firstFailure())), cost));
        }
    }

    private static CheckRungName rung(Item item) {
        if (item.tensor().isEmpty()) {
            return CheckRungName.COST;
        }
        Quantity quantity = item.tensor().get().quantity();
        return switch (quantity) {
            case D, Z, mu, var, N, A -> CheckRungName.FORWARD;
            case dA, dZ, dW, db, dgamma, dbeta -> CheckRungName.GRADIENTS;
            default -> CheckRungName.UPDATE;
        };
    }
}
