package org.twinnet.compare.bench.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinnet.compare.bench.tune.TuneBench;
import org.twinnet.compare.cli.options.Allowed;
import org.twinnet.compare.experiment.choice.Precision;
import picocli.CommandLine.ITypeConverter;

/** Converters of the values that only a measurement's options take. */
final class AllowedBench {

    private AllowedBench() {}

    static final class Parts extends Allowed.Choice<TuneBench.Part> {
        Parts() {
            super(byName());
        }

        private static Map<String, TuneBench.Part> byName() {
            Map<String, TuneBench.Part> parts = new LinkedHashMap<>();
            Arrays.stream(TuneBench.Part.values())
                    .forEach(part -> parts.put(part.name().toLowerCase(Locale.ROOT), part));
            return parts;
        }
    }

    static final class Precisions extends Allowed.Choice<Precision> {
        Precisions() {
            super(byName());
        }

        private static Map<String, Precision> byName() {
            Map<String, Precision> precisions = new LinkedHashMap<>();
            Arrays.stream(Precision.values())
                    .forEach(precision -> precisions.put(precision.name().toLowerCase(Locale.ROOT), precision));
            return precisions;
        }
    }

    static final class Scales extends Allowed.Choice<Double> {
        Scales() {
            super(byName());
        }

        private static Map<String, Double> byName() {
            Map<String, Double> scales = new LinkedHashMap<>();
            List.of("0.001", "1", "1000").forEach(scale -> scales.put(scale, Double.valueOf(scale)));
            return scales;
        }
    }

    /** What a statistic needs. */
    static final class Seeds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) Allowed.integer(value, "a whole number from 5 to 10000", v -> v >= 5 && v <= 10_000);
        }
    }
}
