package org.twinnet.compare.move.guide;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.data.source.ShippedData;
import org.twinnet.dl4j.update.OwnRule;
import org.twinnet.dl4j.update.OwnUpdater;

/** What DL4J's updaters do otherwise. */
final class UpdateGuide {

    private static final int ITERATIONS = 100;

    private static final int STEPS_OF_CHAOS = 5;

    private UpdateGuide() {}

    private static Experiment with(Optimizer optimizer) {
        return Experiment.published(2).with(optimizer).iterations(ITERATIONS);
    }

    private static Ported ported(Experiment experiment, IUpdater updater) {
        return Ported.of(experiment, ShippedData.pitch()).network(it -> it.updater(updater));
    }

    /** DL4J's own updater in place of the formula's; what it does then no experiment says. */
    private static String stock(Experiment right, IUpdater mended, IUpdater overlooked) {
        Trained byHand = Trained.of(right);
        byHand.requireAlike(ported(right, mended).trained(), right.toString());
        return apart(byHand, ported(right, overlooked).trained());
    }

    private static String cost(Experiment right, IUpdater mended, Experiment formula, IUpdater overlooked) {
        Cost cost = Cost.measured(right, ported(right, mended), formula, ported(right, overlooked));
        return apart(cost.right(), cost.slip());
    }

    private static IUpdater own(double rate, OwnRule rule) {
        return new OwnUpdater(new FixedSchedule(rate), rule);
    }

    private static String apart(Trained right, Trained slip) {
        return String.format(
                Locale.ROOT,
                "parameters %s of the largest apart after %d iterations of the published network",
                Trained.number(right.parted(slip)),
                ITERATIONS);
    }

    private static Optimizer adam(double epsilon, EpsilonPlace place) {
        return new Optimizer.Adam(0.01, 0.9, 0.999, epsilon, place);
    }

    /** Held to the formula for some steps; with such a rate a run is chaotic, and ends with units that are off. */
    private static String sums() {
        Experiment published = PenaltyGuide.published();
        Experiment steps = published.iterations(STEPS_OF_CHAOS);
        Ported ported = Ported.of(steps, ShippedData.pitch());
        Cost.measured(
                steps,
                ported.network(it -> it.miniBatch(true)),
                steps.with(new Optimizer.GradientDescent(0.3 * 211)),
                ported.network(it -> it.miniBatch(false)));
        Trained slip = Ported.of(published, ShippedData.pitch())
                .network(it -> it.miniBatch(false))
                .trained();
        return Trained.of(published).share(slip);
    }

