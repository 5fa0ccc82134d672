package org.twinnet.compare.theory.step;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.normalization.NormalizationTheory;

/**
 * The forward pass over chapters, for l = 1 … L: Z = W·A + b, normalization, A = g(Z), mask. The activation before the
 * mask is kept, since its slope is taken there. Buffers are made once; not thread-safe.
 */
public final class ForwardStep {

    /** Masks of a pass in which nothing is dropped. */
    public static final double[][][] NO_MASKS = new double[0][][];

    private final Chapters chapters;
    private final Rounding rounding;
    private final Affine affine;
    private final Bounded inputs;
    private final List<Bounded> preActivations = new ArrayList<>();
    private final List<Bounded> activationInputs = new ArrayList<>();
    private final List<Bounded> unmasked = new ArrayList<>();
    private final List<Bounded> masked = new ArrayList<>();
    private double[][][] masks = NO_MASKS;

    /**
     * Makes the buffers.
     *
     * @param chapters the formulas
     * @param X features × examples, kept and not modified
     * @param rounding the format that programs compute in
     */
    public ForwardStep(Chapters chapters, double[][] X, Rounding rounding) {
        this.chapters = chapters;
        this.rounding = rounding;
        this.inputs = Bounded.exact(X);
        int m = X[0].length;
        this.affine = new Affine(rounding, chapters.widest(), m);
        for (int l = 0; l <= chapters.depth(); l++) {
            int units = chapters.units(l);
            unmasked.add(l == 0 ? inputs : Bounded.zeros(units, m));
            masked.add(chapters.dropout(l).isPresent() ? Bounded.zeros(units, m) : unmasked.get(l));
            if (l > 0) {
                Bounded Z = Bounded.zeros(units, m);
                preActivations.add(Z);
                boolean normalized = chapters.layer(l).normalization().isPresent();
                activationInputs.add(normalized ? Bounded.zeros(units, m) : Z);
            }
        }
    }

    /**
     * Runs the pass as in training.
     *
     * @param parameters the parameters, not modified
     * @param masks one mask of 0 and 1 for each of the layers 0 … L − 1, units × examples, null where nothing is
     *     dropped; {@link #NO_MASKS} to drop nothing; kept until the next pass, not modified
     */
    public void run(ParameterTensors parameters, double[][][] masks) {
        this.masks = masks;
        run(
                parameters,
                (l, normalization) ->
                        normalization.forward(Z(l), parameters.normalization(l), activationInput(l), rounding));
    }

    /**
     * Runs the pass as a network predicts: nothing is dropped, and normalizations go by what they have kept.
     *
     * @param parameters the parameters, not modified
     * @param statistics what normalizations have kept, not modified
     */
    public void predict(ParameterTensors parameters, ParameterTensors statistics) {
        this.masks = NO_MASKS;
        run(
                parameters,
                (l, normalization) -> normalization.predict(
                        Z(l),
                        parameters.normalization(l),
                        statistics.layers().get(l - 1),
                        activationInput(l),
                        rounding));
    }

    @FunctionalInterface
    private interface Normalize {
        void layer(int l, NormalizationTheory normalization);
    }

    private void run(ParameterTensors parameters, Normalize normalize) {
        mask(0);
        for (int l = 1; l <= chapters.depth(); l++) {
            LayerChapters layer = chapters.layer(l);
            affine.forward(parameters.W(l), parameters.b(l), A(l - 1), Z(l));
            if (layer.normalization().isPresent()) {
                normalize.layer(l, layer.normalization().get());
            }
            layer.activation().forward(activationInput(l), activation(l), rounding);
            mask(l);
        }
    }

    /**
     * What normalizations keep after the last pass.
     *
     * @param before what they kept before it, not modified
     * @param after overwritten
     */
    public void keep(ParameterTensors before, ParameterTensors after) {
        for (int k = 1; k <= chapters.depth(); k++) {
            int l = k;
            chapters.layer(l)
                    .normalization()
                    .ifPresent(normalization -> normalization.keep(
                            Z(l), before.layers().get(l - 1), after.layers().get(l - 1), rounding));
        }
    }

    private void mask(int l) {
        if (isMasked(l)) {
            chapters.dropout(l).orElseThrow().apply(masks[l], unmasked.get(l), masked.get(l), rounding);
        }
    }

    /**
     * Tells whether the last pass dropped units of a layer.
     *
     * @param l layer, from 0, the inputs
     * @return true if it had a mask
     */
    public boolean isMasked(int l) {
        return l < masks.length && masks[l] != null;
    }

    /** The mask of a layer in the last pass; only where {@link #isMasked}. */
    double[][] D(int l) {
        return masks[l];
    }

    /**
     * The pre-activation.
     *
     * @param l layer, from 1
     * @return Z, live
     */
    public Bounded Z(int l) {
        return preActivations.get(l - 1);
    }

    /**
     * What the activation function gets.
     *
     * @param l layer, from 1
     * @return Z, or what normalization made of it; live
     */
    public Bounded activationInput(int l) {
        return activationInputs.get(l - 1);
    }

    /**
     * The activation before any mask.
     *
     * @param l layer, from 0, the inputs
     * @return g(Z), live
     */
    public Bounded activation(int l) {
        return unmasked.get(l);
    }

    /**
     * The activation as the next layer gets it.
     *
     * @param l layer, from 0, the inputs
     * @return A, masked where the last pass had a mask; live
     */
    public Bounded A(int l) {
        return isMasked(l) ? masked.get(l) : unmasked.get(l);
    }
}
