package org.twinnet.compare.theory.clipping;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** A limit of the gradient. */
public interface ClippingTheory extends Chapter {

    /**
     * The chapter of an experiment's word.
     *
     * @param clipping what the experiment says
     * @return its chapter; empty where nothing is clipped
     */
    static Optional<ClippingTheory> of(Clipping clipping) {
        if (clipping instanceof Clipping.None) {
            return Optional.empty();
        }
        if (clipping instanceof Clipping.Value value) {
            return Optional.of(new ValueTheory(value.limit(), value.afterPenalty()));
        }
        if (clipping instanceof Clipping.NormPerLayer norm) {
            return Optional.of(new NormPerLayerTheory(norm.limit(), norm.afterPenalty()));
        }
        if (clipping instanceof Clipping.Norm norm) {
            return Optional.of(new NormTheory(norm.limit(), norm.afterPenalty()));
        }
        throw new IllegalStateException(clipping.kind() + " has no chapter");
    }

    /**
     * Tells what is clipped.
     *
     * @return true for the gradient with the penalty's, false for that of the mean loss alone
     */
    boolean afterPenalty();

    /**
     * Clips.
     *
     * @param layers the gradient's tensors, one list a layer; modified
     * @param rounding the format that programs compute in
     */
    void clip(List<List<Bounded>> layers, Rounding rounding);
}
