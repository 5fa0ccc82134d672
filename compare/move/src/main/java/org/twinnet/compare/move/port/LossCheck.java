package org.twinnet.compare.move.port;

import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.SaidOfPort;

/** Holds the loss against the experiment's. */
final class LossCheck {

    private final Loss right;
    private final int outputs;
    private final Findings findings;

    LossCheck(Loss right, int outputs, Findings findings) {
        this.right = right;
        this.outputs = outputs;
        this.findings = findings;
    }

    void check(Part loss) {
        if (loss.part("weights").isPresent()) {
            findings.add(PortMistake.LOSS_WEIGHTED, SaidOfPort.WEIGHTED_OUTPUTS.of(), SaidOfPort.NONE.of(), line());
        }
        if (right instanceof Loss.BinaryCrossEntropy) {
            binary(loss);
        } else if (right instanceof Loss.SoftmaxCrossEntropy) {
            // the gradient of the stock losses is exact, their clip is one of the score alone
            require(loss, "LogitSoftmaxCrossEntropy", "LossMCXENT", "LossNegativeLogLikelihood");
        } else {
            squares(loss);
        }
    }

    private String line() {
        return "new OutputLayer.Builder(new " + ownClass() + "())";
    }

    private String ownClass() {
        if (right instanceof Loss.BinaryCrossEntropy) {
            return "LogitCrossEntropy";
        }
        if (right instanceof Loss.SoftmaxCrossEntropy) {
            return "LogitSoftmaxCrossEntropy";
        }
        return right instanceof Loss.MeanSquaredError ? "LossMSE" : "QuadraticLoss";
    }

    private boolean require(Part loss, String... names) {
        if (loss.is(names)) {
            return true;
        }
        findings.add(PortMistake.WRONG_LOSS, loss.type(), right.kind(), line());
        return false;
    }

    private void binary(Part loss) {
        if (!require(loss, "LogitCrossEntropy", "LossBinaryXENT") || loss.is("LogitCrossEntropy")) {
            return;
        }
        double clip = loss.number("clipEps", 1e-5);
        if (clip > 0) {
            findings.add(PortMistake.LOSS_CLIPPED, "clipEps " + clip, SaidOfPort.NONE_FROM_LOGIT.of(), line());
        } else {
            findings.add(PortMistake.LOSS_NOT_FINITE, "clipEps " + clip, SaidOfPort.NONE_FROM_LOGIT.of(), line());
        }
    }

    /** What (a − y)² is multiplied by for each example. */
    private void squares(Part loss) {
        if (!require(loss, "LossMSE", "MeanSquaredLoss", "LossL2", "QuadraticLoss")) {
            return;
        }
        double factor = right instanceof Loss.MeanSquaredError ? 1.0 / outputs : 0.5;
        double found = loss.is("LossMSE", "MeanSquaredLoss") ? 1.0 / outputs : loss.is("LossL2") ? 1 : 0.5;
        if (found != factor) {
            findings.add(
                    PortMistake.LOSS_FACTOR, loss.type() + ", " + found + "·Σ(a − y)²", factor + "·Σ(a − y)²", line());
        }
    }
}
