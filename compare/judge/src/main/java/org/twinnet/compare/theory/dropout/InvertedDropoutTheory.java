package org.twinnet.compare.theory.dropout;

import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Inverted dropout, for activations and gradients alike.
 *
 * <pre>
 *   A ← A ∘ D / keep_prob     ε ← (1 + 2γ₃)·ε·D/keep_prob + γ₃·|A| + τ     mask and scaling: at most 3 operations
 * </pre>
 *
 * <p>What is 0 in every program stays 0, without τ. A program may multiply by 1/keep_prob. Where that is infinite, 0·∞
 * is no number, and the error is infinite as well; so it is where what is kept leaves the range of the format.
 *
 * @param keepProbability above 0 and at most 1
 */
public record InvertedDropoutTheory(double keepProbability) implements DropoutTheory {

    @Override
    public String formula() {
        return "A = A ∘ D / keep_prob";
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.of(
                        List.of(DropoutMistakes.notScaledForward(), DropoutMistakes.notScaledBackward()),
                        List.of(MaskMistakes.missingBackward(), MaskMistakes.redrawnBackward()),
                        List.of(DropoutMistakes.probabilityInverted()),
                        MaskMistakes.shared(),
                        List.of(DropoutMistakes.layerSkipped(), MaskMistakes.missingForward()),
                        DropoutMistakes.otherScales(),
                        List.of(MaskMistakes.onInput(), MaskMistakes.transposed(), DropoutMistakes.scaleDiffers()))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean overflows(Rounding rounding) {
        return 1 / keepProbability > rounding.largest();
    }

    @Override
    public void apply(double[][] D, Bounded from, Bounded to, Rounding rounding) {
        double gamma = rounding.gamma(3);
        double tiny = rounding.tiny();
        double scale = Math.min(1 / keepProbability, Double.MAX_VALUE);
        boolean scalable = !overflows(rounding);
        for (int i = 0; i < to.rows(); i++) {
            double[] d = D[i];
            double[] x = from.values(i);
            double[] ex = from.errors(i);
            double[] masked = to.values(i);
            double[] error = to.errors(i);
            for (int j = 0; j < masked.length; j++) {
                masked[j] = x[j] * (d[j] * scale);
                double size = Math.abs(masked[j]);
                double carried = d[j] * ex[j] * scale * (1 + 2 * gamma);
                double bound = carried + gamma * size + Math.min(tiny, carried + size);
                error[j] = scalable && size + 2 * bound < rounding.largest() ? bound : Double.POSITIVE_INFINITY;
            }
        }
    }
}
