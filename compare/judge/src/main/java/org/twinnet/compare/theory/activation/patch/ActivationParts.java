package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.mistake.Part;

/** Where an activation can be another one: forward and backward apart. */
public final class ActivationParts {

    /** A = g(Z), of a layer. */
    public static final Part<ActivationTheory> VALUE = new Part<>("activation", Part.Reach.STEP);

    /** g′(Z) in dZ, of a hidden layer. */
    public static final Part<ActivationTheory> SLOPE = new Part<>("slope", Part.Reach.STEP);

    private ActivationParts() {}
}
