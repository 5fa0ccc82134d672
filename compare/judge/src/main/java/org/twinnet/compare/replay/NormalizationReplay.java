package org.twinnet.compare.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Variant;
import org.twinnet.compare.theory.normalization.NormalizationTheory;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;

/**
 * The normalization of a layer over chapters; what has one number a unit stands as a column in a trace, and as a row in
 * a chapter. A number of a trace may have been rounded once more when it was stored.
 */
final class NormalizationReplay {

    /**
     * A gradient carried back.
     *
     * @param dZ the gradient before the normalization
     * @param ofParameters those of scale and shift, averaged over the batch, as columns
     */
    record Back(Bounded dZ, List<Bounded> ofParameters) {}

    /**
     * What Z is normalized by.
     *
     * @param statistics what goes in place of the mean and the variance of the batch, by mistake
     */
    private record Used(Optional<List<Bounded>> statistics) {
        static final Used OF_BATCH = new Used(Optional.empty());

        static Used inPlace(List<Bounded> statistics) {
            return new Used(Optional.of(statistics));
        }
    }

    private final Recipe recipe;
    private final StepChapters chapters;
    private final Rounding rounding;
    private final StepReplay.Numbers numbers;
    private final IntUnaryOperator units;
    private final Map<TensorName, Optional<Bounded>> running = new HashMap<>();

    NormalizationReplay(
            Recipe recipe,
            StepChapters chapters,
            Rounding rounding,
            StepReplay.Numbers numbers,
            IntUnaryOperator units) {
        this.recipe = recipe;
        this.chapters = chapters;
        this.rounding = rounding;
        this.numbers = numbers;
        this.units = units;
    }

    private Optional<Bounded> Z(int l, int i) {
        return numbers.input(Quantity.Z, l, i);
    }

    private Bounded stored(Bounded X) {
        Bounded once = X.isExact() ? X.copy() : X;
        Elementwise.widen(rounding.u(), rounding.tiny(), once);
        return once;
    }

