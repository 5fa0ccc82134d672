package org.twinnet.compare.theory.loss;

import static org.twinnet.compare.theory.mistake.Change.patch;
import static org.twinnet.compare.theory.mistake.Way.fixed;

import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.loss.patch.AsWrittenTheory;
import org.twinnet.compare.theory.loss.patch.OutputSlopeTheory;
import org.twinnet.compare.theory.loss.patch.ScaledLossTheory;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of the cross-entropy over classes, in the cost and in its gradient. */
final class SoftmaxCrossEntropyMistakes {

    private static final String J = "−ΣΣ y·ln a / m";
    private static final String DZ = "dZ = A − Y";

    private SoftmaxCrossEntropyMistakes() {}

    static List<Mistake> all() {
        List<Mistake> own = List.of(
                AppliedTwiceMistakes.ofSoftmax(),
                ofCost(
                        "softmax-cross-entropy-summed",
                        "The cross-entropy is summed over the examples, not averaged.",
                        "−ΣΣ y·ln a",
                        factor(KnownNumber.M),
                        SummedCost.ofBatch()),
                ofCost(
                        "softmax-cross-entropy-over-outputs",
                        "The cross-entropy is averaged over the classes too.",
                        "−ΣΣ y·ln a / (m·K)",
                        factor(KnownNumber.PER_OUTPUTS)),
                ofCost(
                        "softmax-binary-cross-entropy",
                        "The cross-entropy has the second term of the binary one, for each class.",
                        "−ΣΣ y·ln a + (1 − y)·ln(1 − a) / m",
                        fixed(patch(
                                LossParts.COST,
                                s -> Patch.change(
                                        "two terms",
                                        right -> new AsWrittenTheory(right, new BinaryCrossEntropyTheory()))))),
                ofGradient(
                        "softmax-output-gradient-slope-missing",
                        "The slope of the softmax is left out.",
                        "dZ = −Y/A",
                        OutputSlopeTheory.Form.MISSING),
                ofGradient(
                        "softmax-output-gradient-diagonal",
                        "The slope of the softmax is taken for that of a sigmoid: each output alone.",
                        "dZ = −Y/A·A·(1 − A)",
                        OutputSlopeTheory.Form.OF_SIGMOID),
                ofGradient(
                        "softmax-output-gradient-extra-slope",
                        "A·(1 − A) is multiplied in, although cross-entropy cancels the slope.",
                        "dZ = (A − Y)·A·(1 − A)",
                        OutputSlopeTheory.Form.SIGMOID_TOO));
        return Stream.of(own, OutputGradientMistakes.ofAny(), CrossEntropyMistakes.ofAny())
                .flatMap(List::stream)
                .toList();
    }

    private static Mistake ofCost(String id, String sentence, String wrong, Way... ways) {
        return new Mistake(
                id, Subject.COST, sentence, wrong, J, "the cost of every iteration", Scope.NETWORK, List.of(ways));
    }

    private static Way factor(KnownNumber number) {
        return Way.factor(number, c -> patch(LossParts.COST, s -> Patch.factor(c, ScaledLossTheory::new)));
    }

    private static Mistake ofGradient(String id, String sentence, String wrong, OutputSlopeTheory.Form form) {
        return new Mistake(
                id,
                Subject.GRADIENT,
                sentence,
                wrong,
                DZ,
                "dZ of the output and all that comes behind",
                Scope.OUTPUT,
                List.of(fixed(patch(
                        LossParts.GRADIENT,
                        s -> Patch.change("slope", right -> new OutputSlopeTheory(right, form), form)))));
    }
}
