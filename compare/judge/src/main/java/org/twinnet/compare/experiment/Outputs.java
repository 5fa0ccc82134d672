package org.twinnet.compare.experiment;

import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.data.Targets;

/** Which outputs and losses go together. */
final class Outputs {

    private Outputs() {}

    /**
     * Refuses what cannot be trained.
     *
     * @param layers the layers after the inputs
     * @param loss what is made small
     * @throws SettingException if a hidden layer is a softmax, the output is dropped, or the loss does not go with it
     */
    static void require(List<Layer> layers, Loss loss) {
        for (int l = 1; l < layers.size(); l++) {
            if (layers.get(l - 1).activation() instanceof Activation.Softmax) {
                throw new SettingException(
                        "layers[" + (l - 1) + "].activation", "is softmax; allowed: a softmax as the output only");
            }
        }
        Layer output = layers.get(layers.size() - 1);
        String last = "layers[" + (layers.size() - 1) + "]";
        boolean softmax = output.activation() instanceof Activation.Softmax;
        if (softmax && output.units() < 2) {
            throw new SettingException(
                    last + ".units", "is 1 with a softmax; allowed: 2 or more, one a class, or a sigmoid output");
        }
        boolean fits = switch (loss.targets()) {
            case BINARY -> output.activation() instanceof Activation.Sigmoid;
            case CLASSES -> softmax;
            case NUMBERS -> true;
        };
        if (!fits) {
            throw new SettingException(
                    "loss",
                    "is " + loss.kind() + " with the output "
                            + output.activation().kind() + "; allowed: "
                            + Loss.of(output.activation()).kind()
                            + (Loss.of(output.activation()).targets() == Targets.Kind.NUMBERS
                                    ? ", quadratic"
                                    : ", mean-squared-error, quadratic"));
        }
        if (output.keepProb() < 1) {
            throw new SettingException(
                    last + ".keep_prob",
                    "is " + output.keepProb() + "; allowed: 1, because an output is never dropped");
        }
    }
}
