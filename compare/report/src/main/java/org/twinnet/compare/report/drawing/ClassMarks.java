package org.twinnet.compare.report.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;

/**
 * How classes are told apart: ten colours of areas, a darker one of each for points, and seven shapes of points. What
 * repeats after ten classes is the colour, with another shape. Areas differ for every kind of colour-blindness (the
 * nearest two of ten by 9 in CIE76 as simulated, of the first eight by 13); points are told apart by their shapes.
 */
public final class ClassMarks {

    private static final List<Color> AREAS =
            colors(0x8fb9e0, 0xf0a884, 0xdccf5a, 0xb680e0, 0x7cf0bf, 0xab8f30, 0xc4f58e, 0xc9787a, 0x4fa85a, 0xb5ecf2);

    private static final List<Color> POINTS =
            colors(0x14589b, 0xb8430f, 0x5e560a, 0x57179a, 0x006b45, 0x463708, 0x3f6f08, 0x7a1d22, 0x0a4a18, 0x0b5c63);

    /** Corners about the middle as x, y, x, y, …; the first shape is a circle. */
    private static final double[][] SHAPES = {
        {},
        {0, -3.8, 3.4, 2.4, -3.4, 2.4},
        {-2.6, -2.6, 2.6, -2.6, 2.6, 2.6, -2.6, 2.6},
        {0, -4, 3, 0, 0, 4, -3, 0},
        {
            -1.2, -3.6, 1.2, -3.6, 1.2, -1.2, 3.6, -1.2, 3.6, 1.2, 1.2, 1.2, 1.2, 3.6, -1.2, 3.6, -1.2, 1.2, -3.6, 1.2,
            -3.6, -1.2, -1.2, -1.2
        },
        {0, -4.2, 1, -1.3, 4, -1.3, 1.6, 0.5, 2.5, 3.4, 0, 1.7, -2.5, 3.4, -1.6, 0.5, -4, -1.3, -1, -1.3},
        {0, 3.8, 3.4, -2.4, -3.4, -2.4},
    };

    private ClassMarks() {}

    /**
     * The colour of the area of a class.
     *
     * @param label the class, from 0
     * @return a light colour
     */
    public static Color area(int label) {
        return AREAS.get(label % AREAS.size());
    }

    /**
     * The colour of the points of a class.
     *
     * @param label the class, from 0
     * @return a dark colour
     */
    public static Color point(int label) {
        return POINTS.get(label % POINTS.size());
    }

    /** The shape of a point of a class: a circle for 0, a triangle for 1, and so on. */
    static Shape shape(int label, double x, double y) {
        double[] corners = SHAPES[label % SHAPES.length];
        if (corners.length == 0) {
            return new Ellipse2D.Double(x - 2.8, y - 2.8, 5.6, 5.6);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i], y + corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static List<Color> colors(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