    private static List<Bounded> rows(int count, int units) {
        List<Bounded> rows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            rows.add(Bounded.zeros(1, units));
        }
        return rows;
    }

    /** Scale and shift as rows. */
    private Optional<List<Bounded>> parameters(int l, int i) {
        return both(Quantity.gamma, Quantity.beta, l, i);
    }

    private Optional<List<Bounded>> both(Quantity one, Quantity other, int l, int i) {
        return numbers.input(one, l, i)
                .flatMap(first ->
                        numbers.input(other, l, i).map(second -> List.of(first.transposed(), second.transposed())));
    }

    /** Mean or variance of the batch; by mistake what goes in its place. */
    Optional<Bounded> statistic(Quantity quantity, int l, int i) {
        boolean ofRun = recipe.has(Variant.RUNNING_STATISTICS_SHOWN, l);
        Optional<List<Bounded>> rows = ofRun
                ? used(l, i).flatMap(Used::statistics)
                : Z(l, i).map(Z -> {
                    List<Bounded> shown = rows(2, Z.rows());
                    chapters.normalization(l).orElseThrow().measure(Z, shown, rounding);
                    return shown;
                });
        return rows.map(of -> stored(of.get(quantity == Quantity.mu ? 0 : 1).transposed()));
    }

    /** Ẑ. */
    Optional<Bounded> standard(int l, int i) {
        return used(l, i)
                .flatMap(used -> Z(l, i).map(Z -> {
                    Bounded N = Bounded.zeros(Z.rows(), Z.columns());
                    chapters.normalization(l).orElseThrow().standardize(Z, used.statistics(), N, rounding);
                    return stored(N);
                }));
    }

    /**
     * What the activation gets: Z, or γ∘Ẑ + β of the Ẑ that the trace holds. A program may have the latter from Z
     * without Ẑ, whose rounding is allowed for where Z is known.
     */
    Optional<Bounded> normalized(int l, int i) {
        Optional<NormalizationTheory> chapter = chapters.normalization(l);
        if (chapter.isEmpty()) {
            return Z(l, i);
        }
        Optional<List<Bounded>> parameters = parameters(l, i);
        Optional<Bounded> N = numbers.input(Quantity.N, l, i);
        if (parameters.isEmpty() || N.isEmpty()) {
            return Optional.empty();
        }
        Bounded Y = Bounded.zeros(N.get().rows(), N.get().columns());
        chapter.get().scale(N.get(), parameters.get(), Y, rounding);
        directly(chapter.get(), parameters.get(), l, i).ifPresent(direct -> {
            for (int k = 0; k < Y.rows(); k++) {
                for (int j = 0; j < Y.columns(); j++) {
                    Y.errors(k)[j] = Math.max(Y.errors(k)[j], direct.errors(k)[j]);
                }
            }
        });
        return Optional.of(Y);
    }

    private Optional<Bounded> directly(NormalizationTheory chapter, List<Bounded> parameters, int l, int i) {
        return used(l, i)
                .flatMap(used -> Z(l, i).map(Z -> {
                    Bounded direct = Bounded.zeros(Z.rows(), Z.columns());
                    if (used.statistics().isPresent()) {
                        chapter.predict(Z, parameters, used.statistics().get(), direct, rounding);
                    } else {
                        chapter.forward(Z, parameters, direct, rounding);
                    }
                    return direct;
                }));
    }

    /** From the gradient at γ∘Ẑ + β. */
    Optional<Back> back(Bounded gradient, int l, int i) {
        Optional<Bounded> Z = Z(l, i);
        Optional<List<Bounded>> parameters = parameters(l, i);
        return used(l, i)
                .filter(used -> Z.isPresent() && parameters.isPresent())
                .map(used -> {
                    Bounded dZ = gradient.copy();
                    List<Bounded> of = rows(2, dZ.rows());
                    chapters.backwardNormalization(l)
                            .orElseThrow()
                            .backward(Z.get(), used.statistics(), parameters.get(), dZ, of, rounding);
                    return new Back(dZ, of.stream().map(Bounded::transposed).toList());
                });
    }

    /** Running mean or variance before, or by another bookkeeping after, the batch of an iteration. */
    Optional<Bounded> running(Quantity quantity, int l, int i) {
        return after(quantity, l, isKeptAfter(l) ? i : i - 1);
    }

    private boolean isKeptAfter(int l) {
        return recipe.has(Variant.RUNNING_KEPT_AFTER_BATCH, l);
    }

    /** Behind the batch of an iteration, from what was known before it. */
    private Optional<Bounded> after(Quantity quantity, int l, int i) {
        boolean guessed = recipe.has(Variant.UPDATED_STATISTICS_IN_TRAINING, l)
                || recipe.has(Variant.RUNNING_STATISTICS_IN_TRAINING, l);
        TensorName name = new TensorName(quantity, l, i);
        Optional<Bounded> known = running.get(name);
        if (known == null) {
            known = i < 0
                    ? Optional.empty()
                    : before(l, i)
                            .or(() -> guessed ? start(l, i) : Optional.empty())
                            .flatMap(rows -> Z(l, i).map(Z -> {
                                List<Bounded> next = rows(2, Z.rows());
                                chapters.keptNormalization(l).orElseThrow().keep(Z, rows, next, rounding);
                                return stored(next.get(quantity == Quantity.running_mean ? 0 : 1)
                                        .transposed());
                            }));
            running.put(name, known);
        }
        return known;
    }

    /** Before the batch of an iteration, as rows. */
    private Optional<List<Bounded>> before(int l, int i) {
        int shown = isKeptAfter(l) ? i - 1 : i;
        return shown < 0 ? Optional.empty() : both(Quantity.running_mean, Quantity.running_var, l, shown);
    }

    /** 0 and 1, which a mistake may begin with where the trace does not say. */
    private Optional<List<Bounded>> start(int l, int i) {
        double[] ones = new double[units.applyAsInt(l)];
        Arrays.fill(ones, 1);
        return i > 0
                ? Optional.empty()
                : Optional.of(List.of(Bounded.exact(new double[1][ones.length]), Bounded.exact(new double[][] {ones})));
    }

    /** What Z is normalized by; empty where that is not known. */
    private Optional<Used> used(int l, int i) {
        if (recipe.has(Variant.UPDATED_STATISTICS_IN_TRAINING, l)) {
            return after(Quantity.running_mean, l, i)
                    .flatMap(mean -> after(Quantity.running_var, l, i)
                            .map(variance -> List.of(mean.transposed(), variance.transposed())))
                    .map(Used::inPlace);
        }
        return recipe.has(Variant.RUNNING_STATISTICS_IN_TRAINING, l)
                ? before(l, i).or(() -> start(l, i)).map(Used::inPlace)
                : Optional.of(Used.OF_BATCH);
    }
}
