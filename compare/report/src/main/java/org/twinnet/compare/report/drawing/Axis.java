package org.twinnet.compare.report.drawing;

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

    /** Outside these sizes a number is shorter with a power of ten. */
    private static final double SMALL = 1e-4;

    private static final double LARGE = 1e7;

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
     * @return three significant digits, with a power of ten below a thousandth and from ten million on
     */
    public static String label(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 1000 && size < LARGE) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        boolean plain = size >= SMALL && size < LARGE;
        return String.format(Locale.ROOT, plain ? "%.3g" : "%.2e", value)
                .replaceAll("(\\.\\d*?)0+(e|$)", "$1$2")
                .replaceAll("\\.(e|$)", "$1");
    }
}
