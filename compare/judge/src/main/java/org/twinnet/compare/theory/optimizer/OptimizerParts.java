package org.twinnet.compare.theory.optimizer;

import org.twinnet.compare.theory.mistake.Part;
import org.twinnet.compare.theory.schedule.ScheduleTheory;

/** Where an update can be another one. */
public final class OptimizerParts {

    /** The rule; of no layer. */
    public static final Part<OptimizerTheory> RULE = new Part<>("rule of the update", Part.Reach.UPDATE);

    /** The learning rate; of no layer. */
    public static final Part<ScheduleTheory> RATE = new Part<>("learning rate", Part.Reach.UPDATE);

    /** Factor of the step of W, of a layer. */
    public static final Part<Double> WEIGHT_STEP = new Part<>("step of W", Part.Reach.UPDATE);

    /** Factor of the step of b, of a layer. */
    public static final Part<Double> BIAS_STEP = new Part<>("step of b", Part.Reach.UPDATE);

    /** Factor of the step of γ, of a layer. */
    public static final Part<Double> SCALE_STEP = new Part<>("step of γ", Part.Reach.UPDATE);

    /** Factor of the step of β, of a layer. */
    public static final Part<Double> SHIFT_STEP = new Part<>("step of β", Part.Reach.UPDATE);

    /** The rate by which weight decay shrinks parameters, which is that of the step. */
    public static final Part<ScheduleTheory> DECAY_RATE = new Part<>("rate of the decay", Part.Reach.UPDATE);

    private OptimizerParts() {}
}
