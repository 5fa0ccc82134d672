package org.twinnet.compare.report.tune;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.tuning.run.Contender;
import org.twinnet.compare.tuning.space.Dimension;

/**
 * Paints the score over two numbers that were searched: the model's surface, every candidate, and what people would
 * take without a search.
 */
final class MapPainter {

    static final int WIDTH = 760;
    static final int HEIGHT = 500;

    private static final Color FAILED = new Color(0xa8321c);
    private static final Color GOLD = new Color(0xf5c518);

    private final TuneReport report;
    private final Texts texts;
    private final ScoreScale scale;
    private final ParameterAxis across;
    private final ParameterAxis up;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Axis x = new Axis(0, 1, 56, WIDTH - 20);
    private final Axis y = new Axis(0, 1, HEIGHT - 84, 34);

    private MapPainter(TuneReport report, Texts texts, ParameterAxis across, ParameterAxis up) {
        this.report = report;
        this.texts = texts;
        this.scale = new ScoreScale(report);
        this.across = across;
        this.up = up;
    }

    static byte[] paint(TuneReport report, Texts texts, ParameterAxis across, ParameterAxis up) {
        MapPainter painter = new MapPainter(report, texts, across, up);
        painter.surface();
        painter.frame();
        painter.candidates();
        painter.landmarks();
        painter.legend();
        return painter.canvas.png();
    }

    private void surface() {
        if (report.surface() == null) {
            return;
        }
        Graphics2D graphics = canvas.graphics();
        List<Double> columns = edges(across, report.surface().columns());
        List<Double> rows = edges(up, report.surface().rows());
        for (int r = 0; r + 1 < rows.size(); r++) {
            for (int c = 0; c + 1 < columns.size(); c++) {
                Double score = report.surface().scores().get(r).get(c);
                if (score != null) {
                    graphics.setColor(scale.color(score));
                    // Whole pixels, so that no seam shines through between neighbours.
                    int left = (int) Math.round(x.at(columns.get(c)));
                    int top = (int) Math.round(y.at(rows.get(r + 1)));
                    graphics.fillRect(
                            left,
                            top,
                            (int) Math.round(x.at(columns.get(c + 1))) - left,
                            (int) Math.round(y.at(rows.get(r))) - top);
                }
            }
        }
    }

    private static List<Double> edges(ParameterAxis axis, List<Double> values) {
        List<Double> edges = new ArrayList<>(List.of(0.0));
        for (int k = 1; k < values.size(); k++) {
            edges.add((axis.at(values.get(k - 1)).orElse(0)
                            + axis.at(values.get(k)).orElse(0))
                    / 2);
        }
        edges.add(1.0);
        return edges;
    }

    private void frame() {
        canvas.stroke(
                new Rectangle2D.Double(x.from(), y.to(), x.to() - x.from(), y.from() - y.to()),
                Canvas.SOFT,
                0.8,
                false);
        for (ParameterAxis.Tick tick : across.ticks()) {
            canvas.line(x.at(tick.at()), y.from(), x.at(tick.at()), y.from() + 4, Canvas.SOFT, 1);
            canvas.textAround(tick.text(), x.at(tick.at()), y.from() + 17, Canvas.SOFT);
        }
        for (ParameterAxis.Tick tick : up.ticks()) {
            canvas.line(x.from() - 4, y.at(tick.at()), x.from(), y.at(tick.at()), Canvas.SOFT, 1);
            canvas.textEndingAt(tick.text(), x.from() - 7, y.at(tick.at()) + 4, Canvas.SOFT);
        }
        canvas.text(SettingWords.label(up.parameter().key()).in(texts), 8, y.to() - 12, Canvas.INK);
        canvas.textEndingAt(SettingWords.label(across.parameter().key()).in(texts), x.to(), y.from() + 32, Canvas.INK);
    }

    private void candidates() {
        for (TuneReport.Candidate candidate : report.candidates()) {
            if (!across.isOf(candidate) || !up.isOf(candidate)) {
                continue;
            }
            double px = x.at(across.at(candidate));
            double py = y.at(up.at(candidate));
            if (candidate.score() != null) {
                mark(circle(px, py, 5), scale.color(candidate.score()), Canvas.INK);
            } else if (candidate.status().equals("failed")) {
                failed(px, py);
            } else {
                Shape circle = circle(px, py, 3);
                canvas.stroke(circle, Color.WHITE, 3, false);
                canvas.stroke(circle, Canvas.INK, 1.2, false);
            }
        }
    }

