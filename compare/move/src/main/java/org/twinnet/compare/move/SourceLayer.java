package org.twinnet.compare.move;

import java.util.EnumMap;
import java.util.Map;

/** The arrays of one layer as the file has them. */
record SourceLayer(String key, Map<Role, WeightArray> arrays) {

    /** What an array is to its layer. */
    enum Role {
        W,
        B,
        GAMMA,
        BETA,
        MEAN,
        VARIANCE
    }

    SourceLayer(String key) {
        this(key, new EnumMap<>(Role.class));
    }

    WeightArray weights() {
        return arrays.get(Role.W);
    }

    boolean has(Role role) {
        return arrays.containsKey(role);
    }

    int units(WeightsAs as) {
        return as == WeightsAs.UNITS_BY_INPUTS ? weights().rows() : weights().columns();
    }

    int inputs(WeightsAs as) {
        return as == WeightsAs.UNITS_BY_INPUTS ? weights().columns() : weights().rows();
    }

    /** W with a row a unit. */
    double[] rowsOfUnits(WeightsAs as) {
        return as == WeightsAs.UNITS_BY_INPUTS ? weights().values() : weights().transposed();
    }
}
