package org.twinnet.compare.theory.step;

import java.util.Optional;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.dropout.DropoutTheory;
import org.twinnet.compare.theory.normalization.NormalizationTheory;

/**
 * The formulas of one layer, in the order in which they are computed.
 *
 * @param units number of units
 * @param normalization between Z and the activation
 * @param activation A = g(Z)
 * @param dropout what a mask does to A, where there is one
 */
public record LayerChapters(
        int units,
        Optional<NormalizationTheory> normalization,
        ActivationTheory activation,
        Optional<DropoutTheory> dropout) {}
