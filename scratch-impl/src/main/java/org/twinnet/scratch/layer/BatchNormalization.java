package org.twinnet.scratch.layer;

import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;

/**
 * Batch normalization: each unit gets the mean β and the spread γ that it learns, whatever its weights make of the
 * inputs.
 *
 * <pre>
 *   forward   μ = 1/m · Σⱼ zⱼ,  σ² = 1/m · Σⱼ (zⱼ − μ)²           of each unit, over the batch
 *             Ẑ = (Z − μ)/√(σ² + ε),  N = γ ∘ Ẑ + β
 *   backward  dγ = 1/m · Σⱼ dN ∘ Ẑ
 *             dβ = 1/m · Σⱼ dN
 *             dZ = γ/√(σ² + ε) · (dN − dβ − Ẑ ∘ dγ)
 *   running   mean ← decay·mean + (1 − decay)·μ                    from 0
 *             variance ← decay·variance + (1 − decay)·σ²           from 1; unbiased: with σ²·m/(m − 1)
 * </pre>
 *
 * <p>A prediction takes the running mean and variance for μ and σ². dN and dZ are gradients of m·J, dγ and dβ of J. The
 * last line of backward is the paper's three gradients, of Ẑ, σ² and μ, put into one: μ moves all of a unit's numbers
 * alike, which dβ takes away again, and σ² scales them all, which Ẑ ∘ dγ takes away. So Σⱼ dZⱼ = 0, and the bias before
 * a batch normalization never moves but by rounding. A unit that is the same for all examples has Ẑ = 0.
 *
 * <p>Source: Ioffe and Szegedy, Batch Normalization, ICML 2015, algorithms 1 and 2 and §3. The paper predicts with the
 * unbiased variance.
 *
 * @param layer l, from 1
 * @param units number of units
 * @param decay what the running mean and variance keep, from 0 and below 1
 * @param epsilon ε, above 0
 * @param unbiased whether the running variance is that of m/(m − 1)
 */
public record BatchNormalization(int layer, int units, double decay, double epsilon, boolean unbiased)
        implements Layer {

    /**
     * Checks the numbers.
     *
     * @param layer l, from 1
     * @param units number of units
     * @param decay what the running mean and variance keep
     * @param epsilon ε
     * @param unbiased whether the running variance is that of m/(m − 1)
     * @throws IllegalArgumentException if the decay is not from 0 and below 1, or ε not above 0
     */
    public BatchNormalization {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("The decay is 0 or more and below 1, not " + decay + ".");
        }
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("ε is above 0, not " + epsilon + ".");
        }
    }

    @Override
    public List<NamedTensor> newParameters() {
        return List.of(new NamedTensor("gamma", layer, ones()), new NamedTensor("beta", layer, Matrix.zeros(units, 1)));
    }

    @Override
    public List<NamedTensor> newStatistics() {
        return List.of(
                new NamedTensor("mean", layer, Matrix.zeros(units, 1)), new NamedTensor("variance", layer, ones()));
    }

    private Matrix ones() {
        Matrix ones = Matrix.zeros(units, 1);
        for (int i = 0; i < units; i++) {
            ones.set(i, 0, 1);
        }
        return ones;
    }

    @Override
    public void forward(Parameters parameters, ForwardPass pass) {
        Matrix gamma = parameters.get("gamma", layer);
        Matrix beta = parameters.get("beta", layer);
        Matrix Z = pass.Z(layer);
        Matrix N = pass.N(layer);
        if (!pass.isPrediction()) {
            measure(Z, pass.mean(layer), pass.variance(layer));
        }
        for (int i = 0; i < units; i++) {
            double mean = pass.mean(layer).get(i, 0);
            double deviation = Math.sqrt(pass.variance(layer).get(i, 0) + epsilon);
            double[] z = Z.row(i);
            double[] n = N.row(i);
            for (int j = 0; j < n.length; j++) {
                n[j] = gamma.get(i, 0) * ((z[j] - mean) / deviation) + beta.get(i, 0);
            }
        }
    }

    /** μ and σ² of the batch. */
    private void measure(Matrix Z, Matrix mean, Matrix variance) {
        for (int i = 0; i < units; i++) {
            double[] z = Z.row(i);
            double centre = Products.rowSum(z) / z.length;
            double squares = 0;
            for (int j = 0; j < z.length; j++) {
                squares += (z[j] - centre) * (z[j] - centre);
            }
            mean.set(i, 0, centre);
            variance.set(i, 0, squares / z.length);
        }
    }

    @Override
    public void backward(Parameters parameters, ForwardPass pass, BackwardPass back, Parameters gradients) {
        Matrix gamma = parameters.get("gamma", layer);
        Matrix dGamma = gradients.get("gamma", layer);
        Matrix dBeta = gradients.get("beta", layer);
        for (int i = 0; i < units; i++) {
            double mean = pass.mean(layer).get(i, 0);
            double deviation = Math.sqrt(pass.variance(layer).get(i, 0) + epsilon);
            double[] z = pass.Z(layer).row(i);
            // holds dN, and dZ in the end
            double[] d = back.dZ(layer).row(i);
            int m = d.length;
            double products = 0;
            for (int j = 0; j < m; j++) {
                products += d[j] * ((z[j] - mean) / deviation);
            }
            double ofGamma = products / m;
            double ofBeta = Products.rowSum(d) / m;
            double scale = gamma.get(i, 0) / deviation;
            for (int j = 0; j < m; j++) {
                d[j] = scale * (d[j] - ofBeta - (z[j] - mean) / deviation * ofGamma);
            }
            dGamma.set(i, 0, ofGamma);
            dBeta.set(i, 0, ofBeta);
        }
    }

    /** The running mean and variance; of a batch of one example the unbiased variance is 0 as well. */
    @Override
    public void keep(ForwardPass pass, Parameters statistics) {
        int m = pass.Z(layer).columns();
        double correction = unbiased && m > 1 ? m / (m - 1.0) : 1;
        move(statistics.get("mean", layer), pass.mean(layer), 1);
        move(statistics.get("variance", layer), pass.variance(layer), correction);
    }

    private void move(Matrix running, Matrix ofBatch, double factor) {
        for (int i = 0; i < units; i++) {
            running.set(i, 0, decay * running.get(i, 0) + (1 - decay) * (factor * ofBatch.get(i, 0)));
        }
    }
}
