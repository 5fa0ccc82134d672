package org.twinnet.compare.move.port;

import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.SaidOfPort;

/** Holds the updater of each layer and its learning rate against the experiment's. */
final class UpdaterCheck {

    private final Optimizer right;
    private final Schedule schedule;
    private final Findings findings;

    UpdaterCheck(Experiment experiment, Findings findings) {
        this.right = experiment.optimizer();
        this.schedule = experiment.schedule();
        this.findings = findings;
    }

    void check(int b, ModelBlock block) {
        Optional<Part> updater = block.dense().part("iupdater");
        if (updater.isEmpty()) {
            findings.add(PortMistake.WRONG_UPDATER, b, SaidOfPort.NONE.of(), right.kind(), line());
            return;
        }
        rule(b, unwrapped(updater.get()));
        block.dense()
                .part("biasUpdater")
                .filter(own -> !own.equals(updater.get()))
                .ifPresent(own -> findings.add(
                        PortMistake.BIAS_UPDATER,
                        b,
                        Findings.text(own),
                        Findings.text(updater.get()),
                        Findings.without(".biasUpdater(…)")));
        block.norm()
                .flatMap(norm -> norm.part("iupdater"))
                .map(UpdaterCheck::unwrapped)
                .ifPresent(own -> rule(b, own));
    }

    private static Part unwrapped(Part updater) {
        return updater.is("ClippingUpdater") ? updater.part("updater").orElse(updater) : updater;
    }

    private void rule(int b, Part updater) {
        Part rule = updater.part("rule").orElse(updater);
        if (!isOfKind(rule)) {
            boolean looksAhead = right instanceof Optimizer.Momentum && rule.is("Nesterovs", "OwnRule.Nesterov");
            findings.add(
                    looksAhead ? PortMistake.NESTEROVS_FOR_MOMENTUM : PortMistake.WRONG_UPDATER,
                    b,
                    rule.type(),
                    right.kind(),
                    line());
            return;
        }
        settings(b, rule);
        rate(b, updater, rule);
    }

    private boolean isOfKind(Part rule) {
        if (right instanceof Optimizer.GradientDescent) {
            return rule.is("Sgd");
        }
        if (right instanceof Optimizer.Momentum momentum) {
            double share = momentum.average() ? 1 - momentum.momentum() : 1;
            return rule.is("OwnRule.Momentum") && Findings.same(rule.number("share", 1), share);
        }
        if (right instanceof Optimizer.Nesterov) {
            return rule.is("Nesterovs", "OwnRule.Nesterov");
        }
        if (right instanceof Optimizer.Adagrad) {
            return rule.is("AdaGrad", "OwnRule.AdaGrad");
        }
        if (right instanceof Optimizer.Rmsprop) {
            return rule.is("RmsProp", "OwnRule.RmsProp");
        }
        boolean largest = right instanceof Optimizer.Amsgrad;
        return rule.is("OwnRule.PaperAdam")
                ? rule.flag("largest", false) == largest
                : rule.is(largest ? "AMSGrad" : "Adam");
    }

    private void settings(int b, Part rule) {
        if (right instanceof Optimizer.Momentum momentum) {
            compare(PortMistake.MOMENTUM, b, rule, "momentum", momentum.momentum());
        }
        if (right instanceof Optimizer.Nesterov nesterov) {
            compare(PortMistake.MOMENTUM, b, rule, "momentum", nesterov.momentum());
            if (rule.is("Nesterovs") && !(schedule instanceof Schedule.Constant)) {
                findings.add(PortMistake.NESTEROVS_UNDER_SCHEDULE, b, rule.type(), right.kind(), line());
            }
        }
        if (right instanceof Optimizer.Adagrad adagrad) {
            compare(PortMistake.UPDATER_EPSILON, b, rule, "epsilon", adagrad.epsilon());
        }
        if (right instanceof Optimizer.Rmsprop rmsprop) {
            compare(PortMistake.UPDATER_EPSILON, b, rule, "epsilon", rmsprop.epsilon());
            compare(PortMistake.UPDATER_DECAY, b, rule, rule.is("RmsProp") ? "rmsDecay" : "decay", rmsprop.decay());
        }
        if (rule.is("AdaGrad", "RmsProp")) {
            findings.add(PortMistake.STATE_BEGINS_AT_EPSILON, b, rule.type(), "0", line());
        }
        if (right instanceof Optimizer.Moments adam) {
            compare(PortMistake.BETA1, b, rule, "beta1", adam.beta1());
            compare(PortMistake.BETA2, b, rule, "beta2", adam.beta2());
            compare(PortMistake.UPDATER_EPSILON, b, rule, "epsilon", adam.epsilon());
            boolean after = adam.epsilonPlace() == EpsilonPlace.AFTER_CORRECTION;
            if (after != rule.is("OwnRule.PaperAdam")) {
                findings.add(
                        after ? PortMistake.ADAM_EPSILON_PLACE : PortMistake.ADAM_EPSILON_PLACE_OWN,
                        b,
                        rule.type(),
                        after ? "α·m̂/(√v̂ + ε)" : "α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε)",
                        line());
            }
        }
    }

    private void compare(PortMistake mistake, int b, Part rule, String name, double value) {
        findings.compare(mistake, b, rule.number(name, Double.NaN), value, line());
    }

    /** The learning rate stands in a schedule, or beside one that is missing. */
    private void rate(int b, Part updater, Part rule) {
        Optional<Part> found = updater.part("learningRate").or(() -> rule.part("learningRateSchedule"));
        double alpha = found.map(it -> it.number("value", it.number("initialValue", Double.NaN)))
                .orElse(rule.number("learningRate", Double.NaN));
        findings.compare(PortMistake.LEARNING_RATE, b, alpha, right.learningRate(), line());
        boolean changes = found.filter(it -> !it.is("FixedSchedule")).isPresent();
        if (changes == (schedule instanceof Schedule.Constant)) {
            findings.add(
                    changes ? PortMistake.SCHEDULE_EXTRA : PortMistake.SCHEDULE_MISSING,
                    b,
                    changes ? found.get().type() : "constant",
                    schedule.kind(),
                    line());
        } else if (changes) {
            scheduled(b, found.get());
        }
    }

    private void scheduled(int b, Part found) {
        if (found.word("scheduleType").equals("EPOCH")) {
            findings.add(PortMistake.SCHEDULE_PER_EPOCH, b, "EPOCH", "ITERATION", line());
            return;
        }
        boolean same = false;
        if (schedule instanceof Schedule.Step step) {
            same = found.is("StepSchedule")
                    && Findings.same(found.number("step", 0), step.every())
                    && Findings.same(found.number("decayRate", 0), step.factor());
        } else if (schedule instanceof Schedule.Exponential exponential) {
            same = found.is("ExponentialSchedule") && Findings.same(found.number("gamma", 0), exponential.factor());
        } else if (schedule instanceof Schedule.Inverse inverse) {
            same = found.is("InverseSchedule")
                    && Findings.same(found.number("gamma", 0), inverse.rate())
                    && Findings.same(found.number("power", 0), inverse.power());
        }
        if (!same) {
            findings.add(PortMistake.SCHEDULE_OTHER, b, Findings.text(found), schedule.kind(), line());
        }
    }

    private String line() {
        return ".updater(" + UpdaterLine.of(right, schedule) + ")";
    }
}
