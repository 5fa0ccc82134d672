package org.twinnet.compare.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.move.SourceLayer.Role;

/**
 * The layers of a file under one layout.
 *
 * @param as which way matrices lie
 * @param layers the layers
 */
record Reading(WeightsAs as, List<SourceLayer> layers) {

    /** Units of every layer, the inputs first. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(layers.get(0).inputs(as)));
        layers.forEach(layer -> sizes.add(layer.units(as)));
        return sizes;
    }

    /** Why the shapes do not fit each other; empty where they do. */
    Optional<String> misfit() {
        int below = layers.get(0).inputs(as);
        for (SourceLayer layer : layers) {
            WeightArray W = layer.weights();
            if (layer.inputs(as) != below) {
                return Optional.of(W.name() + " of shape " + W.shapeText() + " has " + layer.inputs(as)
                        + " inputs, and " + below + " come from below");
            }
            below = layer.units(as);
            for (Role role : Role.values()) {
                WeightArray array = layer.arrays().get(role);
                if (role != Role.W && array != null && (!array.isVector() || array.values().length != below)) {
                    return Optional.of(array.name() + " of shape " + array.shapeText() + " goes with no layer of "
                            + below + " units");
                }
            }
        }
        return Optional.empty();
    }

    /** Which layers have batch normalization. */
    List<Boolean> normalized() {
        return layers.stream().map(layer -> layer.has(Role.GAMMA)).toList();
    }

    /** All parameters in the order of the experiment. */
    double[] parameters(Experiment experiment) {
        return vector(ParameterIndex.of(experiment));
    }

    /** All running statistics in the order of the experiment. */
    double[] statistics(Experiment experiment) {
        return vector(ParameterIndex.ofStatistics(experiment));
    }

    private double[] vector(ParameterIndex index) {
        double[] vector = new double[index.length()];
        for (ParameterIndex.Slice slice : index.tensors()) {
            double[] values = values(layers.get(slice.layer() - 1), slice);
            System.arraycopy(values, 0, vector, slice.offset(), values.length);
        }
        return vector;
    }

    /** A layer without a bias has one of zeros. */
    private double[] values(SourceLayer layer, ParameterIndex.Slice slice) {
        Role role = switch (slice.symbol()) {
            case "W" -> Role.W;
            case "b" -> Role.B;
            case "gamma" -> Role.GAMMA;
            case "beta" -> Role.BETA;
            case "mean" -> Role.MEAN;
            default -> Role.VARIANCE;
        };
        if (role == Role.W) {
            return layer.rowsOfUnits(as);
        }
        return layer.has(role) ? layer.arrays().get(role).values() : new double[slice.length()];
    }

    boolean isSameAs(Reading other) {
        for (int l = 0; l < layers.size(); l++) {
            if (!Arrays.equals(
                    layers.get(l).rowsOfUnits(as), other.layers().get(l).rowsOfUnits(other.as()))) {
                return false;
            }
        }
        return sizes().equals(other.sizes());
    }
}
