package org.twinnet.compare.theory.optimizer;

import static org.twinnet.compare.theory.mistake.Change.patch;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.NumberSearch;
import org.twinnet.compare.theory.mistake.Patch;
import org.twinnet.compare.theory.mistake.Scope;
import org.twinnet.compare.theory.mistake.Subject;
import org.twinnet.compare.theory.mistake.Way;

/** Mistakes of gradient descent with momentum. */
final class MomentumMistakes {

    private static final String SUM = "v = μ·v + dW, W − α·v";
    private static final String AVERAGE = "v = μ·v + (1 − μ)·dW, W − α·v";

    private MomentumMistakes() {}

    static List<Mistake> all() {
        return Stream.concat(own().stream(), UpdateMistakes.ofDirection("v").stream())
                .toList();
    }

    private static List<Mistake> own() {
        return List.of(
                new Mistake(
                        "momentum-velocity-not-carried",
                        Subject.UPDATE,
                        "The velocity is not carried from step to step.",
                        "v = dW, W − α·v",
                        SUM,
                        "W and b from the second update on",
                        Scope.NETWORK,
                        List.of(
                                inPlace(right -> new GradientDescentTheory()),
                                inPlace(MomentumMistakes::forgetful).as("v = (1 − μ)·dW, W − α·v", AVERAGE))),
                new Mistake(
                        "momentum-average-differs",
                        Subject.UPDATE,
                        "The velocity is an average of gradients where it should be their sum, or the other way round.",
                        AVERAGE,
                        SUM,
                        "W and b after the update",
                        Scope.NETWORK,
                        List.of(inPlace(right -> new MomentumTheory(right.momentum(), !right.average())))),
                new Mistake(
                        "momentum-sign",
                        Subject.UPDATE,
                        "The velocity that is carried has the wrong sign.",
                        "v = dW − μ·v, W − α·v",
                        SUM,
                        "W and b from the second update on",
                        Scope.NETWORK,
                        List.of(inPlace(right ->
                                new VelocityTheory(-right.momentum(), right.average() ? 1 - right.momentum() : 1)))),
                new Mistake(
                        "momentum-shares-swapped",
                        Subject.UPDATE,
                        "The velocity keeps the share that the gradient should have.",
                        "v = (1 − μ)·v + μ·dW, W − α·v",
                        AVERAGE,
                        "W and b after the update",
                        Scope.NETWORK,
                        List.of(inPlace(right -> new VelocityTheory(1 - right.momentum(), right.momentum())))),
                new Mistake(
                        "momentum-velocity-late",
                        Subject.UPDATE,
                        "The step takes the velocity of the step before it.",
                        "W − α·v, v = μ·v + dW",
                        SUM,
                        "W and b; the first update moves nothing",
                        Scope.NETWORK,
                        List.of(inPlace(LateVelocityTheory::new))),
                new Mistake(
                        "momentum-differs",
                        Subject.UPDATE,
                        "The update has another momentum than the trace states.",
                        "v = μ′·v + dW, W − α·v",
                        SUM,
                        "W and b from the second update on",
                        Scope.NETWORK,
                        List.of(Way.searched(
                                NumberSearch.SHARE,
                                mu -> patch(
                                        OptimizerParts.RULE,
                                        setting -> Patch.inPlace(new MomentumTheory(
                                                mu, of(setting.optimizer()).average())))))));
    }

    private static OptimizerTheory forgetful(MomentumTheory right) {
        return new VelocityTheory(0, 1 - right.momentum());
    }

    /** Those of Nesterov's momentum. */
    static List<Mistake> ofNesterov() {
        String right = "v = μ·v + dW, W − α·(dW + μ·v)";
        return Stream.concat(
                        Stream.of(
                                new Mistake(
                                        "nesterov-plain-momentum",
                                        Subject.UPDATE,
                                        "The step does not look ahead, as plain momentum does not.",
                                        "v = μ·v + dW, W − α·v",
                                        right,
                                        "W and b after the update",
                                        Scope.NETWORK,
                                        List.of(nesterov(mu -> new MomentumTheory(mu, false)))),
                                new Mistake(
                                        "momentum-velocity-not-carried",
                                        Subject.UPDATE,
                                        "The velocity is not carried from step to step.",
                                        "v = dW, W − α·(dW + μ·v)",
                                        right,
                                        "W and b from the second update on",
                                        Scope.NETWORK,
                                        List.of(nesterov(mu -> new VelocityTheory(0, 1 + mu)))),
                                new Mistake(
                                        "momentum-differs",
                                        Subject.UPDATE,
                                        "The update has another momentum than the trace states.",
                                        "v = μ′·v + dW, W − α·(dW + μ′·v)",
                                        right,
                                        "W and b after the update",
                                        Scope.NETWORK,
                                        List.of(Way.searched(
                                                NumberSearch.SHARE,
                                                mu -> Change.inPlace(OptimizerParts.RULE, new NesterovTheory(mu)))))),
                        UpdateMistakes.ofDirection("(dW + μ·v)").stream())
                .toList();
    }

    private static Way nesterov(DoubleFunction<OptimizerTheory> another) {
        return Way.fixed(patch(
                OptimizerParts.RULE,
                setting -> Patch.inPlace(another.apply(
                        OptimizerTheory.of(setting.optimizer()) instanceof NesterovTheory right
                                ? right.momentum()
                                : 0))));
    }

    private static Way inPlace(Function<MomentumTheory, OptimizerTheory> another) {
        return Way.fixed(patch(OptimizerParts.RULE, setting -> Patch.inPlace(another.apply(of(setting.optimizer())))));
    }

    private static MomentumTheory of(Optimizer optimizer) {
        return OptimizerTheory.of(optimizer) instanceof MomentumTheory momentum
                ? momentum
                : new MomentumTheory(0, false);
    }
}
