package org.twinnet.compare.move.model;

import java.util.List;
import java.util.Optional;
import org.twinnet.data.InvalidDataException;

/**
 * What a configuration is the network of.
 *
 * @param root the whole configuration
 * @param blocks its layers with weights
 * @param loss its loss
 */
record ModelShape(Part root, List<ModelBlock> blocks, Part loss) {

    static ModelShape of(Part root, String file) {
        if (!root.sequence("vertexInputs").isEmpty() || root.part("vertices").isPresent()) {
            throw new InvalidDataException(file + ": is a ComputationGraph; read is a MultiLayerNetwork");
        }
        if (root.part("inputPreProcessors").filter(it -> !it.parts().isEmpty()).isPresent()) {
            throw new InvalidDataException(file + ": has input preprocessors; read are networks of dense layers alone");
        }
        return new BlockBuilder(file).build(root);
    }

    /** The number of all numbers in DL4J's vector. */
    long parameters() {
        return blocks.stream().mapToLong(ModelBlock::length).sum();
    }

    /** How many numbers all updaters remember. */
    long state() {
        return blocks.stream().mapToLong(ModelShape::state).sum();
    }

    private static long state(ModelBlock block) {
        long perWeight = memories(block.dense().part("iupdater"));
        long perBias = block.dense().part("biasUpdater").isPresent()
                ? memories(block.dense().part("biasUpdater"))
                : perWeight;
        long ofNorm = block.hasGamma()
                ? 2L * block.units() * memories(block.norm().orElseThrow().part("iupdater"))
                : 0;
        return perWeight * block.weights() + (block.hasBias() ? perBias * block.units() : 0) + ofNorm;
    }

    private static long memories(Optional<Part> updater) {
        return updater.map(it -> switch (it.type()) {
                    case "Nesterovs",
                            "AdaGrad",
                            "RmsProp",
                            "OwnRule.Momentum",
                            "OwnRule.Nesterov",
                            "OwnRule.AdaGrad",
                            "OwnRule.RmsProp" -> 1L;
                    case "Adam", "AdaMax", "AdaDelta", "Nadam", "AdaBelief" -> 2L;
                    case "AMSGrad" -> 3L;
                    case "OwnRule.PaperAdam" -> it.flag("largest", false) ? 3L : 2L;
                    case "OwnUpdater" -> memories(it.part("rule"));
                    case "ClippingUpdater" -> memories(it.part("updater"));
                    default -> 0L;
                })
                .orElse(0L);
    }
}
