package org.twinnet.compare.move.port;

import java.util.List;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.SaidOfPort;

/** Holds activation, bias and batch normalization of a layer against the experiment's. */
final class LayerCheck {

    private final Findings findings;

    LayerCheck(Findings findings) {
        this.findings = findings;
    }

    void check(int b, ModelBlock block, Layer layer) {
        activation(b, block.activation(), layer.activation());
        if (!block.hasBias()) {
            findings.add(PortMistake.BIAS_MISSING, b, "hasBias false", SaidOfPort.A_BIAS.of(), ".hasBias(true)");
        }
        if (!block.dense().sequence("constraints").isEmpty()) {
            findings.add(
                    PortMistake.CONSTRAINT,
                    b,
                    block.dense().sequence("constraints").get(0).type(),
                    SaidOfPort.NONE.of(),
                    Findings.without(".constrainWeights(…)"));
        }
        block.dense()
                .part("weightNoise")
                .ifPresent(noise -> findings.add(
                        PortMistake.WEIGHT_NOISE,
                        b,
                        noise.type(),
                        SaidOfPort.NONE.of(),
                        Findings.without(".weightNoise(…)")));
        normalization(b, block, layer.batchNorm());
    }

    private void activation(int b, Part found, Activation right) {
        List<String> names = ActivationTypes.of(right);
        String line = ".activation(new " + names.get(0) + "(" + slopeText(right) + "))";
        boolean leaks = ActivationTypes.leaks(found);
        boolean bent = found.is("ActivationReLU")
                && (found.number("threshold", 0) != 0 || found.number("max").isPresent());
        if (leaks && !bent && right instanceof Activation.LeakyRelu leaky) {
            findings.compare(PortMistake.ACTIVATION_SLOPE, b, ActivationTypes.slope(found), leaky.slope(), line);
            return;
        }
        if (!names.contains(found.type()) || leaks || bent) {
            findings.add(PortMistake.WRONG_ACTIVATION, b, Findings.text(found), right.kind(), line);
            return;
        }
        if (right instanceof Activation.LeakyRelu leaky) {
            findings.compare(PortMistake.ACTIVATION_SLOPE, b, ActivationTypes.slope(found), leaky.slope(), line);
        }
        if (right instanceof Activation.Elu) {
            findings.compare(
                    PortMistake.ACTIVATION_SLOPE, b, found.number("alpha", 1), 1, ".activation(Activation.ELU)");
        }
        if (found.is("ActivationGELU")) {
            findings.add(PortMistake.ACTIVATION_APPROXIMATE, b, found.type(), "z·Φ(z)", line);
        }
    }

    private static String slopeText(Activation activation) {
        return activation instanceof Activation.LeakyRelu leaky ? String.valueOf(leaky.slope()) : "";
    }

    private void normalization(int b, ModelBlock block, Normalization right) {
        if (!(right instanceof Normalization.BatchNorm norm)) {
            block.norm()
                    .ifPresent(found -> findings.add(
                            PortMistake.BATCH_NORM_EXTRA,
                            b,
                            found.type(),
                            SaidOfPort.NONE.of(),
                            Findings.without("BatchNormalization")));
            return;
        }
        boolean unbiased = norm.runningVariance() == Normalization.RunningVariance.UNBIASED;
        String line = ".layer(new " + (unbiased ? "UnbiasedBatchNormalization(" : "LoneExampleBatchNormalization(")
                + block.units() + ", " + norm.decay() + ", " + norm.epsilon() + "))";
        if (block.norm().isEmpty()) {
            findings.add(PortMistake.BATCH_NORM_MISSING, b, SaidOfPort.NONE.of(), right.kind(), line);
            return;
        }
        Part found = block.norm().get();
        if (block.normAfterActivation()) {
            findings.add(
                    PortMistake.BATCH_NORM_AFTER_ACTIVATION,
                    b,
                    SaidOfPort.BEFORE_IT.of(block.activation().type()),
                    SaidOfPort.BEFORE_AND_BEHIND_IT.of("ActivationIdentity", "ActivationLayer"),
                    SaidOfPort.IN_TURN.of(".activation(Activation.IDENTITY)", "BatchNormalization", "ActivationLayer"));
        }
        double decay = found.number("decay", 0.9);
        PortMistake ofDecay =
                Findings.same(1 - decay, norm.decay()) ? PortMistake.BATCH_NORM_MOMENTUM : PortMistake.BATCH_NORM_DECAY;
        findings.compare(ofDecay, b, decay, norm.decay(), ".decay(" + norm.decay() + ")");
        findings.compare(
                PortMistake.BATCH_NORM_EPSILON,
                b,
                found.number("eps", 1e-5),
                norm.epsilon(),
                ".eps(" + norm.epsilon() + ")");
        if (found.flag("lockGammaBeta", false)) {
            findings.add(PortMistake.BATCH_NORM_LOCKED, b, "lockGammaBeta true", "false", ".lockGammaBeta(false)");
        }
        if (found.is("UnbiasedBatchNormalization") != unbiased) {
            findings.add(PortMistake.BATCH_NORM_VARIANCE, b, unbiased ? "B" : "B − 1", unbiased ? "B − 1" : "B", line);
        }
    }
}
