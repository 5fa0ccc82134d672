package org.twinnet.compare.theory.step;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.optimizer.WeightDecayTheory;

/**
 * Clipping, penalty, optimizer and weight decay over chapters.
 *
 * <pre>
 *   g  = dV + penalty's gradient     εdV + εpenalty + u·(|dV| + |penalty's|)
 *   next parameters  V − update      εV + εupdate + u·(|V| + |update|)
 * </pre>
 *
 * <p>Buffers are made once; not thread-safe.
 */
public final class UpdateStep {

    private final Chapters chapters;
    private final int m;
    private final boolean[] weights;
    private final boolean[] penalized;
    private final Rounding rounding;
    private final ParameterTensors penaltyGradient;
    private final ParameterTensors whole;
    private final ParameterTensors update;
    private final ParameterTensors next;
    private final List<List<Bounded>> state = new ArrayList<>();
    private final List<List<Bounded>> nextState = new ArrayList<>();

    /**
     * Makes the buffers.
     *
     * @param chapters the formulas
     * @param m number of examples that the penalty is divided by
     * @param rounding the format that programs compute in
     */
    public UpdateStep(Chapters chapters, int m, Rounding rounding) {
        this.chapters = chapters;
        this.m = m;
        this.rounding = rounding;
        this.penaltyGradient = ParameterTensors.zeros(chapters);
        this.whole = ParameterTensors.zeros(chapters);
        this.update = ParameterTensors.zeros(chapters);
        this.next = ParameterTensors.zeros(chapters);
        this.weights = new boolean[whole.tensors().size()];
        this.penalized = new boolean[whole.tensors().size()];
        for (int l = 1; l <= chapters.depth(); l++) {
            weights[whole.tensors().indexOf(whole.W(l))] = true;
            penalized[whole.tensors().indexOf(whole.W(l))] = true;
            penalized[whole.tensors().indexOf(whole.b(l))] = chapters.penalty().penalizesBiases();
        }
        for (Bounded V : whole.tensors()) {
            List<Bounded> before = new ArrayList<>();
            List<Bounded> after = new ArrayList<>();
            for (int i = 0; i < chapters.optimizer().stateCount(); i++) {
                before.add(Bounded.zeros(V.rows(), V.columns()));
                after.add(Bounded.zeros(V.rows(), V.columns()));
            }
            state.add(before);
            nextState.add(after);
        }
    }

    /**
     * The penalty.
     *
     * @param parameters the parameters, not modified
     * @return what it adds to the cost
     */
    public BoundedNumber penalty(ParameterTensors parameters) {
        List<Bounded> tensors = new ArrayList<>();
        for (int i = 0; i < penalized.length; i++) {
            if (penalized[i]) {
                tensors.add(parameters.tensors().get(i));
            }
        }
        return chapters.penalty().cost(tensors, m, rounding);
    }

    /**
     * Takes the step.
     *
     * @param parameters the parameters before it, not modified
     * @param gradient the gradient of the mean loss, not modified
     * @param t iteration, from 1
     */
    public void run(ParameterTensors parameters, ParameterTensors gradient, int t) {
        for (int i = 0; i < whole.tensors().size(); i++) {
            copy(gradient.tensors().get(i), whole.tensors().get(i));
        }
        clip(false);
        for (int i = 0; i < whole.tensors().size(); i++) {
            if (penalized[i]) {
                Bounded penalty = penaltyGradient.tensors().get(i);
                chapters.penalty().gradient(parameters.tensors().get(i), m, penalty, rounding);
                Elementwise.add(penalty, whole.tensors().get(i), rounding);
            }
        }
        clip(true);
        BoundedNumber rate = chapters.schedule().rate(t, rounding);
        for (int i = 0; i < whole.tensors().size(); i++) {
            Bounded V = parameters.tensors().get(i);
            Bounded step = update.tensors().get(i);
            chapters.optimizer()
                    .step(V, whole.tensors().get(i), state.get(i), t, rate, rounding, step, nextState.get(i));
            if (weights[i] && chapters.decay().isPresent()) {
                WeightDecayTheory decay = chapters.decay().get();
                decay.addTo(V, rate, step, rounding);
                Elementwise.subtract(V, step, next.tensors().get(i), rounding);
                decay.shrinkFirst(V, rate, next.tensors().get(i), rounding);
            } else {
                Elementwise.subtract(V, step, next.tensors().get(i), rounding);
            }
        }
    }

    private void clip(boolean afterPenalty) {
        if (chapters.clipping().isPresent() && chapters.clipping().get().afterPenalty() == afterPenalty) {
            chapters.clipping().get().clip(whole.layers(), rounding);
        }
    }

    private static void copy(Bounded from, Bounded to) {
        for (int i = 0; i < to.rows(); i++) {
            System.arraycopy(from.values(i), 0, to.values(i), 0, to.columns());
            System.arraycopy(from.errors(i), 0, to.errors(i), 0, to.columns());
        }
    }

    /**
     * The gradient of the penalty.
     *
     * @return zeros where nothing is penalized; live
     */
    public ParameterTensors penaltyGradient() {
        return penaltyGradient;
    }

    /**
     * What the step subtracts.
     *
     * @return the update, live
     */
    public ParameterTensors update() {
        return update;
    }

    /**
     * The parameters after the step.
     *
     * @return V − update, live
     */
    public ParameterTensors next() {
        return next;
    }

    /**
     * What the optimizer carries into the step; to be filled by who knows it, zeros in the beginning.
     *
     * @return for each tensor of parameters those of the optimizer's state
     */
    public List<List<Bounded>> state() {
        return state;
    }

    /**
     * What the optimizer carries out of the step.
     *
     * @return for each tensor of parameters those of the optimizer's state, live
     */
    public List<List<Bounded>> nextState() {
        return nextState;
    }
}
