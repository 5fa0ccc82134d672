package org.twinnet.compare.theory.normalization;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** A normalization of Z over the examples, with parameters of its own, between the affine map and the activation. */
public interface NormalizationTheory extends Chapter {

    /**
     * How many rows of parameters it has, one number a unit in each, such as γ and β.
     *
     * @return at least 0
     */
    int parameterCount();

    /**
     * Normalizes.
     *
     * @param Z pre-activation, units × examples, not modified
     * @param parameters {@link #parameterCount} tensors of 1 × units, not modified
     * @param normalized overwritten
     * @param rounding the format that programs compute in
     */
    void forward(Bounded Z, List<Bounded> parameters, Bounded normalized, Rounding rounding);

    /**
     * Carries a gradient back.
     *
     * @param Z pre-activation, not modified
     * @param parameters the parameters, not modified
     * @param gradient the gradient at the normalized numbers on entry, dZ on return
     * @param parameterGradients overwritten with the gradient of the mean loss in the parameters
     * @param rounding the format that programs compute in
     */
    void backward(
            Bounded Z, List<Bounded> parameters, Bounded gradient, List<Bounded> parameterGradients, Rounding rounding);
}
