package org.twinnet.compare.theory.mistake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;

/**
 * Numbers that factors of mistakes equal, with the names that people know them by. Where a factor equals several, the
 * one further up is told.
 */
public enum KnownNumber implements ToDoubleFunction<Setting> {
    /** −1. */
    MINUS_ONE("−1", s -> -1),
    /** 2. */
    TWO("2", s -> 2),
    /** ½. */
    HALF("½", s -> 0.5),
    /** m. */
    M("m", s -> s.m()),
    /** 1/m. */
    PER_M("1/m", s -> 1.0 / s.m()),
    /** −m. */
    MINUS_M("−m", s -> -s.m()),
    /** keep_prob. */
    KEEP("keep_prob", s -> s.keep()),
    /** 1/keep_prob. */
    PER_KEEP("1/keep_prob", s -> 1 / s.keep()),
    /** keep_prob². */
    KEEP_SQUARED("keep_prob²", s -> s.keep() * s.keep()),
    /** 1/keep_prob². */
    PER_KEEP_SQUARED("1/keep_prob²", s -> 1 / s.keep() / s.keep()),
    /** 1 − keep_prob. */
    DROP("1 − keep_prob", s -> 1 - s.keep()),
    /** 1/(1 − keep_prob). */
    PER_DROP("1/(1 − keep_prob)", s -> 1 / (1 - s.keep())),
    /** keep_prob/(1 − keep_prob). */
    KEEP_PER_DROP("keep_prob/(1 − keep_prob)", s -> s.keep() / (1 - s.keep())),
    /** λ. */
    LAMBDA("λ", s -> s.lambda()),
    /** 1/λ. */
    PER_LAMBDA("1/λ", s -> 1 / s.lambda()),
    /** λ/m. */
    LAMBDA_PER_M("λ/m", s -> s.lambda() / s.m()),
    /** m/λ. */
    M_PER_LAMBDA("m/λ", s -> s.m() / s.lambda()),
    /** α. */
    RATE("α", s -> s.rate()),
    /** 1/α. */
    PER_RATE("1/α", s -> 1 / s.rate()),
    /** m/α. */
    M_PER_RATE("m/α", s -> s.m() / s.rate()),
    /** 1/features. */
    PER_FEATURES("1/features", s -> 1.0 / s.features()),
    /** features. */
    FEATURES("features", s -> s.features()),
    /** m/features. */
    M_PER_FEATURES("m/features", s -> (double) s.m() / s.features()),
    /** features/m. */
    FEATURES_PER_M("features/m", s -> (double) s.features() / s.m()),
    /** 2m. */
    TWO_M("2m", s -> 2.0 * s.m()),
    /** 1/2m. */
    PER_TWO_M("1/2m", s -> 0.5 / s.m()),
    /** m². */
    M_SQUARED("m²", s -> (double) s.m() * s.m()),
    /** 1/m². */
    PER_M_SQUARED("1/m²", s -> 1.0 / s.m() / s.m()),
    /** 1/ln 2. */
    PER_LN_2("1/ln 2", s -> 1 / Math.log(2)),
    /** 1/ln 10. */
    PER_LN_10("1/ln 10", s -> 1 / Math.log(10)),
    /** K, the number of outputs. */
    OUTPUTS("K", s -> s.outputs()),
    /** 1/K. */
    PER_OUTPUTS("1/K", s -> 1.0 / s.outputs()),
    /** K/2. */
    HALF_OUTPUTS("K/2", s -> s.outputs() / 2.0),
    /** B, the examples of a whole batch. */
    BATCH("B", s -> s.batch()),
    /** 1/B. */
    PER_BATCH("1/B", s -> 1.0 / s.batch());

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // a method of a setting, without a state
    private final ToDoubleFunction<Setting> value;

    KnownNumber(String symbol, ToDoubleFunction<Setting> value) {
        this.symbol = symbol;
        this.value = value;
    }

    /**
     * A number with its name.
     *
     * @param name such as {@code 1/m}; {@link Phrase#NOTHING} where it says no more than the number itself
     * @param value the number
     */
    public record Named(Phrase name, double value) {

        /**
         * A number without a name.
         *
         * @param value the number
         * @return the number
         */
        public static Named of(double value) {
            return new Named(Phrase.NOTHING, value);
        }
    }

    @Override
    public double applyAsDouble(Setting setting) {
        return value.applyAsDouble(setting);
    }

    /**
     * The number of a formula, with its name.
     *
     * @param setting the numbers of the formula
     * @return the number
     */
    public Named in(Setting setting) {
        boolean plain = this == MINUS_ONE || this == TWO || this == HALF;
        return new Named(plain ? Phrase.NOTHING : Said.NAME.of(symbol), applyAsDouble(setting));
    }

    /**
     * What a number is: one of these, units of a layer, or the ratio of two layers.
     *
     * @param number the number
     * @param tolerance relative
     * @param setting the numbers of the formula
     * @return the first that is as near; empty where none is
     */
    public static Optional<Named> nearest(double number, double tolerance, Setting setting) {
        return Arrays.stream(values())
                .filter(known -> isNear(number, known.applyAsDouble(setting), tolerance))
                .map(known -> known.in(setting))
                .findFirst()
                .or(() -> ofLayers(number, tolerance, setting));
    }

    private static boolean isNear(double number, double known, double tolerance) {
        return Double.isFinite(known) && known != 1 && Math.abs(number - known) <= tolerance * Math.abs(known);
    }

    private static Optional<Named> ofLayers(double number, double tolerance, Setting setting) {
        List<Integer> sizes = setting.sizes();
        for (int l = 0; l < sizes.size(); l++) {
            double units = sizes.get(l);
            if (isNear(number, units, tolerance)) {
                return Optional.of(new Named(units(setting, l), units));
            }
            if (isNear(number, 1 / units, tolerance)) {
                return Optional.of(new Named(SaidOfCheck.ONE_OVER.of(units(setting, l)), 1 / units));
            }
            for (int k = 0; k < sizes.size(); k++) {
                if (isNear(number, units / sizes.get(k), tolerance)) {
                    Phrase ratio = SaidOfCheck.OVER.of(units(setting, l), units(setting, k));
                    return Optional.of(new Named(ratio, units / sizes.get(k)));
                }
            }
        }
        return Optional.empty();
    }

    private static Phrase units(Setting setting, int layer) {
        int count = setting.sizes().get(layer);
        return layer == 0 ? SaidOfCheck.THE_FEATURES.of(count) : SaidOfCheck.UNITS.of(count, layer);
    }
}
