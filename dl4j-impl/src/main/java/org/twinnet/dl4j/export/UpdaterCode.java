package org.twinnet.dl4j.export;

import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.twinnet.dl4j.update.ClippingUpdater;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.OwnRule;
import org.twinnet.dl4j.update.OwnUpdater;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;

/** What becomes of a gradient, as code. */
final class UpdaterCode {

    private final Update update;
    private final JavaText java;

    UpdaterCode(Update update, JavaText java) {
        this.update = update;
        this.java = java;
    }

    /** Whether the method {@code scheduled} is called. */
    boolean isScheduled() {
        return !(update.schedule() instanceof RateSchedule.Constant)
                && (update.descent() instanceof Descent.Plain
                        || (update.descent() instanceof Descent.Moments moments && !moments.afterCorrection()));
    }

    /** The updater of a layer, behind a limit where that clips. */
    String of(int layer, boolean clipsAfterPenalty) {
        if (!clipsAfterPenalty || update.clip() instanceof GradientClip.None) {
            return updater();
        }
        return java.make(ClippingUpdater.class, updater(), clip(), layer);
    }

    /** A layer's own updater differs from the network's. */
    boolean ofEachLayer() {
        return (update.clip() instanceof GradientClip.Value value && value.withPenalty())
                || (update.clip() instanceof GradientClip.NormPerLayer norm && norm.withPenalty());
    }

    private String clip() {
        java.type(GradientClip.class);
        if (update.clip() instanceof GradientClip.Value value) {
            return "new GradientClip.Value(" + value.limit() + ", true)";
        }
        return "new GradientClip.NormPerLayer(" + ((GradientClip.NormPerLayer) update.clip()).limit() + ", true)";
    }

    String updater() {
        Descent descent = update.descent();
        double alpha = descent.learningRate();
        if (descent instanceof Descent.Plain) {
            return scheduled(java.make(Sgd.class, alpha));
        }
        if (descent instanceof Descent.Momentum momentum) {
            return own("Momentum", momentum.momentum(), momentum.average() ? 1 - momentum.momentum() : 1.0);
        }
        if (descent instanceof Descent.Nesterov nesterov) {
            return own("Nesterov", nesterov.momentum());
        }
        if (descent instanceof Descent.AdaGrad adagrad) {
            return own("AdaGrad", adagrad.epsilon());
        }
        if (descent instanceof Descent.RmsProp rmsprop) {
            return own("RmsProp", rmsprop.decay(), rmsprop.epsilon());
        }
        if (descent instanceof Descent.Moments adam) {
            return adam.afterCorrection()
                    ? own("PaperAdam", adam.beta1(), adam.beta2(), adam.epsilon(), adam.largest())
                    : scheduled(java.make(
                            adam.largest() ? AMSGrad.class : Adam.class,
                            alpha,
                            adam.beta1(),
                            adam.beta2(),
                            adam.epsilon()));
        }
        throw new IllegalArgumentException("There is no code for " + descent + ".");
    }

    private String own(String rule, Object... numbers) {
        java.type(OwnRule.class);
        StringBuilder text = new StringBuilder("new OwnRule.").append(rule).append('(');
        for (int k = 0; k < numbers.length; k++) {
            text.append(k == 0 ? "" : ", ").append(numbers[k]);
        }
        return java.make(OwnUpdater.class, schedule(), text.append(')'));
    }

    private String scheduled(String updater) {
        return isScheduled()
                ? "scheduled(" + updater + ", " + update.descent().learningRate() + ", " + schedule() + ")"
                : updater;
    }

    private String schedule() {
        double alpha = update.descent().learningRate();
        RateSchedule schedule = update.schedule();
        if (schedule instanceof RateSchedule.Constant) {
            return java.make(FixedSchedule.class, alpha);
        }
        String every = java.type(ScheduleType.class) + ".ITERATION";
        if (schedule instanceof RateSchedule.Step step) {
            return java.make(StepSchedule.class, every, alpha, step.factor(), (double) step.every());
        }
        if (schedule instanceof RateSchedule.Exponential exponential) {
            return java.make(ExponentialSchedule.class, every, alpha, exponential.factor());
        }
        RateSchedule.Inverse inverse = (RateSchedule.Inverse) schedule;
        return java.make(InverseSchedule.class, every, alpha, inverse.rate(), inverse.power());
    }

    /** What is easily got wrong about it. */
    String reason() {
        Descent descent = update.descent();
        if (descent instanceof Descent.Momentum) {
            return "DL4J has no plain momentum: its Nesterovs looks ahead.";
        }
        if (descent instanceof Descent.Nesterov) {
            return "The velocity of DL4J's Nesterovs carries the learning rate: other steps under a schedule.";
        }
        if (descent instanceof Descent.AdaGrad || descent instanceof Descent.RmsProp) {
            return "What DL4J's own remembers begins at epsilon; here, as in the paper, at 0.";
        }
        if (descent instanceof Descent.Moments moments) {
            return moments.afterCorrection()
                    ? "DL4J's Adam and AMSGrad add epsilon before the correction of the bias; this one after it."
                    : "Epsilon stands before the correction of the bias, as in Keras and not as in PyTorch.";
        }
        return "update = learning rate * gradient; the gradient is the mean over the examples of the batch.";
    }
}
