package org.twinnet.compare.report.comparison;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.drawing.ClassMarks;
import org.twinnet.compare.report.drawing.Legend;
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
     * What is painted.
     *
     * @param plane where the boundaries were looked at
     * @param last both networks
     * @param points training examples, null for none
     * @param classes how many classes there are
     */
    public record Boundaries(Picture.Plane plane, Picture.Snapshot last, Report.Points points, int classes) {}

    /**
     * Paints.
     *
     * @param canvas where
     * @param left left edge
     * @param size width and height
     * @param heading what it shows
     * @param boundaries both networks
     * @param texts the language
     */
    public static void paint(Canvas canvas, double left, int size, String heading, Boundaries boundaries, Texts texts) {
        Picture.Plane plane = boundaries.plane();
        Picture.Snapshot last = boundaries.last();
        Report.Points points = boundaries.points();
        Axis x = new Axis(plane.minX(), plane.maxX(), left + LEFT, left + size - RIGHT);
        Axis y = new Axis(plane.minY(), plane.maxY(), size - BOTTOM, TOP);
        double width = x.to() - x.from();
        double height = y.from() - y.to();
        canvas.clip(x.from(), y.to(), width, height);
        // Without a shape some probability is no number, and no colour stands for that.
        if (last.scratch().shape() != null) {
            byte[] bytes = Packing.unpack(last.scratch().field(), plane.size() * plane.size());
            BufferedImage field = field(
                    boundaries.classes() > 2 ? new ClassField(bytes, plane.size()) : new Shades(bytes, plane.size()),
                    (int) width,
                    (int) height);
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
                    points.labels().get(i),
                    true);
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

    /**
     * What the marks, areas and lines mean.
     *
     * @param classes how many classes there are
     * @param texts the language
     * @return the legend
     */
    public static Legend legend(int classes, Texts texts) {
        Legend legend = new Legend();
        boolean several = classes > 2;
        for (int k = 0; k < classes; k++) {
            String name = texts.text("boundaries.class", k);
            if (several) {
                legend.area(k, name);
            } else {
                legend.point(k, true, name);
            }
        }
        String between = (several ? texts.text("boundaries.legend.between") : "p = 0.5") + ", ";
        legend.line(Canvas.INK, false, between + texts.text("boundaries.hand"));
        legend.line(Canvas.DL4J, true, between + texts.text("boundaries.dl4j"));
        return legend;
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

    /** A colour for each place between the points of a grid, at {@code size} a side. */
    private interface Colours {

        int size();

        /** The colour at column u and row v. */
        int at(double u, double v);
    }

    /** The field at the resolution of the canvas, so that its edges are the outermost points. */
    private static BufferedImage field(Colours colours, int width, int height) {
        BufferedImage image =
                new BufferedImage(Canvas.SCALE * width, Canvas.SCALE * height, BufferedImage.TYPE_INT_RGB);
        int last = colours.size() - 1;
        for (int row = 0; row < image.getHeight(); row++) {
            double v = last * (1 - row / (image.getHeight() - 1.0));
            for (int column = 0; column < image.getWidth(); column++) {
                image.setRGB(column, row, colours.at(last * column / (image.getWidth() - 1.0), v));
            }
        }
        return image;
    }

    /** How much each corner of a cell counts at a place within it: lower left and right, upper left and right. */
    private static double[] weights(double right, double up) {
        return new double[] {(1 - up) * (1 - right), (1 - up) * right, up * (1 - right), up * right};
    }

    /** The lower left corner of the cell around a place. */
    private static int corner(int size, double u, double v) {
        return Math.min((int) v, size - 2) * size + Math.min((int) u, size - 2);
    }

    private static int[] corners(byte[] bytes, int size, int at) {
        return new int[] {bytes[at] & 0xff, bytes[at + 1] & 0xff, bytes[at + size] & 0xff, bytes[at + size + 1] & 0xff};
    }

    /** A probability, bilinear. A few shades are enough for the eye and keep the file small. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    private record Shades(byte[] bytes, int size) implements Colours {

        @Override
        public int at(double u, double v) {
            int at = corner(size, u, v);
            int row = at / size;
            double[] weights = weights(u - (at - row * size), v - row);
            int[] corners = corners(bytes, size, at);
            double p = 0;
            for (int i = 0; i < corners.length; i++) {
                p += weights[i] * corners[i] / 255;
            }
            return color(Math.rint(SHADES * p) / SHADES);
        }
    }

    /** A class, which of a cell's corners counts most: nothing lies between two classes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    private record ClassField(byte[] bytes, int size) implements Colours {

        @Override
        public int at(double u, double v) {
            int at = corner(size, u, v);
            int row = at / size;
            double[] weights = weights(u - (at - row * size), v - row);
            int[] corners = corners(bytes, size, at);
            int best = corners[0];
            double most = -1;
            for (int corner : corners) {
                double weight = 0;
                for (int i = 0; i < corners.length; i++) {
                    weight += corners[i] == corner ? weights[i] : 0;
                }
                if (weight > most) {
                    best = corner;
                    most = weight;
                }
            }
            return ClassMarks.area(best).getRGB();
        }
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
