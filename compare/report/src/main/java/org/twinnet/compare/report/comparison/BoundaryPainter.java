package org.twinnet.compare.report.comparison;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Packing;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;

/** Paints the decision boundaries of both networks after training. */
public final class BoundaryPainter {

    private static final double LEFT = 40;
    private static final double RIGHT = 10;
    private static final double TOP = 28;
    private static final double BOTTOM = 26;

    private static final int SHADES = 16;

    private static final int[][] RAMP = {{0x8f, 0xb9, 0xe0}, {0xfd, 0xfd, 0xfb}, {0xf0, 0xa8, 0x84}};

    private BoundaryPainter() {}

    /**
     * Paints.
     *
     * @param canvas where
     * @param left left edge
     * @param size width and height
     * @param heading what it shows
     * @param plane where the boundaries were looked at
     * @param last both networks
     * @param points training examples, null for none
     * @param texts the language
     */
    public static void paint(
            Canvas canvas,
            double left,
            int size,
            String heading,
            Picture.Plane plane,
            Picture.Snapshot last,
            Report.Points points,
            Texts texts) {
        Axis x = new Axis(plane.minX(), plane.maxX(), left + LEFT, left + size - RIGHT);
        Axis y = new Axis(plane.minY(), plane.maxY(), size - BOTTOM, TOP);
        double width = x.to() - x.from();
        double height = y.from() - y.to();
        canvas.clip(x.from(), y.to(), width, height);
        // Without a shape some probability is no number, and no colour stands for that.
        if (last.scratch().shape() != null) {
            BufferedImage field = field(last.scratch().field(), plane.size(), (int) width, (int) height);
            canvas.graphics()
                    .drawImage(
                            field,
                            (int) Math.round(x.from()),
                            (int) Math.round(y.to()),
                            (int) width,
                            (int) height,
                            null);
        }
        for (int i = 0; points != null && i < points.x().size(); i++) {
            canvas.point(
                    x.at(points.x().get(i)),
                    y.at(points.y().get(i)),
                    points.labels().get(i));
        }
        contour(canvas, last.scratch(), x, y, Canvas.INK, 2.2, false);
        contour(canvas, last.dl4j(), x, y, Canvas.DL4J, 1.8, true);
        canvas.unclip();
        canvas.heading(heading, x.from(), TOP - 10);
        if (last.scratch().shape() == null || last.dl4j().shape() == null) {
            canvas.textEndingAt(texts.text("not.finite"), x.to(), TOP - 10, Canvas.SOFT);
        }
        for (double tick : x.ticks()) {
            canvas.line(x.at(tick), y.from(), x.at(tick), y.from() + 4, Canvas.SOFT, 1);
            canvas.textAround(Axis.label(tick), x.at(tick), y.from() + 17, Canvas.SOFT);
        }
        for (double tick : y.ticks()) {
            canvas.line(x.from() - 4, y.at(tick), x.from(), y.at(tick), Canvas.SOFT, 1);
            canvas.textEndingAt(Axis.label(tick), x.from() - 6, y.at(tick) + 4, Canvas.SOFT);
        }
    }

    private static void contour(
            Canvas canvas, Picture.Side side, Axis x, Axis y, Color color, double width, boolean dashed) {
        Path2D path = new Path2D.Double();
        for (List<Double> line : side.contour()) {
            for (int i = 0; i + 1 < line.size(); i += 2) {
                double px = x.at(line.get(i));
                double py = y.at(line.get(i + 1));
                if (i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
        }
        if (!dashed) {
            canvas.stroke(path, new Color(255, 255, 255, 210), width + 2.6, false);
        }
        canvas.stroke(path, color, width, dashed);
    }

    /**
     * The field at the resolution of the canvas, between the grid's points bilinear, so that its edges are the
     * outermost points. A few shades are enough for the eye and keep the file small.
     */
    private static BufferedImage field(String packed, int size, int width, int height) {
        byte[] bytes = Packing.unpack(packed, size * size);
        BufferedImage image =
                new BufferedImage(Canvas.SCALE * width, Canvas.SCALE * height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.getHeight(); row++) {
            double v = (size - 1) * (1 - row / (image.getHeight() - 1.0));
            for (int column = 0; column < image.getWidth(); column++) {
                double p = between(bytes, size, (size - 1) * column / (image.getWidth() - 1.0), v) / 255;
                image.setRGB(column, row, color(Math.rint(SHADES * p) / SHADES));
            }
        }
        return image;
    }

    private static double between(byte[] bytes, int size, double u, double v) {
        int column = Math.min((int) u, size - 2);
        int row = Math.min((int) v, size - 2);
        double right = u - column;
        double up = v - row;
        int at = row * size + column;
        return (1 - up) * ((1 - right) * (bytes[at] & 0xff) + right * (bytes[at + 1] & 0xff))
                + up * ((1 - right) * (bytes[at + size] & 0xff) + right * (bytes[at + size + 1] & 0xff));
    }

    private static int color(double p) {
        int from = p < 0.5 ? 0 : 1;
        double t = 2 * p - from;
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            rgb = rgb << 8 | (int) Math.round(RAMP[from][c] + t * (RAMP[from + 1][c] - RAMP[from][c]));
        }
        return rgb;
    }
}
