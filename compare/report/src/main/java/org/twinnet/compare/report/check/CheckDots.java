package org.twinnet.compare.report.check;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.CheckText;

/**
 * The picture of a check: a dot a quantity, in the order of the computation, a part of the width a rung.
 *
 * @param parts the rungs from left to right
 * @param dots the quantities from left to right
 */
public record CheckDots(List<Part> parts, List<Dot> dots) {

    /** Width of the picture. */
    public static final int WIDTH = 960;

    /** Height of the picture. */
    public static final int HEIGHT = 270;

    /** Where the dots begin, from the left. */
    public static final int LEFT = 50;

    /** Where the rungs' names end and the dots begin, from the top. */
    public static final int TOP = 40;

    private static final int BOTTOM = 20;
    private static final int RIGHT = 10;
    private static final double LEAST = -4;
    private static final double MOST = 17;

    /** Every second name of a rung stands higher, so that each has the width of two parts. */
    private static final double LEAST_PART = 78;

    /**
     * The part of a rung.
     *
     * @param x its left side
     * @param width its width
     * @param nameY where its name stands, from the top
     * @param rung the rung
     */
    public record Part(double x, double width, int nameY, CheckReport.RungResult rung) {}

    /**
     * A dot: one quantity.
     *
     * @param x its place in the order of the computation
     * @param y its multiple of the floor, on a log scale
     * @param status its outcome
     * @param label what it is
     */
    public record Dot(double x, double y, Status status, Phrase label) {}

    static CheckDots of(CheckReport report) {
        List<CheckReport.RungResult> rungs = report.rungs().stream()
                .filter(rung -> !rung.quantities().isEmpty())
                .toList();
        int all = rungs.stream().mapToInt(rung -> rung.quantities().size()).sum();
        double shared = WIDTH - LEFT - RIGHT - LEAST_PART * rungs.size();
        List<Part> parts = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        double x = LEFT;
        for (CheckReport.RungResult rung : rungs) {
            int size = rung.quantities().size();
            double width = LEAST_PART + shared * size / all;
            parts.add(new Part(tenth(x), tenth(width), parts.size() % 2 == 0 ? 13 : 29, rung));
            for (int k = 0; k < size; k++) {
                dots.add(dot(
                        x + width * (k + 0.5) / size, rung, rung.quantities().get(k)));
            }
            x += width;
        }
        return new CheckDots(List.copyOf(parts), List.copyOf(dots));
    }

    private static Dot dot(double x, CheckReport.RungResult rung, CheckReport.QuantityResult quantity) {
        Phrase label = Phrase.of(
                "check.dot",
                rung.name().said(),
                quantity.quantity(),
                CheckText.number(quantity.multiple()),
                CheckText.number(quantity.maxRelativeDifference()),
                CheckText.outcome(quantity.status()));
        double multiple = quantity.multiple() == null ? Math.pow(10, MOST) : quantity.multiple();
        return new Dot(tenth(x), y(multiple), quantity.status(), label);
    }

    /**
     * Where a multiple of the floor stands.
     *
     * @param multiple the multiple
     * @return from the top
     */
    public static double y(double multiple) {
        double exponent = Math.min(MOST, Math.max(LEAST, Math.log10(Math.max(multiple, 1e-300))));
        return tenth(TOP + 6 + (HEIGHT - TOP - BOTTOM - 12) * (MOST - exponent) / (MOST - LEAST));
    }

    private static double tenth(double value) {
        return Math.rint(10 * value) / 10;
    }
}
