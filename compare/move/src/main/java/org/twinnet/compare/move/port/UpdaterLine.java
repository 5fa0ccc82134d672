package org.twinnet.compare.move.port;

import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;

/** The updater of an experiment as a line of configuration. */
final class UpdaterLine {

    private UpdaterLine() {}

    static String of(Optimizer optimizer, Schedule schedule) {
        double alpha = optimizer.learningRate();
        String rate = rate(alpha, schedule);
        if (optimizer instanceof Optimizer.GradientDescent) {
            return "new Sgd(" + (schedule instanceof Schedule.Constant ? String.valueOf(alpha) : rate) + ")";
        }
        if (optimizer instanceof Optimizer.Moments adam && adam.epsilonPlace() == EpsilonPlace.BEFORE_CORRECTION) {
            return "new " + (optimizer instanceof Optimizer.Amsgrad ? "AMSGrad" : "Adam") + "(" + alpha + ", "
                    + adam.beta1() + ", " + adam.beta2() + ", " + adam.epsilon() + ")";
        }
        return "new OwnUpdater(" + rate + ", new OwnRule." + rule(optimizer) + ")";
    }

    private static String rule(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Momentum momentum) {
            return "Momentum(" + momentum.momentum() + ", " + (momentum.average() ? 1 - momentum.momentum() : 1.0)
                    + ")";
        }
        if (optimizer instanceof Optimizer.Nesterov nesterov) {
            return "Nesterov(" + nesterov.momentum() + ")";
        }
        if (optimizer instanceof Optimizer.Adagrad adagrad) {
            return "AdaGrad(" + adagrad.epsilon() + ")";
        }
        if (optimizer instanceof Optimizer.Rmsprop rmsprop) {
            return "RmsProp(" + rmsprop.decay() + ", " + rmsprop.epsilon() + ")";
        }
        Optimizer.Moments adam = (Optimizer.Moments) optimizer;
        return "PaperAdam(" + adam.beta1() + ", " + adam.beta2() + ", " + adam.epsilon() + ", "
                + (optimizer instanceof Optimizer.Amsgrad) + ")";
    }

    private static String rate(double alpha, Schedule schedule) {
        String every = "ScheduleType.ITERATION, " + alpha + ", ";
        if (schedule instanceof Schedule.Step step) {
            return "new StepSchedule(" + every + step.factor() + ", " + (double) step.every() + ")";
        }
        if (schedule instanceof Schedule.Exponential exponential) {
            return "new ExponentialSchedule(" + every + exponential.factor() + ")";
        }
        if (schedule instanceof Schedule.Inverse inverse) {
            return "new InverseSchedule(" + every + inverse.rate() + ", " + inverse.power() + ")";
        }
        return "new FixedSchedule(" + alpha + ")";
    }
}
