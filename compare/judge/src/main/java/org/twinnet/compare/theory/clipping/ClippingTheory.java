package org.twinnet.compare.theory.clipping;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** A limit of the gradient. */
public interface ClippingTheory extends Chapter {

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
