package org.twinnet.dl4j.export;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
                && update.descent().rule().isEmpty();
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
        return update.descent().rule().map(this::own).orElseGet(this::ofDl4j);
    }

    /** A rule of ours is a record, so its code is its constructor's call. */
    private String own(OwnRule rule) {
        java.type(OwnRule.class);
        String numbers = settings((Record) rule).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return java.make(
                OwnUpdater.class, schedule(), "new OwnRule." + rule.getClass().getSimpleName() + '(' + numbers + ')');
    }

    /** DL4J's own updaters take the numbers of the descent in its order. */
    private String ofDl4j() {
        Descent descent = update.descent();
        Object[] numbers = settings((Record) descent).stream()
                .filter(Double.class::isInstance)
                .toArray();
        return scheduled(java.make(descent.ofDl4j().getClass(), numbers));
    }

    private static List<Object> settings(Record of) {
        List<Object> settings = new ArrayList<>();
        try {
            for (RecordComponent component : of.getClass().getRecordComponents()) {
                settings.add(component.getAccessor().invoke(of));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(of + " cannot be read", e);
        }
        return settings;
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
        return update.descent().reason();
    }
}
