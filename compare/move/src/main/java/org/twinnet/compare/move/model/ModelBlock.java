package org.twinnet.compare.move.model;

import java.util.Optional;

/**
 * A layer as networks are drawn: weights, perhaps batch normalization, and an activation, which DL4J has as up to three
 * layers.
 *
 * @param index which of DL4J's layers has the weights, from 0
 * @param inputs columns of W
 * @param units rows of W
 * @param dense DL4J's layer with the weights: its updater, regularization, clipping
 * @param hasBias whether it has b
 * @param keep what dropout keeps of its inputs, as a probability; 1 without dropout
 * @param dropout the dropout of its inputs; empty without
 * @param keepInside what dropout keeps between the weights and the activation; 1 without dropout there
 * @param norm DL4J's batch normalization; empty without
 * @param normAfterActivation whether batch normalization stands behind an activation
 * @param activation the activation
 */
public record ModelBlock(
        int index,
        int inputs,
        int units,
        Part dense,
        boolean hasBias,
        double keep,
        Optional<Part> dropout,
        double keepInside,
        Optional<Part> norm,
        boolean normAfterActivation,
        Part activation) {

    /** Whether γ and β are parameters, and no fixed numbers. */
    boolean hasGamma() {
        return norm.isPresent() && !norm.get().flag("lockGammaBeta", false);
    }

    long weights() {
        return (long) inputs * units;
    }

    /** All numbers of the block in DL4J's vector. */
    long length() {
        long ofNorm = norm.isEmpty() ? 0 : (hasGamma() ? 4L : 2L) * units;
        return weights() + (hasBias ? units : 0) + ofNorm;
    }

    ModelBlock withNorm(Part normalization, double inside, boolean behind) {
        return with(inside, Optional.of(normalization), behind, activation);
    }

    ModelBlock withActivation(Part other, double inside) {
        return with(inside, norm, normAfterActivation, other);
    }

    private ModelBlock with(double inside, Optional<Part> normalization, boolean behind, Part other) {
        return new ModelBlock(
                index,
                inputs,
                units,
                dense,
                hasBias,
                keep,
                dropout,
                Math.min(keepInside, inside),
                normalization,
                behind,
                other);
    }
}
