package org.twinnet.compare.report.drawing;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What marks and lines of a picture mean, one entry after the other, in as many rows as it takes. */
public final class Legend {

    /** Height of a row. */
    public static final int ROW = 20;

    private static final double LEFT = 44;
    private static final double MIDDLE = 6;
    private static final double BASE = 10;

    private final List<Entry> entries = new ArrayList<>();

    /** Nothing yet. */
    public Legend() {}

    private interface Mark {
        void paint(Canvas canvas, double x, double y);
    }

    /** A mark, where its text begins, and how much of a gap comes after it. */
    private record Entry(Mark mark, double begin, double gap, String text) {}

    /**
     * Adds the points of a class.
     *
     * @param label the class, from 0
     * @param filled whether they are filled
     * @param text what they are
     */
    public void point(int label, boolean filled, String text) {
        entries.add(new Entry((canvas, x, y) -> canvas.point(x, y + MIDDLE, label, filled), 8, 22, text));
    }

    /**
     * Adds the area of a class with its points.
     *
     * @param label the class, from 0
     * @param text what it is
     */
    public void area(int label, String text) {
        Mark mark = (canvas, x, y) -> {
            canvas.graphics().setColor(ClassMarks.area(label));
            canvas.graphics().fill(new Rectangle2D.Double(x - 5, y - 1, 20, 14));
            canvas.point(x + 5, y + MIDDLE, label, true);
        };
        entries.add(new Entry(mark, 20, 18, text));
    }

    /**
     * Adds a line.
     *
     * @param color its colour
     * @param dashed whether it is dashed
     * @param text what it is
     */
    public void line(Color color, boolean dashed, String text) {
        Mark mark =
                (canvas, x, y) -> canvas.stroke(new Line2D.Double(x, y + MIDDLE, x + 24, y + MIDDLE), color, 2, dashed);
        entries.add(new Entry(mark, 30, 20, text));
    }

    /**
     * How many rows it takes.
     *
     * @param width width of the picture
     * @return at least 1
     */
    public int rows(int width) {
        return lay(new Canvas(1, 1), width, (entry, x, row) -> {});
    }

    /**
     * Paints.
     *
     * @param canvas where
     * @param y its top
     * @param width width of the picture
     */
    public void paint(Canvas canvas, double y, int width) {
        lay(canvas, width, (entry, x, row) -> {
            entry.mark().paint(canvas, x, y + row * ROW);
            canvas.text(entry.text(), x + entry.begin(), y + row * ROW + BASE, Canvas.SOFT);
        });
    }

    private interface Placed {
        void at(Entry entry, double x, int row);
    }

    private int lay(Canvas canvas, int width, Placed placed) {
        double x = LEFT;
        int row = 0;
        for (Entry entry : entries) {
            double wide = entry.begin() + canvas.width(entry.text());
            if (x > LEFT && x + wide > width) {
                x = LEFT;
                row++;
            }
            placed.at(entry, x, row);
            x += wide + entry.gap();
        }
        return row + 1;
    }
}
