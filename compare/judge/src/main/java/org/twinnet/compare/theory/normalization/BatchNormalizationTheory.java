package org.twinnet.compare.theory.normalization;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

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
 */
public record BatchNormalizationTheory(double decay, double epsilon, boolean unbiased) implements NormalizationTheory {

    @Override
    public String formula() {
        return "N = γ ∘ (Z − μ)/√(σ² + ε) + β";
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
        NormalizedRow row = new NormalizedRow(Z.columns(), epsilon, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            row.measure(Z.values(i), Z.errors(i));
            row.normalize(Z.values(i), Z.errors(i));
            row.write(
                    at(parameters, 0, i),
                    at(parameters, 1, i),
                    Z.values(i),
                    normalized.values(i),
                    normalized.errors(i));
        }
    }

    @Override
    public void predict(
            Bounded Z, List<Bounded> parameters, List<Bounded> statistics, Bounded normalized, Rounding rounding) {
        NormalizedRow row = new NormalizedRow(Z.columns(), epsilon, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            row.take(at(statistics, 0, i), at(statistics, 1, i));
            row.normalize(Z.values(i), Z.errors(i));
            row.write(
                    at(parameters, 0, i),
                    at(parameters, 1, i),
                    Z.values(i),
                    normalized.values(i),
                    normalized.errors(i));
        }
    }

    @Override
    public void keep(Bounded Z, List<Bounded> statistics, List<Bounded> next, Rounding rounding) {
        NormalizedRow row = new NormalizedRow(Z.columns(), epsilon, rounding);
        int m = Z.columns();
        double factor = unbiased && m > 1 ? m / (m - 1.0) : 1;
        for (int i = 0; i < Z.rows(); i++) {
            row.measure(Z.values(i), Z.errors(i));
            put(kept(at(statistics, 0, i), row.mean(), 1, rounding), next.get(0), i);
            put(kept(at(statistics, 1, i), row.variance(), factor, rounding), next.get(1), i);
        }
    }

    /** One step of a running number. The 8u are also for programs that subtract (1 − decay)·(running − batch). */
    private BoundedNumber kept(BoundedNumber running, BoundedNumber ofBatch, double factor, Rounding rounding) {
        double u = rounding.u();
        double share = (1 - decay) * factor;
        double error = decay * running.error()
                + (1 + 8 * u) * share * ofBatch.error()
                + 8 * u * factor * (Math.abs(running.value()) + Math.abs(ofBatch.value()))
                + rounding.tiny();
        return new BoundedNumber(
                decay * running.value() + share * ofBatch.value(), NormalizedRow.open(error, rounding.largest()));
    }

    @Override
    public void backward(
            Bounded Z,
            List<Bounded> parameters,
            Bounded gradient,
            List<Bounded> parameterGradients,
            Rounding rounding) {
        NormalizedRow row = new NormalizedRow(Z.columns(), epsilon, rounding);
        for (int i = 0; i < Z.rows(); i++) {
            row.measure(Z.values(i), Z.errors(i));
            row.normalize(Z.values(i), Z.errors(i));
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            put(row.meanProduct(d, ed), parameterGradients.get(0), i);
            put(row.mean(d, ed), parameterGradients.get(1), i);
            row.backward(at(parameters, 0, i), d, ed);
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
