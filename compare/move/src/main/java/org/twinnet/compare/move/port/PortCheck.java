package org.twinnet.compare.move.port;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.ModelNetwork;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.SaidOfPort;

/** Names the mistakes in a model that somebody made of a network. */
public final class PortCheck {

    private PortCheck() {}

    /**
     * Holds a configuration against the experiment that it is to be.
     *
     * @param network the model
     * @param experiment what the original is and how it is trained
     * @param m number of training examples
     * @return every mistake; none where all settings are those of the experiment
     */
    public static List<PortFinding> configuration(ModelNetwork network, Experiment experiment, int m) {
        Findings findings = new Findings();
        if (!network.sizes().equals(experiment.layerSizes())) {
            findings.add(
                    PortMistake.LAYER_SIZES,
                    network.sizes(),
                    experiment.layerSizes(),
                    SaidOfPort.IN_EACH_LAYER.of(".nIn(…).nOut(…)"));
            return findings.all();
        }
        whole(network, experiment, findings);
        PenaltyCheck penalty = new PenaltyCheck(experiment, m, findings);
        UpdaterCheck updater = new UpdaterCheck(experiment, findings);
        ClipCheck clip = new ClipCheck(experiment, findings);
        LayerCheck layers = new LayerCheck(findings);
        for (int b = 0; b < network.blocks().size(); b++) {
            ModelBlock block = network.blocks().get(b);
            layers.check(b, block, experiment.layers().get(b));
            penalty.check(b, block);
            updater.check(b, block);
            clip.check(b, block);
        }
        new DropoutCheck(experiment, network.blocks(), findings).check();
        new LossCheck(experiment.loss(), experiment.targets().outputs(), findings).check(network.loss());
        return findings.all();
    }

    private static void whole(ModelNetwork network, Experiment experiment, Findings findings) {
        boolean single = experiment.precision() == Precision.FLOAT32;
        String type = network.dataType();
        if (!type.equals(single ? "FLOAT" : "DOUBLE")) {
            findings.add(
                    single ? PortMistake.DOUBLE_FOR_FLOAT : PortMistake.FLOAT_FOR_DOUBLE,
                    type,
                    single ? "FLOAT" : "DOUBLE",
                    ".dataType(DataType." + (single ? "FLOAT" : "DOUBLE") + ")");
        }
        for (ModelBlock block : network.blocks()) {
            Part around = network.surroundings(block);
            if (!around.flag("miniBatch", true)) {
                findings.add(PortMistake.SUM_FOR_MEAN, "miniBatch false", "true", ".miniBatch(true)");
            }
            if (!around.flag("minimize", true)) {
                findings.add(PortMistake.MAXIMIZED, "minimize false", "true", ".minimize(true)");
            }
            String algorithm = around.word("optimizationAlgo");
            if (!algorithm.isEmpty() && !algorithm.equals("STOCHASTIC_GRADIENT_DESCENT")) {
                findings.add(
                        PortMistake.OTHER_ALGORITHM,
                        algorithm,
                        "STOCHASTIC_GRADIENT_DESCENT",
                        ".optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)");
            }
        }
    }
}
