package org.twinnet.compare.theory.loss;

import static org.twinnet.compare.theory.mistake.Change.patch;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.loss.patch.WeightedTermsTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.NumberSearch;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of the cross-entropy in the cost. */
final class CrossEntropyMistakes {

    private static final String MEAN = "−Σ ln p / m";
    private static final String BOTH_TERMS = "Σ (−y·ln a − (1 − y)·ln(1 − a)) / m";
    private static final String EVERY_ITERATION = "the cost of every iteration";

    private CrossEntropyMistakes() {}

    static List<Mistake> all() {
        return List.of(
                ofMean(
                        "cost-not-averaged",
                        "The cross-entropy is summed over the examples, not averaged.",
                        "−Σ ln p",
                        EVERY_ITERATION,
                        factor(KnownNumber.M),
                        SummedCost.ofBatch()),
                ofMean(
                        "cost-log-base-2",
                        "The logarithm has base 2.",
                        "−Σ log₂ p / m",
                        "the cost of every iteration, by 1/ln 2 = 1.4427",
                        factor(KnownNumber.PER_LN_2)),
                ofMean(
                        "cost-log-base-10",
                        "The logarithm has base 10.",
                        "−Σ log₁₀ p / m",
                        "the cost of every iteration, by 1/ln 10 = 0.4343",
                        factor(KnownNumber.PER_LN_10)),
                ofMean(
                        "cost-halved",
                        "The cross-entropy is divided by 2m, as a squared error would be.",
                        "−Σ ln p / 2m",
                        EVERY_ITERATION,
                        factor(KnownNumber.HALF)),
                ofMean(
                        "cost-sign",
                        "The cross-entropy has the wrong sign.",
                        "Σ ln p / m",
                        EVERY_ITERATION,
                        factor(KnownNumber.MINUS_ONE)),
                ofTerms(
                        "cost-term-sign",
                        "One of both terms of the cross-entropy has the wrong sign.",
                        "Σ (−y·ln a + (1 − y)·ln(1 − a)) / m",
                        negative(KnownNumber.MINUS_ONE),
                        positive(KnownNumber.MINUS_ONE).as("Σ (y·ln a − (1 − y)·ln(1 − a)) / m", BOTH_TERMS)),
                ofTerms(
                        "cost-term-not-averaged",
                        "Only one of both terms of the cross-entropy is divided by the number of examples.",
                        "−Σ y·ln a / m − Σ (1 − y)·ln(1 − a)",
                        negative(KnownNumber.M),
                        positive(KnownNumber.M).as("−Σ y·ln a − Σ (1 − y)·ln(1 − a) / m", BOTH_TERMS),
                        negative(KnownNumber.MINUS_M).as("−Σ y·ln a / m + Σ (1 − y)·ln(1 − a)", BOTH_TERMS),
                        positive(KnownNumber.MINUS_M).as("Σ y·ln a − Σ (1 − y)·ln(1 − a) / m", BOTH_TERMS)),
                ofMean(
                        "cost-clipped",
                        "Probabilities are clipped before the logarithm.",
                        "−Σ ln min(max(ε, p), 1 − ε) / m",
                        "the cost as soon as an output is surer than 1 − ε",
                        inside(epsilon -> clip(epsilon, false)),
                        inside(epsilon -> clip(epsilon, true)).as("−Σ ln max(ε, p) / m", MEAN)),
                ofMean(
                        "cost-epsilon-added",
                        "A small number is added to the probabilities before the logarithm.",
                        "−Σ ln (p + ε) / m",
                        "the cost of every iteration, a little",
                        inside(CrossEntropyMistakes::offset)),
                ofMean(
                        "cost-factor",
                        "The cross-entropy is off by a constant factor.",
                        "−c·Σ ln p / m",
                        EVERY_ITERATION,
                        Way.scaled(CrossEntropyMistakes::scaled)));
    }

    /** Those that any cross-entropy has, without those of two terms. */
    static List<Mistake> ofAny() {
        return all().stream()
                .filter(mistake ->
                        !mistake.id().startsWith("cost-term") && !mistake.id().equals("cost-not-averaged"))
                .toList();
    }

    private static Mistake ofMean(String id, String sentence, String wrong, String bites, Way... ways) {
        return new Mistake(id, Subject.COST, sentence, wrong, MEAN, bites, Scope.NETWORK, List.of(ways));
    }

    private static Mistake ofTerms(String id, String sentence, String wrong, Way... ways) {
        return new Mistake(
                id, Subject.COST, sentence, wrong, BOTH_TERMS, EVERY_ITERATION, Scope.NETWORK, List.of(ways));
    }

    private static Way factor(KnownNumber factor) {
        return Way.factor(factor, CrossEntropyMistakes::scaled);
    }

    private static Change scaled(double factor) {
        return patch(LossParts.COST, setting -> Patch.factor(factor, ScaledLossTheory::new));
    }

    private static Way positive(KnownNumber weight) {
        return Way.factor(weight, p -> change("positive term", loss -> new WeightedTermsTheory(loss, p, 1), p));
    }

    private static Way negative(KnownNumber weight) {
        return Way.factor(weight, n -> change("negative term", loss -> new WeightedTermsTheory(loss, 1, n), n));
    }

    private static Way inside(DoubleFunction<Change> at) {
        return Way.searched(NumberSearch.INSIDE_LOGARITHM, at);
    }

    private static Change clip(double epsilon, boolean belowOnly) {
        return change(
                "a clip in the logarithm",
                loss -> new InsideLogarithmTheory(loss, epsilon, belowOnly, 0),
                epsilon,
                belowOnly);
    }

    private static Change offset(double epsilon) {
        return change(
                "an offset in the logarithm", loss -> new InsideLogarithmTheory(loss, 0, false, epsilon), epsilon);
    }

    private static Change change(String kind, UnaryOperator<LossTheory> patched, Object... what) {
        return patch(LossParts.COST, setting -> Patch.change(kind, patched, what));
    }
}
