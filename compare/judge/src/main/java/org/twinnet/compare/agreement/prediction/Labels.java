package org.twinnet.compare.agreement.prediction;

import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/**
 * The labels that outputs stand for: 1 where a probability is above 0.5, or the class with the largest one. There is
 * one an example, and one an output and example where there are several binary outputs.
 */
public final class Labels {

    private final Targets targets;
    private final double[] outputs;
    private final int m;

    /**
     * Reads outputs.
     *
     * @param targets what they stand for
     * @param outputs probabilities, one output after the other; kept
     * @param m number of examples
     */
    public Labels(Targets targets, double[] outputs, int m) {
        this.targets = targets;
        this.outputs = outputs;
        this.m = m;
    }

    /**
     * How many labels there are.
     *
     * @return 0 for numbers
     */
    public int count() {
        return switch (targets.kind()) {
            case BINARY -> targets.outputs() * m;
            case CLASSES -> m;
            case NUMBERS -> 0;
        };
    }

    /**
     * A label.
     *
     * @param i which label
     * @return NaN where one of its probabilities is
     */
    public double label(int i) {
        if (targets.kind() == Targets.Kind.BINARY) {
            return Double.isNaN(outputs[i]) ? Double.NaN : outputs[i] > 0.5 ? 1 : 0;
        }
        int top = 0;
        for (int k = 0; k < targets.outputs(); k++) {
            if (Double.isNaN(at(k, i))) {
                return Double.NaN;
            }
            top = at(k, i) > at(top, i) ? k : top;
        }
        return top;
    }

    /**
     * The label that it should be.
     *
     * @param examples the examples
     * @param i which label
     * @return what the examples say
     */
    public double expected(Dataset examples, int i) {
        return targets.kind() == Targets.Kind.BINARY ? examples.target(i % m, i / m) : examples.label(i);
    }

    /**
     * Whether another correct program may give another label.
     *
     * @param i which label
     * @param floor how far each output of another program may be from this one's, in their order
     * @return true within the floor of a tie, and where an output or a floor is no number
     */
    public boolean isOpen(int i, double[] floor) {
        if (targets.kind() == Targets.Kind.BINARY) {
            return !(Math.abs(outputs[i] - 0.5) > floor[i]);
        }
        int top = (int) label(i);
        for (int k = 0; k < targets.outputs(); k++) {
            if (k != top && !(at(top, i) - at(k, i) > floor[top * m + i] + floor[k * m + i])) {
                return true;
            }
        }
        return Double.isNaN(label(i));
    }

    private double at(int output, int example) {
        return outputs[output * m + example];
    }
}
