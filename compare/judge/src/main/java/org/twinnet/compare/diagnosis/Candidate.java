package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.mistake.Formulas;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Recipe;

/**
 * A mistake made in certain layers, in one certain way.
 *
 * @param mistake the mistake
 * @param formulas the formulas of this way
 * @param layers where
 * @param whole whether that is everywhere, so that no layer needs to be named
 * @param recipe the formulas with the mistake put in
 * @param factor the factor to be told
 * @param fitted whether a number was found out from the trace itself
 */
record Candidate(
        Mistake mistake,
        Formulas formulas,
        List<Integer> layers,
        boolean whole,
        Recipe recipe,
        Optional<Named> factor,
        boolean fitted) {}
