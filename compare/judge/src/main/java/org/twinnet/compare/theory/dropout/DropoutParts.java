package org.twinnet.compare.theory.dropout;

import org.twinnet.compare.theory.mistake.Part;

/** Where dropout can be another one, of a hidden layer; of the input under 0. */
public final class DropoutParts {

    /** Mask and scale of A. */
    public static final Part<DropoutTheory> FORWARD = new Part<>("dropout of A", Part.Reach.STEP);

    /** Mask and scale of dA. */
    public static final Part<DropoutTheory> BACKWARD = new Part<>("dropout of dA", Part.Reach.STEP);

    private DropoutParts() {}
}
