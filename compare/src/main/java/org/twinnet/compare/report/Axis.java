package org.twinnet.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis.
 *
 * @param min value at {@code from}
 * @param max value at {@code to}, above {@code min}
 * @param from coordinate of {@code min}
 * @param to coordinate of {@code max}
 */
public record Axis(double min, double max, double from, double to) {

    /**
     * Where a value stands.
     *
     * @param value the value
     * @return its coordinate
     */
    public double at(double value) {
        return from + (value - min) / (max - min) * (to - from);
    }

    /**
     * Round values, about five of them.
     *
     * @return the values within the axis
     */
    public List<Double> ticks() {
        double rough = (max - min) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power < 1.5
                ? power
                : rough / power < 3.5 ? 2 * power : rough / power < 7.5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(min / step); k * step <= max; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /**
     * A tick's label.
     *
     * @param value the value
     * @return three significant digits
     */
    public static String label(double value) {
        return Math.abs(value) < 1e-12
                ? "0"
                : Math.abs(value) >= 1000
                        ? String.format(Locale.ROOT, "%,.0f", value)
                        : String.format(Locale.ROOT, "%.3g", value)
                                .replaceAll("(\\.\\d*?)0+$", "$1")
                                .replaceAll("\\.$", "");
    }
}
