package org.twinnet.compare.theory.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.normalization.NormalizationTheory;

/**
 * The backward pass over chapters, for l = L … 1: dZ of the loss, dW and db, dA through the weights, mask, slope,
 * normalization. dZ and dA are gradients of the examples' sum of losses, dW and db of their mean; no penalty. Buffers
 * are made once; not thread-safe.
 */
public final class BackwardStep {

    private final Chapters chapters;
    private final double[][] Y;
    private final Rounding rounding;
    private final Affine affine;
    private final List<Bounded> preActivationGradients = new ArrayList<>();
    private final ParameterTensors gradient;

    /**
     * Makes the buffers.
     *
     * @param chapters the formulas
     * @param Y outputs × examples, kept and not modified
     * @param rounding the format that programs compute in
     */
    public BackwardStep(Chapters chapters, double[][] Y, Rounding rounding) {
        this.chapters = chapters;
        this.Y = Y;
        this.rounding = rounding;
        int m = Y[0].length;
        this.affine = new Affine(rounding, chapters.widest(), m);
        for (int l = 1; l <= chapters.depth(); l++) {
            preActivationGradients.add(Bounded.zeros(chapters.units(l), m));
        }
        this.gradient = ParameterTensors.zeros(chapters);
    }

    /**
     * Runs the pass.
     *
     * @param parameters the parameters of the forward pass, not modified
     * @param forward the finished forward pass, not modified
     */
    public void run(ParameterTensors parameters, ForwardStep forward) {
        run(parameters, forward, 0);
    }

    /**
     * Runs the pass where a program may be off by more in dZ of the output.
     *
     * @param parameters the parameters of the forward pass, not modified
     * @param forward the finished forward pass, not modified
     * @param residualError absolute error of each entry beyond that of the loss's chapter, at least 0
     */
    public void run(ParameterTensors parameters, ForwardStep forward, double residualError) {
        int L = chapters.depth();
        chapters.loss()
                .residual(
                        chapters.layer(L).activation(),
                        forward.activationInput(L),
                        forward.activation(L),
                        Y,
                        dZ(L),
                        rounding);
        if (residualError != 0) {
            addError(residualError, dZ(L));
        }
        for (int l = L; l >= 1; l--) {
            Optional<NormalizationTheory> normalization = chapters.layer(l).normalization();
            if (normalization.isPresent()) {
                normalization
                        .get()
                        .backward(
                                forward.Z(l), parameters.normalization(l), dZ(l), gradient.normalization(l), rounding);
            }
            affine.parameterGradients(dZ(l), forward.A(l - 1), gradient.W(l), gradient.b(l));
            if (l > 1) {
                Bounded dA = dZ(l - 1);
                affine.inputGradient(parameters.W(l), dZ(l), dA);
                if (forward.isMasked(l - 1)) {
                    chapters.dropout(l - 1).orElseThrow().apply(forward.D(l - 1), dA, dA, rounding);
                }
                chapters.layer(l - 1)
                        .activation()
                        .slope(forward.activationInput(l - 1), forward.activation(l - 1), dA, rounding);
            }
        }
    }

    private static void addError(double more, Bounded dZ) {
        for (int i = 0; i < dZ.rows(); i++) {
            double[] e = dZ.errors(i);
            for (int j = 0; j < e.length; j++) {
                e[j] += more;
            }
        }
    }

    /**
     * The gradient at the pre-activation.
     *
     * @param l layer, from 1
     * @return dZ, live
     */
    public Bounded dZ(int l) {
        return preActivationGradients.get(l - 1);
    }

    /**
     * The gradient of the mean loss.
     *
     * @return dW, db and those of normalizations, live
     */
    public ParameterTensors gradient() {
        return gradient;
    }
}
