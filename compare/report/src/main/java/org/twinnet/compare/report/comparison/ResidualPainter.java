package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.drawing.Legend;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Picture;

/** Paints how far the predictions of a regression are from their targets. */
final class ResidualPainter {

    private static final double LEFT = 44;
    private static final double RIGHT = 14;
    private static final double TOP = 44;
    private static final double BOTTOM = 40;

    private ResidualPainter() {}

    /** A prediction by hand and what it exceeds the target by. */
    private record Residual(double prediction, double excess, int output, boolean training) {}

    /**
     * Paints.
     *
     * @param canvas where
     * @param left left edge
     * @param size width and height
     * @param heading what it shows
     * @param predictions both networks
     * @param texts the language
     */
    static void paint(
            Canvas canvas, double left, int size, String heading, Picture.Predictions predictions, Texts texts) {
        List<Residual> residuals = new ArrayList<>(residuals(predictions.test(), false));
        residuals.addAll(0, residuals(predictions.train(), true));
        Axis x = axis(residuals.stream().map(Residual::prediction), false, left + LEFT, left + size - RIGHT);
        Axis y = axis(residuals.stream().map(Residual::excess), true, size - BOTTOM, TOP);
        canvas.heading(heading, x.from(), TOP - 26);
        for (double tick : y.ticks()) {
            canvas.line(x.from(), y.at(tick), x.to(), y.at(tick), Canvas.LINE, 1);
            canvas.textEndingAt(Axis.label(tick), x.from() - 6, y.at(tick) + 4, Canvas.SOFT);
        }
        for (double tick : x.ticks()) {
            canvas.line(x.at(tick), y.from(), x.at(tick), y.from() + 4, Canvas.SOFT, 1);
            canvas.textAround(Axis.label(tick), x.at(tick), y.from() + 16, Canvas.SOFT);
        }
        canvas.text("↑ " + texts.text("predictions.residual"), x.from(), TOP - 8, Canvas.SOFT);
        canvas.textEndingAt(texts.text("predictions.hand") + " →", x.to(), size - 6.0, Canvas.SOFT);
        canvas.line(x.from(), y.at(0), x.to(), y.at(0), Canvas.INK, 1.6);
        for (Residual residual : residuals) {
            canvas.point(x.at(residual.prediction()), y.at(residual.excess()), residual.output(), residual.training());
        }
    }

    /** What the points mean, for networks of so many outputs. */
    static Legend legend(Picture.Predictions predictions, Texts texts) {
        Legend legend = new Legend();
        legend.point(0, true, texts.text("predictions.training"));
        if (predictions.test() != null) {
            legend.point(0, false, texts.text("predictions.testing"));
        }
        int outputs = predictions.train().targets().size();
        for (int k = 0; k < outputs && outputs > 1; k++) {
            legend.point(k, true, texts.text("predictions.output", k + 1));
        }
        legend.line(Canvas.INK, false, texts.text("predictions.zero"));
        return legend;
    }

    /** Where both are numbers. */
    private static List<Residual> residuals(Picture.PredictedSet set, boolean training) {
        if (set == null) {
            return List.of();
        }
        return IntStream.range(0, set.targets().size())
                .boxed()
                .flatMap(k -> IntStream.range(0, set.shown())
                        .mapToObj(i -> {
                            Double prediction = set.scratch().get(k).get(i);
                            return prediction == null
                                    ? null
                                    : new Residual(
                                            prediction,
                                            prediction - set.targets().get(k).get(i),
                                            k,
                                            training);
                        })
                        .filter(Objects::nonNull))
                .toList();
    }

    /** Around all values with a margin, and around 0 where that is wanted. */
    private static Axis axis(Stream<Double> values, boolean zero, double from, double to) {
        double[] all = Stream.concat(values, zero ? Stream.of(0.0) : Stream.empty())
                .mapToDouble(value -> value)
                .filter(Double::isFinite)
                .toArray();
        double low = all.length == 0 ? 0 : all[0];
        double high = low;
        for (double value : all) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double margin = high > low ? 0.05 * (high - low) : Math.max(1e-300, 0.5 * Math.abs(high));
        double wide = margin > 1e-300 ? margin : 1;
        return new Axis(low - wide, high + wide, from, to);
    }
}
