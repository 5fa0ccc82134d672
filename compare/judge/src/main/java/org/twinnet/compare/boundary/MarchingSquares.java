package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The topology of the contour p = 0.5: which sides of which grid cells it crosses, and in which order.
 *
 * <p>Each cell's four corners belong to class 0 or 1 (p &gt; 0.5); the contour crosses a side exactly when its two ends
 * differ. Sixteen cases say which crossed sides are joined. In the two saddle cases, where equal corners face each
 * other across the cell, the mean of the four corners stands for the middle: if it is in class 1 the two corners of
 * class 1 are joined, else the two of class 0.
 *
 * <p>A crossing is named by the middle of its side in units of columns and rows: (c + ½, r) lies between columns c and
 * c + 1 of row r, (c, r + ½) between rows r and r + 1 of column c. These names are exact and each belongs to one side,
 * so whoever joins the pieces by equal ends joins the right ones, whatever the probabilities are; where on its side the
 * contour crosses is decided afterwards ({@link Contour}). Class 1 lies to the left of each piece.
 *
 * <p>Source: W. E. Lorensen, H. E. Cline, "Marching cubes", SIGGRAPH 1987, in two dimensions; saddles by the middle's
 * value as in G. Wyvill, C. McPheeters, B. Wyvill, "Data structure for soft objects", 1986.
 */
final class MarchingSquares {

    private static final int BOTTOM = 0;
    private static final int RIGHT = 1;
    private static final int TOP = 2;
    private static final int LEFT = 3;

    private static final int BOTTOM_LEFT_AND_TOP_RIGHT = 1 | 4;
    private static final int BOTTOM_RIGHT_AND_TOP_LEFT = 2 | 8;

    /**
     * Pairs of sides (from, to) for each set of corners in class 1: bit 1 is bottom left, 2 bottom right, 4 top right,
     * 8 top left. The saddles are listed with their class-1 corners apart.
     */
    private static final int[][] PIECES = {
        {},
        {BOTTOM, LEFT},
        {RIGHT, BOTTOM},
        {RIGHT, LEFT},
        {TOP, RIGHT},
        {BOTTOM, LEFT, TOP, RIGHT},
        {TOP, BOTTOM},
        {TOP, LEFT},
        {LEFT, TOP},
        {BOTTOM, TOP},
        {RIGHT, BOTTOM, LEFT, TOP},
        {RIGHT, TOP},
        {LEFT, RIGHT},
        {BOTTOM, RIGHT},
        {LEFT, BOTTOM},
        {},
    };

    private static final int[] BOTTOM_LEFT_AND_TOP_RIGHT_JOINED = {BOTTOM, RIGHT, TOP, LEFT};
    private static final int[] BOTTOM_RIGHT_AND_TOP_LEFT_JOINED = {LEFT, BOTTOM, RIGHT, TOP};

    private MarchingSquares() {}

    /** One two-point line for each piece of contour inside a cell, in units of columns and rows; row by row. */
    static List<LineString> pieces(Field field, GeometryFactory factory) {
        int n = field.grid().size();
        List<LineString> pieces = new ArrayList<>();
        for (int row = 0; row < n - 1; row++) {
            int k = row * n;
            int left = bits(field, k, n);
            for (int column = 0; column < n - 1; column++) {
                int right = bits(field, k + column + 1, n);
                // The left corners are bits 1 and 8, the right ones 2 and 4.
                int corners = (left & 1) | (left & 2) << 2 | (right & 1) << 1 | (right & 2) << 1;
                int[] sides = sides(corners, field, k + column, n);
                for (int i = 0; i < sides.length; i += 2) {
                    pieces.add(factory.createLineString(
                            new Coordinate[] {crossing(row, column, sides[i]), crossing(row, column, sides[i + 1])}));
                }
                left = right;
            }
        }
        return pieces;
    }

    /** The classes of point k (bit 1) and of the point above it (bit 2). */
    private static int bits(Field field, int k, int n) {
        return (Field.isClassOne(field.at(k)) ? 1 : 0) | (Field.isClassOne(field.at(k + n)) ? 2 : 0);
    }

    private static int[] sides(int corners, Field field, int k, int n) {
        if (corners == BOTTOM_LEFT_AND_TOP_RIGHT && middleIsClassOne(field, k, n)) {
            return BOTTOM_LEFT_AND_TOP_RIGHT_JOINED;
        }
        if (corners == BOTTOM_RIGHT_AND_TOP_LEFT && middleIsClassOne(field, k, n)) {
            return BOTTOM_RIGHT_AND_TOP_LEFT_JOINED;
        }
        return PIECES[corners];
    }

    private static boolean middleIsClassOne(Field field, int k, int n) {
        // Opposite corners are added first, so that turning or mirroring the field cannot change the rounding.
        return Field.isClassOne(((field.at(k) + field.at(k + n + 1)) + (field.at(k + 1) + field.at(k + n))) / 4);
    }

    private static Coordinate crossing(int row, int column, int side) {
        return switch (side) {
            case BOTTOM -> new Coordinate(column + 0.5, row);
            case RIGHT -> new Coordinate(column + 1, row + 0.5);
            case TOP -> new Coordinate(column + 0.5, row + 1);
            default -> new Coordinate(column, row + 0.5);
        };
    }
}
