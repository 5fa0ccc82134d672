package org.twinnet.compare.report.comparison;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Derived;
import org.twinnet.compare.report.model.Report;

/** Paints the costs of both networks, and below them their relative difference on a logarithmic axis. */
public final class CostPainter {

    private static final double LEFT = 44;
    private static final double RIGHT = 14;
    private static final double TOP = 28;
    private static final double SPLIT = 0.58;

    private static final int LOWEST = -17;

    private CostPainter() {}

    /**
     * What is painted.
     *
     * @param scratch costs of the hand-written network
     * @param dl4j costs of DL4J's network
     * @param differences their differences, and how far rounding can carry them where that is known
     */
    public record Curves(List<Report.Cost> scratch, List<Report.Cost> dl4j, List<Report.CostDifference> differences) {

        /**
         * Two runs of which it is not known how far rounding can carry them apart.
         *
         * @param scratch costs of the hand-written network
         * @param dl4j costs of DL4J's network
         * @return both with their differences
         */
        public static Curves of(List<Report.Cost> scratch, List<Report.Cost> dl4j) {
            return new Curves(scratch, dl4j, Derived.differences(scratch, dl4j));
        }
    }

    /**
     * Paints.
     *
     * @param canvas where
     * @param left left edge
     * @param size width and height
     * @param heading what it shows
     * @param curves both networks
     * @param texts the language
     */
    public static void paint(Canvas canvas, double left, int size, String heading, Curves curves, Texts texts) {
        List<Report.Cost> scratch = curves.scratch();
        List<Report.Cost> dl4j = curves.dl4j();
        double top = Stream.concat(scratch.stream(), dl4j.stream())
                .map(Derived::known)
                .filter(Objects::nonNull)
                .mapToDouble(cost -> cost)
                .max()
                .orElse(1);
        Axis x = new Axis(0, Math.max(1, last(curves)), left + LEFT, left + size - RIGHT);
        Axis y = new Axis(0, top > 0 ? 1.05 * top : 1, size * SPLIT, TOP);
        canvas.heading(heading, x.from(), TOP - 10);
        for (double tick : y.ticks()) {
            canvas.line(x.from(), y.at(tick), x.to(), y.at(tick), Canvas.LINE, 1);
            canvas.textEndingAt(Axis.label(tick), x.from() - 6, y.at(tick) + 4, Canvas.SOFT);
        }
        curve(canvas, scratch, Derived::known, x, y, Canvas.HAND, false);
        curve(canvas, dl4j, Derived::known, x, y, Canvas.DL4J, true);
        canvas.textEndingAt(texts.text("boundaries.hand") + " ——", x.to(), TOP + 12, Canvas.HAND);
        canvas.textEndingAt(texts.text("boundaries.dl4j") + " – –", x.to(), TOP + 27, Canvas.DL4J);
        difference(canvas, curves, x, new Axis(LOWEST, 0, size - 24, size * SPLIT + 24), texts);
    }

    private static int last(Curves curves) {
        return Stream.concat(curves.scratch().stream(), curves.dl4j().stream())
                .mapToInt(Report.Cost::iteration)
                .max()
                .orElse(0);
    }

    private static void difference(Canvas canvas, Curves curves, Axis x, Axis y, Texts texts) {
        for (int decade = LOWEST + 2; decade <= 0; decade += 5) {
            canvas.line(x.from(), y.at(decade), x.to(), y.at(decade), Canvas.LINE, 1);
            canvas.textEndingAt("1e" + decade, x.from() - 6, y.at(decade) + 4, Canvas.SOFT);
        }
        Path2D band = new Path2D.Double();
        band.moveTo(x.from(), y.from());
        double right = x.from();
        for (Report.CostDifference point : curves.differences()) {
            if (point.limit() != null && point.limit() > 0) {
                right = x.at(point.iteration());
                band.lineTo(right, y.at(level(point.limit())));
            }
        }
        band.lineTo(right, y.from());
        band.closePath();
        canvas.graphics().setColor(new Color(0x5b, 0x68, 0x75, 34));
        canvas.graphics().fill(band);
        canvas.graphics().setColor(new Color(0x5b2c86));
        for (Report.CostDifference point : curves.differences()) {
            if (point.difference() != null && point.difference() > 0) {
                double px = x.at(point.iteration());
                double py = y.at(level(point.difference()));
                canvas.graphics().fill(new Ellipse2D.Double(px - 1.2, py - 1.2, 2.4, 2.4));
            }
        }
        canvas.text(texts.text("costs.difference"), x.from(), y.to() - 6, Canvas.SOFT);
        for (double tick : x.ticks()) {
            canvas.line(x.at(tick), y.from(), x.at(tick), y.from() + 4, Canvas.SOFT, 1);
            canvas.textAround(Axis.label(tick), x.at(tick), y.from() + 16, Canvas.SOFT);
        }
    }

    private static double level(double relative) {
        return Math.max(LOWEST, Math.min(0, Math.log10(relative)));
    }

    private static void curve(
            Canvas canvas,
            List<Report.Cost> costs,
            Function<Report.Cost, Double> number,
            Axis x,
            Axis y,
            Color color,
            boolean dashed) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (Report.Cost cost : costs) {
            Double value = number.apply(cost);
            if (value == null) {
                down = false;
            } else if (down) {
                path.lineTo(x.at(cost.iteration()), y.at(value));
            } else {
                path.moveTo(x.at(cost.iteration()), y.at(value));
                down = true;
            }
        }
        canvas.stroke(path, color, 1.8, dashed);
    }
}
