package org.twinnet.compare.report.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture in progress, at twice the resolution of its coordinates. */
public final class Canvas {

    /** The hand-written network's. */
    public static final Color HAND = new Color(0x1f6fb4);

    /** DL4J's. */
    public static final Color DL4J = new Color(0xc8501e);

    /** What is to be read. */
    public static final Color INK = new Color(0x1b2733);

    /** What stays in the background. */
    public static final Color SOFT = new Color(0x5b6875);

    /** Lines of a grid. */
    public static final Color LINE = new Color(0xdfe3e7);

    /** Pixels for each unit of a coordinate. */
    public static final int SCALE = 2;

    private static final float[] DASHES = {6, 5};

    private final BufferedImage image;
    private final Graphics2D graphics;

    /**
     * An empty picture.
     *
     * @param width its width
     * @param height its height
     */
    public Canvas(int width, int height) {
        // No window is wanted, and asking for none works on servers too.
        System.setProperty("java.awt.headless", "true");
        image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    }

    /**
     * Ends the picture.
     *
     * @return a PNG file
     */
    public byte[] png() {
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory: a file beside it needs a shutdown hook, and none can be added while the program ends by Ctrl-C.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(Palette.apply(image), "png", out)) {
                throw new IllegalStateException("This Java cannot write PNG files.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * For shapes of any kind.
     *
     * @return what paints
     */
    public Graphics2D graphics() {
        return graphics;
    }

    /**
     * Paints inside a rectangle only, until {@link #unclip}.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width its width
     * @param height its height
     */
    public void clip(double x, double y, double width, double height) {
        graphics.setClip(new Rectangle2D.Double(x, y, width, height));
    }

    /** Paints everywhere again. */
    public void unclip() {
        graphics.setClip(null);
    }

    /**
     * Draws the outline of a shape.
     *
     * @param shape the shape
     * @param color its colour
     * @param width width of the line
     * @param dashed whether the line is dashed
     */
    public void stroke(Shape shape, Color color, double width, boolean dashed) {
        graphics.setColor(color);
        graphics.setStroke(
                dashed
                        ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
                        : new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /**
     * Draws a straight line.
     *
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it ends
     * @param y2 where it ends
     * @param color its colour
     * @param width its width
     */
    public void line(double x1, double y1, double x2, double y2, Color color, double width) {
        stroke(new Line2D.Double(x1, y1, x2, y2), color, width, false);
    }

    /**
     * A point of a class: a circle for class 0, a triangle for class 1, and so on, readable without colour.
     *
     * @param x its middle
     * @param y its middle
     * @param label the class, from 0
     * @param filled whether it is filled, or an outline
     */
    public void point(double x, double y, int label, boolean filled) {
        Shape mark = ClassMarks.shape(label, x, y);
        if (filled) {
            graphics.setColor(ClassMarks.point(label));
            graphics.fill(mark);
            stroke(mark, Color.WHITE, 0.6, false);
        } else {
            stroke(mark, ClassMarks.point(label), 1.1, false);
        }
    }

    /**
     * Writes.
     *
     * @param text what to write
     * @param x where it begins
     * @param y its base line
     * @param color its colour
     */
    public void text(String text, double x, double y, Color color) {
        graphics.setColor(color);
        graphics.drawString(text, (float) x, (float) y);
    }

    /**
     * Writes around a point.
     *
     * @param text what to write
     * @param x its middle
     * @param y its base line
     * @param color its colour
     */
    public void textAround(String text, double x, double y, Color color) {
        text(text, x - width(text) / 2, y, color);
    }

    /**
     * Writes up to a point.
     *
     * @param text what to write
     * @param x where it ends
     * @param y its base line
     * @param color its colour
     */
    public void textEndingAt(String text, double x, double y, Color color) {
        text(text, x - width(text), y, color);
    }

    /**
     * How wide a text is.
     *
     * @param text the text
     * @return its width
     */
    public double width(String text) {
        return graphics.getFontMetrics().stringWidth(text);
    }

    /**
     * Writes softly, for legends.
     *
     * @param text what to write
     * @param x where it begins
     * @param y its base line
     * @return where it ends
     */
    public double words(String text, double x, double y) {
        text(text, x, y, SOFT);
        return x + width(text);
    }

    /**
     * The outline of a text.
     *
     * @param text the text
     * @param x where it begins
     * @param y its base line
     * @return a shape
     */
    public Shape outline(String text, double x, double y) {
        return graphics.getFont()
                .createGlyphVector(graphics.getFontRenderContext(), text)
                .getOutline((float) x, (float) y);
    }

    /**
     * A heading.
     *
     * @param text what it says
     * @param x where it begins
     * @param y its base line
     */
    public void heading(String text, double x, double y) {
        Font plain = graphics.getFont();
        graphics.setFont(plain.deriveFont(Font.BOLD, 13f));
        text(text, x, y, INK);
        graphics.setFont(plain);
    }
}