    static List<Difference> all() {
        StepSchedule halved = new StepSchedule(ScheduleType.ITERATION, 0.3, 0.5, 50);
        Experiment nesterov = with(new Optimizer.Nesterov(0.3, 0.9)).with(new Schedule.Step(50, 0.5));
        return List.of(
                new Difference(
                        "`Adam` and `AMSGrad` add ε before the correction",
                        "the paper and PyTorch: α·m̂/(√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)",
                        "α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε), as Keras",
                        "α = 0.01, ε = 1e-8",
                        "`.updater(new Adam(0.01))`",
                        stock(
                                with(adam(1e-8, EpsilonPlace.AFTER_CORRECTION)),
                                own(0.01, new OwnRule.PaperAdam(0.9, 0.999, 1e-8, false)),
                                new Adam(0.01)),
                        "`.updater(new OwnUpdater(new FixedSchedule(0.01), new OwnRule.PaperAdam(0.9, 0.999, 1e-8,"
                                + " false)))`; a network of Keras needs none: `epsilon_place` `before-correction`"),
                new Difference(
                        "Libraries have other ε",
                        "Keras: 1e-7 in `Adam`",
                        "1e-8, as the paper and PyTorch",
                        "α = 0.01",
                        "`.updater(new Adam(0.01))`",
                        cost(
                                with(adam(1e-7, EpsilonPlace.BEFORE_CORRECTION)),
                                new Adam(0.01, 0.9, 0.999, 1e-7),
                                with(adam(1e-8, EpsilonPlace.BEFORE_CORRECTION)),
                                new Adam(0.01)),
                        "`.updater(new Adam(0.01, 0.9, 0.999, 1e-7))`"),
                new Difference(
                        "What `RmsProp` remembers begins at ε",
                        "s = 0 before the first iteration",
                        "s = ε",
                        "α = 0.001",
                        "`.updater(new RmsProp(0.001, 0.9, 1e-8))`",
                        stock(
                                with(new Optimizer.Rmsprop(0.001, 0.9, 1e-8)),
                                own(0.001, new OwnRule.RmsProp(0.9, 1e-8)),
                                new RmsProp(0.001, 0.9, 1e-8)),
                        "`.updater(new OwnUpdater(new FixedSchedule(0.001), new OwnRule.RmsProp(0.9, 1e-8)))`"),
                new Difference(
                        "What `AdaGrad` remembers begins at ε",
                        "s = 0 before the first iteration",
                        "s = ε",
                        "α = 0.01",
                        "`.updater(new AdaGrad(0.01, 1e-8))`",
                        stock(
                                with(new Optimizer.Adagrad(0.01, 1e-8)),
                                own(0.01, new OwnRule.AdaGrad(1e-8)),
                                new AdaGrad(0.01, 1e-8)),
                        "`.updater(new OwnUpdater(new FixedSchedule(0.01), new OwnRule.AdaGrad(1e-8)))`"),
                new Difference(
                        "The velocity of `Nesterovs` carries the learning rate",
                        "v ← μ·v + g; θ − αₜ·(g + μ·v)",
                        "v ← μ·v − αₜ·g: a rate that falls leaves the old velocity as large as it was",
                        "α = 0.3, halved after 50 iterations; at a constant rate both are the same",
                        "`.updater(new Nesterovs(schedule, 0.9))`",
                        stock(nesterov, new OwnUpdater(halved, new OwnRule.Nesterov(0.9)), new Nesterovs(halved, 0.9)),
                        "`.updater(new OwnUpdater(schedule, new OwnRule.Nesterov(0.9)))`"),
                new Difference(
                        "`Nesterovs` looks ahead",
                        "momentum: v ← μ·v + g; θ − α·v, `momentum=0.9` of PyTorch's and Keras' SGD",
                        "`Nesterovs`: θ − α·(g + μ·v); plain momentum is no updater of DL4J",
                        "α = 0.1, μ = 0.9",
                        "`.updater(new Nesterovs(0.1, 0.9))`",
                        cost(
                                with(new Optimizer.Momentum(0.1, 0.9, false)),
                                own(0.1, new OwnRule.Momentum(0.9, 1.0)),
                                with(new Optimizer.Nesterov(0.1, 0.9)),
                                new Nesterovs(0.1, 0.9)),
                        "`.updater(new OwnUpdater(new FixedSchedule(0.1), new OwnRule.Momentum(0.9, 1.0)))`"),
                new Difference(
                        "Schedules count what they are told to",
                        "αₜ of iteration t",
                        "`ScheduleType.EPOCH` counts epochs, which a loop of `fit(DataSet)` never raises by itself",
                        "α = 0.3, halved every 50 iterations",
                        "`new StepSchedule(ScheduleType.EPOCH, 0.3, 0.5, 50)`: the rate stays",
                        cost(
                                with(new Optimizer.GradientDescent(0.3)).with(new Schedule.Step(50, 0.5)),
                                new Sgd(new StepSchedule(ScheduleType.ITERATION, 0.3, 0.5, 50)),
                                with(new Optimizer.GradientDescent(0.3)),
                                new Sgd(new StepSchedule(ScheduleType.EPOCH, 0.3, 0.5, 50))),
                        "`new StepSchedule(ScheduleType.ITERATION, 0.3, 0.5, 50)`"),
                new Difference(
                        "`miniBatch(false)` sums",
                        "dW = dZ·Aᵀ/m",
                        "without mini-batches dW = dZ·Aᵀ, m times as much",
                        "m = 211, α = 0.3",
                        "`.miniBatch(false)`",
                        sums(),
                        "`.miniBatch(true)`, the default"));
    }
}
