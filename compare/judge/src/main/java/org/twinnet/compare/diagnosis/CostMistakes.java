package org.twinnet.compare.diagnosis;

import static org.twinnet.compare.diagnosis.Effect.alter;
import static org.twinnet.compare.diagnosis.Effect.factor;
import static org.twinnet.compare.diagnosis.Effect.scaled;

import java.util.List;
import org.twinnet.compare.replay.Alteration;
import org.twinnet.compare.replay.Factor;

/** Mistakes of the cross-entropy. */
final class CostMistakes {

    private static final String BOTH_TERMS = "Σ (−y·ln a − (1 − y)·ln(1 − a)) / m";

    private CostMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "cost-not-averaged",
                        "The cross-entropy is summed over the examples, not averaged.",
                        "−Σ ln p",
                        "−Σ ln p / m",
                        "the cost of every iteration",
                        Scope.NETWORK,
                        List.of(factor(KnownNumber.M, Factor.CROSS_ENTROPY))),
                new Mistake(
                        "cost-log-base-2",
                        "The logarithm has base 2.",
                        "−Σ log₂ p / m",
                        "−Σ ln p / m",
                        "the cost of every iteration, by 1/ln 2 = 1.4427",
                        Scope.NETWORK,
                        List.of(factor(KnownNumber.PER_LN_2, Factor.CROSS_ENTROPY))),
                new Mistake(
                        "cost-log-base-10",
                        "The logarithm has base 10.",
                        "−Σ log₁₀ p / m",
                        "−Σ ln p / m",
                        "the cost of every iteration, by 1/ln 10 = 0.4343",
                        Scope.NETWORK,
                        List.of(factor(KnownNumber.PER_LN_10, Factor.CROSS_ENTROPY))),
                new Mistake(
                        "cost-halved",
                        "The cross-entropy is divided by 2m, as a squared error would be.",
                        "−Σ ln p / 2m",
                        "−Σ ln p / m",
                        "the cost of every iteration",
                        Scope.NETWORK,
                        List.of(factor(KnownNumber.HALF, Factor.CROSS_ENTROPY))),
                new Mistake(
                        "cost-sign",
                        "The cross-entropy has the wrong sign.",
                        "Σ ln p / m",
                        "−Σ ln p / m",
                        "the cost of every iteration",
                        Scope.NETWORK,
                        List.of(factor(KnownNumber.MINUS_ONE, Factor.CROSS_ENTROPY))),
                new Mistake(
                        "cost-term-sign",
                        "One of both terms of the cross-entropy has the wrong sign.",
                        "Σ (−y·ln a + (1 − y)·ln(1 − a)) / m",
                        BOTH_TERMS,
                        "the cost of every iteration",
                        Scope.NETWORK,
                        List.of(
                                factor(KnownNumber.MINUS_ONE, Factor.NEGATIVE_TERM),
                                factor(KnownNumber.MINUS_ONE, Factor.POSITIVE_TERM)
                                        .as("Σ (y·ln a − (1 − y)·ln(1 − a)) / m", BOTH_TERMS))),
                new Mistake(
                        "cost-term-not-averaged",
                        "Only one of both terms of the cross-entropy is divided by the number of examples.",
                        "−Σ y·ln a / m − Σ (1 − y)·ln(1 − a)",
                        BOTH_TERMS,
                        "the cost of every iteration",
                        Scope.NETWORK,
                        List.of(
                                factor(KnownNumber.M, Factor.NEGATIVE_TERM),
                                factor(KnownNumber.M, Factor.POSITIVE_TERM)
                                        .as("−Σ y·ln a − Σ (1 − y)·ln(1 − a) / m", BOTH_TERMS),
                                factor(KnownNumber.MINUS_M, Factor.NEGATIVE_TERM)
                                        .as("−Σ y·ln a / m + Σ (1 − y)·ln(1 − a)", BOTH_TERMS),
                                factor(KnownNumber.MINUS_M, Factor.POSITIVE_TERM)
                                        .as("Σ y·ln a − Σ (1 − y)·ln(1 − a) / m", BOTH_TERMS))),
                new Mistake(
                        "cost-clipped",
                        "Probabilities are clipped before the logarithm.",
                        "−Σ ln min(max(ε, p), 1 − ε) / m",
                        "−Σ ln p / m",
                        "the cost as soon as an output is surer than 1 − ε",
                        Scope.NETWORK,
                        List.of(
                                new Effect.InsideLogarithm(Factor.CLIP, Effect.nothing()),
                                new Effect.InsideLogarithm(Factor.CLIP, alter(Alteration.CLIP_BELOW_ONLY))
                                        .as("−Σ ln max(ε, p) / m", "−Σ ln p / m"))),
                new Mistake(
                        "cost-epsilon-added",
                        "A small number is added to the probabilities before the logarithm.",
                        "−Σ ln (p + ε) / m",
                        "−Σ ln p / m",
                        "the cost of every iteration, a little",
                        Scope.NETWORK,
                        List.of(new Effect.InsideLogarithm(Factor.OFFSET, Effect.nothing()))),
                new Mistake(
                        "cost-factor",
                        "The cross-entropy is off by a constant factor.",
                        "−c·Σ ln p / m",
                        "−Σ ln p / m",
                        "the cost of every iteration",
                        Scope.NETWORK,
                        List.of(scaled(Factor.CROSS_ENTROPY))));
    }
}
