package org.twinnet.compare.theory.normalization;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Batch normalization, for each unit over the m examples; γₘ is the rounding of a sum over them, with a few operations
 * more.
 *
 * <pre>
 *   μ  = Σ z/m               εμ  = γₘ·mean|z| + (1 + 2γₘ)·mean εz + τ
 *   σ² = Σ (z − μ)²/m        εσ² = p + 4γₘ·√((σ² + p)·(σ² + p + (|μ| + 2εμ)²)) + γₘ·σ² + τ
 *                            p   = mean(εz·(2|c| + 3εz)) + εμ·(2·mean εz + εμ),  c = z − μ
 *   Ẑ  = c/√s, s = σ² + ε    εẐ  = (εc + (|c| + εc)·εs/(2·low))/√low + 4u·|ẑ| + τ
 *                            εc  = (1 + 4u)·(εz + εμ) + u·|c|,  εs = (1 + 2u)·εσ² + 2u·s
 *                            low = max(s − 2εs, (1 − 4u)·ε), since no program's σ² is below 0
 *   N  = γ·Ẑ + β             εN  = |γ|·εẐ + (|ẑ| + 3εẐ)·εγ + εβ + 4u·(|γ|·(|z| + |μ|)/√low + |β|) + τ
 *   dγ = Σ dN ∘ Ẑ/m          εdγ = (1 + 2γₘ)·mean(|ẑ|·εdN + (|dN| + 3εdN)·εẐ) + γₘ·mean|dN·ẑ| + 2τ
 *   dβ = Σ dN/m              εdβ = (1 + 2γₘ)·mean εdN + γₘ·mean|dN| + τ
 *   dZ = q/√s                εdZ = (εq + (|q| + εq)·εs/(2·low))/√low + 4u·|dZ| + τ
 *   q  = g − G − Ẑ·H         εq  = εg + εG + |ẑ|·εH + (|H| + 3εH)·(εẐ + drift) + 8u·(|g| + |G| + |ẑ·H|)
 *                            g = γ·dN,  G = mean g,  H = mean g·ẑ,  drift = (εμ + γₘ·mean|c|)/√low
 *   running mean'     = decay·mean + (1 − decay)·μ
 *   running variance' = decay·variance + (1 − decay)·f·σ²,  f = 1, or m/(m − 1) where it is unbiased
 * </pre>
 *
 * <p>An error of μ moves all c alike, and Σ c = 0: in σ² it counts by its square only, which is the second part of p.
 * Programs that update mean and squares together in one pass have Chan's, Golub's and LeVeque's bound n·κ·u with σ²·κ =
 * σ·√(σ² + μ²) (The American Statistician 37, 1983), which stands here four times; sums of squares less m·μ² are not
 * among the correct ones. The 4u of N are for programs that compute z·γ/√s + (β − μ·γ/√s). A program may carry dZ
 * through σ² and μ one after the other, as the paper does: then Σ c, which is 0 up to rounding, is the drift.
 *
 * <p>Σ dZ = 0 in exact arithmetic, so that the bias before it has a gradient of 0 and a floor above: what an optimizer
 * makes of such a gradient is the matter of its own chapter. A unit that is the same for all examples has c = 0 up to
 * rounding and is divided by √ε.
 *
 * <p>Source: Ioffe and Szegedy, Batch Normalization, ICML 2015.
 *
 * @param decay what the running statistics keep
 * @param epsilon ε
 * @param unbiased whether f is m/(m − 1)
 * @param deviations what is done otherwise by mistake; none in the right formulas
 */
