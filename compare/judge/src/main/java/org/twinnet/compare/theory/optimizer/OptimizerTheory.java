package org.twinnet.compare.theory.optimizer;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** What an optimizer subtracts from a tensor of parameters, and what it carries to the next iteration. */
public interface OptimizerTheory extends Chapter {

    /**
     * The chapter of an experiment's word.
     *
     * @param optimizer what the experiment says
     * @return its chapter
     */
    static OptimizerTheory of(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.GradientDescent) {
            return new GradientDescentTheory();
        }
        if (optimizer instanceof Optimizer.Momentum momentum) {
            return new MomentumTheory(momentum.momentum(), momentum.average());
        }
        if (optimizer instanceof Optimizer.Nesterov nesterov) {
            return new NesterovTheory(nesterov.momentum());
        }
        if (optimizer instanceof Optimizer.Adagrad adagrad) {
            return new AdagradTheory(adagrad.epsilon());
        }
        if (optimizer instanceof Optimizer.Rmsprop rmsprop) {
            return new RmspropTheory(rmsprop.decay(), rmsprop.epsilon());
        }
        if (optimizer instanceof Optimizer.Moments adam) {
            boolean largest = optimizer instanceof Optimizer.Amsgrad;
            return new AdamTheory(adam.beta1(), adam.beta2(), adam.epsilon(), adam.epsilonPlace(), largest);
        }
        throw new IllegalStateException(optimizer.kind() + " has no chapter");
    }

    /**
     * The chapters, which mistakes are made in.
     *
     * @return one of each formula
     */
    static List<OptimizerTheory> ofAll() {
        return List.of(
                new GradientDescentTheory(),
                new MomentumTheory(0.9, false),
                new NesterovTheory(0.9),
                new AdamTheory(0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION, true),
                new RmspropTheory(0.9, 0),
                new AdagradTheory(0));
    }

    /**
     * How many tensors of state it carries for each tensor of parameters, such as a velocity.
     *
     * @return 0 where a step does not depend on those before it
     */
    int stateCount();

    /**
     * What each tensor of its state is called: v a velocity or first moment, s a second one.
     *
     * @return {@link #stateCount} letters
     */
    default List<String> stateSymbols() {
        return List.of("v", "s", "h").subList(0, stateCount());
    }

    /**
     * One step; the parameters after it are V minus the update.
     *
     * @param V the parameters before the step, not modified
     * @param g the whole gradient, not modified
     * @param state what it carries into the step, {@link #stateCount} tensors of the shape of V; not modified
     * @param t iteration, from 1
     * @param rate αₜ
     * @param rounding the format that programs compute in
     * @param update overwritten with what is subtracted
     * @param nextState overwritten with what it carries out of the step
     */
    void step(
            Bounded V,
            Bounded g,
            List<Bounded> state,
            int t,
            BoundedNumber rate,
            Rounding rounding,
            Bounded update,
            List<Bounded> nextState);

    /**
     * What it carries out of a step that is known by nothing but its update.
     *
     * @param update what was subtracted
     * @param rate αₜ, not 0
     * @param rounding the format that programs compute in
     * @return {@link #stateCount} tensors; empty where the update does not tell
     */
    default Optional<List<Bounded>> stateBehind(Bounded update, BoundedNumber rate, Rounding rounding) {
        return Optional.empty();
    }
}
