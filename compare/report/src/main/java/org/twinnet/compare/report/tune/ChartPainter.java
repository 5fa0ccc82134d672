package org.twinnet.compare.report.tune;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;

/**
 * Paints the smaller pictures of a study: how the best score came down, the importance of each parameter, all
 * candidates side by side.
 */
final class ChartPainter {

    private static final int WIDTH = 760;
    private static final Color WAY = new Color(0xc3c9cf);

    private final TuneReport report;
    private final Texts texts;
    private final TuneNumbers numbers;
    private final ScoreScale scale;

    ChartPainter(TuneReport report, Texts texts) {
        this.report = report;
        this.texts = texts;
        this.numbers = new TuneNumbers(report.metric());
        this.scale = new ScoreScale(report);
    }

    /** Each complete candidate, and the best score so far. */
    byte[] progress() {
        int height = 280;
        Canvas canvas = new Canvas(WIDTH, height);
        int last = report.candidates().get(report.candidates().size() - 1).number();
        Axis x = new Axis(-0.5, Math.max(1, last) + 0.5, 64, WIDTH - 16);
        Axis y = scores(height - 40, 34);
        for (double tick : y.ticks()) {
            canvas.line(x.from(), y.at(tick), x.to(), y.at(tick), Canvas.LINE, 1);
            canvas.textEndingAt(
                    numbers.accuracy() ? say(numbers.score(tick)) : Axis.label(tick),
                    x.from() - 6,
                    y.at(tick) + 4,
                    Canvas.SOFT);
        }
        for (double tick : x.ticks()) {
            if (tick == Math.rint(tick) && tick >= 0) {
                canvas.textAround(Axis.label(tick), x.at(tick), y.from() + 18, Canvas.SOFT);
            }
        }
        canvas.text(texts.text("tune.metric." + report.metric()), 8, 18, Canvas.INK);
        canvas.textEndingAt(texts.text("tune.column.number"), x.to(), height - 6, Canvas.INK);
        for (TuneReport.Candidate candidate : report.candidates()) {
            if (candidate.score() != null) {
                double py = y.at(scale.capped(candidate.score()));
                Ellipse2D point = new Ellipse2D.Double(x.at(candidate.number()) - 3.4, py - 3.4, 6.8, 6.8);
                canvas.graphics().setColor(scale.color(candidate.score()));
                canvas.graphics().fill(point);
                canvas.stroke(point, Canvas.INK, 0.7, false);
            }
        }
        Path2D steps = new Path2D.Double();
        for (TuneReport.Best best : report.best()) {
            if (steps.getCurrentPoint() == null) {
                steps.moveTo(x.at(best.number()), y.at(best.score()));
            } else {
                steps.lineTo(x.at(best.number()), steps.getCurrentPoint().getY());
                steps.lineTo(x.at(best.number()), y.at(best.score()));
            }
        }
        steps.lineTo(x.at(last), steps.getCurrentPoint().getY());
        canvas.stroke(steps, Canvas.HAND, 2.2, false);
        return canvas.png();
    }

    /** From the cap at the bad end to a little beyond the best. */
    private Axis scores(double bottom, double top) {
        double bad = scale.cap();
        double good = scale.best() - 0.06 * (bad - scale.best());
        return new Axis(Math.min(bad, good), Math.max(bad, good), bottom, top);
    }

    /** A bar for each parameter: alone, and with its interactions. */
    byte[] importance() {
        List<TuneReport.Importance> rows = report.importances();
        int height = 70 + 30 * rows.size();
        Canvas canvas = new Canvas(560, height);
        Axis x = new Axis(0, 100, 130, 500);
        for (int k = 0; k < rows.size(); k++) {
            TuneReport.Importance row = rows.get(k);
            double py = 14 + 30.0 * k;
            canvas.textEndingAt(SettingWords.label(row.parameter()).in(texts), x.from() - 8, py + 15, Canvas.INK);
            bar(canvas, x.from(), py, x.at(100 * row.total()), new Color(0xbcd4e9));
            bar(canvas, x.from(), py, x.at(100 * row.share()), Canvas.HAND);
            canvas.text(Math.round(100 * row.total()) + " %", x.at(100 * row.total()) + 6, py + 15, Canvas.SOFT);
        }
        double bottom = 14 + 30.0 * rows.size();
        for (double tick : x.ticks()) {
            canvas.line(x.at(tick), bottom, x.at(tick), bottom + 4, Canvas.SOFT, 1);
            canvas.textAround(Axis.label(tick), x.at(tick), bottom + 17, Canvas.SOFT);
        }
        canvas.text("%", x.to() + 18, bottom + 17, Canvas.SOFT);
        bar(canvas, x.from(), bottom + 28, x.from() + 16, Canvas.HAND);
        double next = canvas.words(texts.text("tune.importance.share"), x.from() + 22, bottom + 43);
        bar(canvas, next + 20, bottom + 28, next + 36, new Color(0xbcd4e9));
        canvas.words(texts.text("tune.importance.total"), next + 42, bottom + 43);
        return canvas.png();
    }

