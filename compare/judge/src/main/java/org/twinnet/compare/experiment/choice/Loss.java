package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.data.Targets;

/** What is made small by training, beside the penalty: a mean over the m examples of what K outputs cost. */
public sealed interface Loss extends Choice {

    /**
     * How the numbers Y are read.
     *
     * @return what they stand for
     */
    Targets.Kind targets();

    /** Cross-entropy of labels 0 and 1 and sigmoid outputs, 1/m·ΣΣ −[y·ln a + (1 − y)·ln(1 − a)]. */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public Targets.Kind targets() {
            return Targets.Kind.BINARY;
        }
    }

    /** Cross-entropy of classes and a softmax output, 1/m·Σ −Σₖ yₖ·ln aₖ. */
    record SoftmaxCrossEntropy() implements Loss {
        @Override
        public Targets.Kind targets() {
            return Targets.Kind.CLASSES;
        }
    }

    /** Squared distance, 1/(m·K)·ΣΣ (a − y)². */
    record MeanSquaredError() implements Loss {
        @Override
        public Targets.Kind targets() {
            return Targets.Kind.NUMBERS;
        }
    }

    /** Half of the squared distance, 1/(2m)·ΣΣ (a − y)². */
    record Quadratic() implements Loss {
        @Override
        public Targets.Kind targets() {
            return Targets.Kind.NUMBERS;
        }
    }

    /**
     * The loss where nobody says it.
     *
     * @param output the output's activation
     * @return the cross-entropy that goes with a sigmoid or a softmax, the mean squared error for any other
     */
    static Loss of(Activation output) {
        if (output instanceof Activation.Sigmoid) {
            return new BinaryCrossEntropy();
        }
        return output instanceof Activation.Softmax ? new SoftmaxCrossEntropy() : new MeanSquaredError();
    }
}
