package org.twinnet.compare.move.back;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.move.model.Part;

/** The optimizer and the schedule that an updater of DL4J is. */
final class UpdaterChoice {

    private static final Set<String> READ = Set.of("learningRate", "learningRateSchedule", "rule");
    private static final double LARGEST = 1e9;

    private final Place place;
    private final Part updater;
    private final Part rule;

    /** An updater without the limit that may stand around it. */
    UpdaterChoice(Place place, Part updater) {
        this.place = place;
        this.updater = updater;
        this.rule = updater.part("rule").orElse(updater);
    }

    Optimizer optimizer() {
        Set<String> others = new TreeSet<>(updater.parts().keySet());
        others.addAll(rule.parts().keySet());
        others.removeAll(READ);
        if (!others.isEmpty()) {
            throw place.refused(
                    "an updater " + rule.type() + " with " + String.join(", ", others), "fixed numbers there");
        }
        double alpha = rate().orElse(updater.number("learningRate", Double.NaN));
        return switch (rule.type()) {
            case "Sgd" -> new Optimizer.GradientDescent(alpha);
            case "OwnRule.Momentum" -> momentum(alpha);
            case "Nesterovs", "OwnRule.Nesterov" -> new Optimizer.Nesterov(alpha, number("momentum"));
            case "AdaGrad", "OwnRule.AdaGrad" -> new Optimizer.Adagrad(alpha, number("epsilon"));
            case "RmsProp" -> new Optimizer.Rmsprop(alpha, number("rmsDecay"), number("epsilon"));
            case "OwnRule.RmsProp" -> new Optimizer.Rmsprop(alpha, number("decay"), number("epsilon"));
            case "Adam" -> adam(alpha, false, EpsilonPlace.BEFORE_CORRECTION);
            case "AMSGrad" -> adam(alpha, true, EpsilonPlace.BEFORE_CORRECTION);
            case "OwnRule.PaperAdam" -> adam(alpha, rule.flag("largest", false), EpsilonPlace.AFTER_CORRECTION);
            default ->
                throw place.refused(
                        "the updater " + rule.type(),
                        "gradient descent, momentum, Nesterov's, AdaGrad, RMSProp, Adam and AMSGrad");
        };
    }

    private double number(String name) {
        return rule.number(name, Double.NaN);
    }

    private Optimizer momentum(double alpha) {
        double momentum = number("momentum");
        double share = rule.number("share", 1);
        if (share != 1 && share != 1 - momentum) {
            throw place.refused("a momentum that takes " + share + " of each gradient", "all of it, or 1 − momentum");
        }
        return new Optimizer.Momentum(alpha, momentum, share != 1);
    }

    private Optimizer adam(double alpha, boolean largest, EpsilonPlace at) {
        double beta1 = number("beta1");
        double beta2 = number("beta2");
        double epsilon = number("epsilon");
        return largest
                ? new Optimizer.Amsgrad(alpha, beta1, beta2, epsilon, at)
                : new Optimizer.Adam(alpha, beta1, beta2, epsilon, at);
    }

    private Optional<Part> found() {
        return updater.part("learningRate").or(() -> rule.part("learningRateSchedule"));
    }

    /** The rate that a schedule begins with; empty where it is a number of the updater. */
    private Optional<Double> rate() {
        return found().map(it -> it.number("value", it.number("initialValue", Double.NaN)));
    }

    Schedule schedule() {
        Optional<Part> found = found().filter(it -> !it.is("FixedSchedule"));
        if (found.isEmpty()) {
            return new Schedule.Constant();
        }
        Part schedule = found.get();
        if (!schedule.word("scheduleType").equals("ITERATION")) {
            throw place.refused("a learning rate that changes by epochs", "one that changes by iterations");
        }
        double gamma = schedule.number("gamma", Double.NaN);
        return switch (schedule.type()) {
            case "StepSchedule" -> step(schedule.number("step", Double.NaN), schedule.number("decayRate", Double.NaN));
            case "ExponentialSchedule" -> new Schedule.Exponential(gamma);
            case "InverseSchedule" -> new Schedule.Inverse(gamma, schedule.number("power", Double.NaN));
            default ->
                throw place.refused(
                        "the learning rate of a " + schedule.type(), "step, exponential and inverse schedules");
        };
    }

    private Schedule step(double every, double factor) {
        if (every != Math.rint(every) || !(every >= 1 && every <= LARGEST)) {
            throw place.refused("a learning rate that falls every " + every + " iterations", "whole numbers");
        }
        return new Schedule.Step((int) every, factor);
    }
}