    private void failed(double px, double py) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(px - 4, py - 4);
        cross.lineTo(px + 4, py + 4);
        cross.moveTo(px + 4, py - 4);
        cross.lineTo(px - 4, py + 4);
        canvas.stroke(cross, Color.WHITE, 4.5, false);
        canvas.stroke(cross, FAILED, 2, false);
    }

    private void landmarks() {
        report.winner()
                .filter(winner -> across.isOf(winner) && up.isOf(winner))
                .ifPresent(winner -> mark(star(x.at(across.at(winner)), y.at(up.at(winner)), 11), GOLD, Canvas.INK));
        Dimension.Range advisedAcross =
                Contender.advised().get(across.parameter().key());
        Dimension.Range advisedUp = Contender.advised().get(up.parameter().key());
        if (meets(across, advisedAcross) && meets(up, advisedUp)) {
            double left = x.at(nearest(across, advisedAcross.from()));
            double right = x.at(nearest(across, advisedAcross.to()));
            double bottom = y.at(nearest(up, advisedUp.from()));
            double top = y.at(nearest(up, advisedUp.to()));
            Shape box = new Rectangle2D.Double(left, top, right - left, bottom - top);
            canvas.stroke(box, new Color(255, 255, 255, 200), 4, false);
            canvas.stroke(box, Canvas.INK, 1.5, true);
            label(texts.text("tune.map.advice"), left + 6, top + 15);
        }
        OptionalDouble px = published(across);
        OptionalDouble py = published(up);
        if (px.isPresent() && py.isPresent()) {
            double cx = x.at(px.getAsDouble());
            double cy = y.at(py.getAsDouble());
            Shape square = new Rectangle2D.Double(cx - 7, cy - 7, 14, 14);
            canvas.stroke(square, Color.WHITE, 5, false);
            canvas.stroke(square, Canvas.INK, 2, false);
            String name = texts.text("tune.map.published");
            label(name, cx - canvas.width(name) / 2, cy - 13);
        }
    }

    private static boolean meets(ParameterAxis axis, Dimension.Range advised) {
        return advised != null && advised.from() <= axis.max() && advised.to() >= axis.min();
    }

    private static OptionalDouble published(ParameterAxis axis) {
        Double value = Contender.PUBLISHED.changes().get(axis.parameter().key());
        return value == null ? OptionalDouble.empty() : axis.at(value);
    }

    private static double nearest(ParameterAxis axis, double value) {
        return axis.at(Math.max(axis.min(), Math.min(axis.max(), value))).orElse(0);
    }

    /** Text that can be read on any ground. */
    private void label(String text, double px, double py) {
        Shape outline = canvas.outline(text, px, py);
        canvas.stroke(outline, Color.WHITE, 3.5, false);
        canvas.text(text, px, py, Canvas.INK);
    }

    private void legend() {
        TuneNumbers numbers = new TuneNumbers(report.metric());
        double py = HEIGHT - 24;
        double px = x.from();
        if (report.winner().isPresent()) {
            px = canvas.words(
                    texts.text("tune.metric." + report.metric()) + "  " + say(numbers.score(scale.best())), px, py + 4);
            for (int k = 0; k < 60; k++) {
                canvas.graphics().setColor(ScoreScale.shade(k / 59.0));
                canvas.graphics().fill(new Rectangle2D.Double(px + 6 + 1.5 * k, py - 6, 2, 11));
            }
            px = canvas.words(texts.text("tune.legend.worse", say(numbers.score(scale.worst()))), px + 102, py + 4);
            mark(circle(px + 20, py, 5), scale.color(scale.best()), Canvas.INK);
            px = canvas.words(texts.text("tune.legend.complete"), px + 30, py + 4);
        }
        if (report.effort().stopped() > 0) {
            canvas.stroke(circle(px + 20, py, 3), Canvas.INK, 1.2, false);
            px = canvas.words(texts.text("tune.status.stopped"), px + 28, py + 4);
        }
        if (report.effort().failed() > 0) {
            failed(px + 20, py);
            px = canvas.words(texts.text("tune.status.failed"), px + 28, py + 4);
        }
        if (report.winner().isPresent()) {
            mark(star(px + 20, py, 8), GOLD, Canvas.INK);
            canvas.words(texts.text("tune.contender.winner"), px + 32, py + 4);
        }
    }

    private String say(Object what) {
        return what instanceof Phrase phrase ? phrase.in(texts) : String.valueOf(what);
    }

    private void mark(Shape shape, Color fill, Color stroke) {
        canvas.stroke(shape, Color.WHITE, 2.6, false);
        canvas.graphics().setColor(fill);
        canvas.graphics().fill(shape);
        canvas.stroke(shape, stroke, 0.9, false);
    }

    private static Shape circle(double px, double py, double radius) {
        return new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius);
    }

    private static Shape star(double px, double py, double radius) {
        Path2D star = new Path2D.Double();
        for (int k = 0; k < 10; k++) {
            double r = k % 2 == 0 ? radius : 0.45 * radius;
            double angle = Math.PI * (k / 5.0 - 0.5);
            if (k == 0) {
                star.moveTo(px + r * Math.cos(angle), py + r * Math.sin(angle));
            } else {
                star.lineTo(px + r * Math.cos(angle), py + r * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }
}