    private static void bar(Canvas canvas, double from, double top, double to, Color color) {
        canvas.graphics().setColor(color);
        canvas.graphics().fill(new Rectangle2D.Double(from, top, to - from, 20));
    }

    /** A line for each candidate through the values of everything that was searched. */
    byte[] parallel() {
        int height = 320;
        Canvas canvas = new Canvas(WIDTH, height);
        List<ParameterAxis> axes = report.parameters().stream()
                .filter(TuneReport.Parameter::searched)
                .map(ParameterAxis::of)
                .toList();
        Axis x = new Axis(0, axes.size(), 64, WIDTH - 76);
        Axis y = new Axis(0, 1, height - 20, 40);
        int winner = report.winner().map(TuneReport.Candidate::number).orElse(-1);
        // The best on top of the others.
        report.candidates().stream()
                .sorted(Comparator.comparingDouble((TuneReport.Candidate candidate) ->
                                candidate.score() == null ? Double.POSITIVE_INFINITY : scale.loss(candidate.score()))
                        .reversed())
                .forEach(candidate -> canvas.stroke(
                        way(candidate, axes, x, y),
                        candidate.number() == winner
                                ? Canvas.INK
                                : candidate.score() == null ? WAY : scale.color(candidate.score()),
                        candidate.number() == winner ? 3 : candidate.score() == null ? 0.7 : 1.5,
                        candidate.status().equals("failed")));
        for (int k = 0; k <= axes.size(); k++) {
            canvas.line(x.at(k), y.from(), x.at(k), y.to(), Canvas.INK, 1);
        }
        for (int k = 0; k < axes.size(); k++) {
            String name = SettingWords.label(axes.get(k).parameter().key()).in(texts);
            canvas.textAround(name, x.at(k), 20, Canvas.INK);
            for (ParameterAxis.Tick tick : axes.get(k).ticks()) {
                double width = canvas.width(tick.text());
                canvas.graphics().setColor(new Color(255, 255, 255, 210));
                canvas.graphics().fill(new Rectangle2D.Double(x.at(k) - width - 8, y.at(tick.at()) - 7, width + 4, 14));
                canvas.textEndingAt(tick.text(), x.at(k) - 6, y.at(tick.at()) + 4, Canvas.INK);
            }
        }
        canvas.textAround(texts.text("tune.metric." + report.metric()), x.at(axes.size()), 20, Canvas.INK);
        if (winner >= 0) {
            canvas.text(say(numbers.score(scale.best())), x.to() + 6, y.to() + 4, Canvas.INK);
            canvas.text(say(numbers.score(scale.cap())), x.to() + 6, y.from() + 4, Canvas.INK);
        }
        return canvas.png();
    }

    private Path2D way(TuneReport.Candidate candidate, List<ParameterAxis> axes, Axis x, Axis y) {
        Path2D way = new Path2D.Double();
        for (int k = 0; k < axes.size(); k++) {
            if (axes.get(k).isOf(candidate)) {
                double at = y.at(axes.get(k).at(candidate));
                if (way.getCurrentPoint() == null) {
                    way.moveTo(x.at(k), at);
                } else {
                    way.lineTo(x.at(k), at);
                }
            }
        }
        if (way.getCurrentPoint() == null) {
            return way;
        }
        if (candidate.score() != null) {
            double share = (scale.capped(candidate.score()) - scale.cap()) / (scale.best() - scale.cap());
            way.lineTo(x.at(axes.size()), y.at(share));
        } else if (axes.size() == 1) {
            way.lineTo(x.at(0) + 14, way.getCurrentPoint().getY());
        }
        return way;
    }

    private String say(Object what) {
        return what instanceof Phrase phrase ? phrase.in(texts) : String.valueOf(what);
    }
}
