package org.twinnet.compare.check;

import java.util.HashMap;
import java.util.Map;
import org.twinnet.compare.check.StyledNetwork.Fault;

/** The update of one number in schoolbook arithmetic: gradient descent, or what a fault makes of it. */
final class StyledUpdate {

    static final double MOMENTUM = 0.9;
    static final double RATE_FACTOR = 0.37;

    private final Fault fault;
    private final double rate;
    private final Map<String, Double> velocities = new HashMap<>();
    private final Map<String, Double> squares = new HashMap<>();

    StyledUpdate(Fault fault, double rate) {
        this.fault = fault;
        this.rate = rate;
    }

    /**
     * One number after an update.
     *
     * @param name name of its tensor
     * @param t iteration, from 0
     * @param k its place
     * @param v the number
     * @param g what it goes against
     */
    double next(String name, int t, int k, double v, double g) {
        String place = name + " " + k;
        return switch (fault) {
            case UPDATE_RATE -> v - RATE_FACTOR * rate * g;
            case UPDATE_SIGN -> v + rate * g;
            case UPDATE_MOMENTUM -> v - rate * kept(velocities, place, MOMENTUM, g);
            case UPDATE_MOMENTUM_AVERAGED -> v - rate * kept(velocities, place, MOMENTUM, (1 - MOMENTUM) * g);
            case UPDATE_ADAM -> {
                double m = kept(velocities, place, 0.9, (1 - 0.9) * g) / (1 - Math.pow(0.9, t + 1));
                double s = kept(squares, place, 0.999, (1 - 0.999) * g * g) / (1 - Math.pow(0.999, t + 1));
                yield v - rate * m / (Math.sqrt(s) + 1e-8);
            }
            case WEIGHTS_OF_LAYER_1_NOT_UPDATED -> name.equals("W1") ? v : v - rate * g;
            default -> v - rate * g;
        };
    }

    private static double kept(Map<String, Double> state, String place, double share, double fresh) {
        return state.merge(place, fresh, (old, more) -> share * old + more);
    }
}