public record BatchNormalizationTheory(double decay, double epsilon, boolean unbiased, Set<Deviation> deviations)
        implements NormalizationTheory {

    /**
     * Copies the set.
     *
     * @param decay what the running statistics keep
     * @param epsilon ε
     * @param unbiased whether f is m/(m − 1)
     * @param deviations what is done otherwise by mistake
     */
    public BatchNormalizationTheory {
        deviations = Set.copyOf(deviations);
    }

    /**
     * The right formulas.
     *
     * @param decay what the running statistics keep
     * @param epsilon ε
     * @param unbiased whether f is m/(m − 1)
     */
    public BatchNormalizationTheory(double decay, double epsilon, boolean unbiased) {
        this(decay, epsilon, unbiased, Set.of());
    }

    @Override
    public String formula() {
        return "N = γ ∘ (Z − μ)/√(σ² + ε) + β";
    }

    @Override
    public NormalizationTheory with(Set<Deviation> more) {
        Set<Deviation> all = new HashSet<>(deviations);
        all.addAll(more);
        return new BatchNormalizationTheory(decay, epsilon, unbiased, all);
    }

    @Override
    public NormalizationTheory keeping(double share) {
        return new BatchNormalizationTheory(share, epsilon, unbiased, deviations);
    }

    @Override
    public List<Mistake> mistakes() {
        return BatchNormalizationMistakes.all();
    }

    private boolean has(Deviation deviation) {
        return deviations.contains(deviation);
    }

    private NormalizedRow row(Bounded Z, Rounding rounding) {
        return new NormalizedRow(Z.columns(), epsilon, deviations, rounding);
    }

    @Override
    public int parameterCount() {
        return 2;
    }

    @Override
    public int statisticsCount() {
        return 2;
    }

    @Override
    public void forward(Bounded Z, List<Bounded> parameters, Bounded normalized, Rounding rounding) {
        forward(Z, Optional.empty(), parameters, normalized, rounding);
    }

    @Override
    public void predict(
            Bounded Z, List<Bounded> parameters, List<Bounded> statistics, Bounded normalized, Rounding rounding) {
        forward(Z, Optional.of(statistics), parameters, normalized, rounding);
    }

    private void forward(
            Bounded Z,
            Optional<List<Bounded>> statistics,
            List<Bounded> parameters,
            Bounded normalized,
            Rounding rounding) {
        NormalizedRow row = row(Z, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            standardize(row, Z, statistics, i);
            row.write(
                    factor(parameters, i),
                    shift(parameters, i),
                    Z.values(i),
                    normalized.values(i),
                    normalized.errors(i));
        }
    }

    private static void standardize(NormalizedRow row, Bounded Z, Optional<List<Bounded>> statistics, int i) {
        if (statistics.isPresent()) {
            row.take(at(statistics.get(), 0, i), at(statistics.get(), 1, i));
        } else {
            row.measure(Z.values(i), Z.errors(i));
        }
        row.normalize(Z.values(i), Z.errors(i));
    }

    private BoundedNumber factor(List<Bounded> parameters, int i) {
        return has(Deviation.SCALE_LEFT_OUT) ? BoundedNumber.exact(1) : at(parameters, 0, i);
    }

    private BoundedNumber shift(List<Bounded> parameters, int i) {
        return has(Deviation.SHIFT_LEFT_OUT) ? BoundedNumber.exact(0) : at(parameters, 1, i);
    }

    @Override
    public void measure(Bounded Z, List<Bounded> statistics, Rounding rounding) {
        NormalizedRow row = row(Z, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            row.measure(Z.values(i), Z.errors(i));
            put(row.mean(), statistics.get(0), i);
            put(row.variance(), statistics.get(1), i);
        }
    }

    @Override
    public void standardize(Bounded Z, Optional<List<Bounded>> statistics, Bounded standard, Rounding rounding) {
        NormalizedRow row = row(Z, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            standardize(row, Z, statistics, i);
            row.write(standard.values(i), standard.errors(i));
        }
    }

    @Override
    public void scale(Bounded standard, List<Bounded> parameters, Bounded normalized, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < standard.rows(); i++) {
            BoundedNumber factor = factor(parameters, i);
            BoundedNumber shift = shift(parameters, i);
            for (int j = 0; j < standard.columns(); j++) {
                double x = standard.values(i)[j];
                double ex = standard.errors(i)[j];
                double product = factor.value() * x;
                normalized.values(i)[j] = product + shift.value();
                normalized.errors(i)[j] = Math.abs(factor.value()) * ex
                        + (Math.abs(x) + 3 * ex) * factor.error()
                        + shift.error()
                        + 4 * u * (Math.abs(product) + Math.abs(shift.value()))
                        + 2 * rounding.tiny();
            }
        }
    }

    @Override
    public void keep(Bounded Z, List<Bounded> statistics, List<Bounded> next, Rounding rounding) {
        NormalizedRow row = row(Z, rounding);
        int m = Z.columns();
        boolean corrected = unbiased != has(Deviation.KEPT_VARIANCE_OTHERWISE);
        double factor = corrected && m > 1 ? m / (m - 1.0) : 1;
        for (int i = 0; i < Z.rows(); i++) {
            row.measure(Z.values(i), Z.errors(i));
            BoundedNumber variance = has(Deviation.ROOT_KEPT) ? row.deviation() : row.variance();
            put(kept(at(statistics, 0, i), row.mean(), 1, rounding), next.get(0), i);
            put(kept(at(statistics, 1, i), variance, factor, rounding), next.get(1), i);
        }
    }

    /** One step of a running number. The 8u are also for programs that subtract (1 − decay)·(running − batch). */
    private BoundedNumber kept(BoundedNumber running, BoundedNumber ofBatch, double factor, Rounding rounding) {
        double u = rounding.u();
        double carried = has(Deviation.DECAY_SWAPPED) ? 1 - decay : decay;
        double share = (1 - carried) * factor;
        double error = carried * running.error()
                + (1 + 8 * u) * share * ofBatch.error()
                + 8 * u * factor * (Math.abs(running.value()) + Math.abs(ofBatch.value()))
                + rounding.tiny();
        return new BoundedNumber(
                carried * running.value() + share * ofBatch.value(), NormalizedRow.open(error, rounding.largest()));
    }

    @Override
    public void backward(
            Bounded Z,
            Optional<List<Bounded>> statistics,
            List<Bounded> parameters,
            Bounded gradient,
            List<Bounded> parameterGradients,
            Rounding rounding) {
        NormalizedRow row = row(Z, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            standardize(row, Z, statistics, i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            BoundedNumber ofScale = has(Deviation.SCALE_GRADIENT_OF_Z)
                    ? row.meanProduct(d, ed, Z.values(i), Z.errors(i))
                    : row.meanProduct(d, ed);
            put(ofScale, parameterGradients.get(0), i);
            put(row.mean(d, ed), parameterGradients.get(1), i);
            row.backward(factor(parameters, i), d, ed);
        }
    }

    private static BoundedNumber at(List<Bounded> tensors, int tensor, int unit) {
        Bounded row = tensors.get(tensor);
        return new BoundedNumber(row.values(0)[unit], row.errors(0)[unit]);
    }

    private static void put(BoundedNumber number, Bounded tensor, int unit) {
        tensor.values(0)[unit] = number.value();
        tensor.errors(0)[unit] = number.error();
    }
}
