package org.twinnet.compare.report.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.report.comparison.BoundaryPainter;
import org.twinnet.compare.report.comparison.CostPainter;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.kit.Texts;

/** The pictures beside {@code report.md}. */
final class TunePictures {

    static final String MAP = "heatmap.png";
    static final String PROGRESS = "progress.png";
    static final String IMPORTANCE = "importance.png";
    static final String PARALLEL = "parallel.png";
    static final String BOUNDARIES = "boundaries.png";
    static final String COSTS = "costs.png";

    private static final int PANEL = 400;

    private TunePictures() {}

    /** Names and PNG files; where there is nothing to paint there is no file. */
    static Map<String, byte[]> paint(TuneReport report, Texts texts) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        boolean tried = !report.candidates().isEmpty();
        List<ParameterAxis> mapped =
                report.mapped().stream().map(ParameterAxis::of).toList();
        if (tried && !mapped.isEmpty()) {
            pictures.put(MAP, MapPainter.paint(report, texts, mapped.get(0), mapped.get(1)));
        }
        ChartPainter charts = new ChartPainter(report, texts);
        if (!report.best().isEmpty()) {
            pictures.put(PROGRESS, charts.progress());
        }
        if (!report.importances().isEmpty()) {
            pictures.put(IMPORTANCE, charts.importance());
        }
        if (tried && report.parameters().stream().anyMatch(TuneReport.Parameter::searched)) {
            pictures.put(PARALLEL, charts.parallel());
        }
        if (report.proof() != null) {
            twins(report, texts, pictures);
        }
        return pictures;
    }

    private static void twins(TuneReport report, Texts texts, Map<String, byte[]> pictures) {
        List<TuneReport.Twins> drawn =
                report.proof().twins().stream().filter(t -> t.end() != null).toList();
        if (drawn.isEmpty()) {
            return;
        }
        int classes = report.data().classes() == null ? 2 : report.data().classes();
        Canvas boundaries = new Canvas(PANEL * drawn.size(), PANEL + 20);
        Canvas costs = new Canvas(PANEL * drawn.size(), PANEL + 20);
        for (int i = 0; i < drawn.size(); i++) {
            TuneReport.Twins twins = drawn.get(i);
            String name = TuneSummary.contender(twins.name()).in(texts);
            BoundaryPainter.paint(
                    boundaries,
                    (double) i * PANEL,
                    PANEL,
                    name,
                    new BoundaryPainter.Boundaries(
                            twins.plane(), twins.end(), report.data().trainPoints(), classes),
                    texts);
            CostPainter.paint(
                    costs,
                    (double) i * PANEL,
                    PANEL,
                    name,
                    CostPainter.Curves.of(twins.scratch(), twins.dl4j()),
                    texts);
        }
        BoundaryPainter.legend(classes, texts).paint(boundaries, PANEL + 4, PANEL * drawn.size());
        pictures.put(BOUNDARIES, boundaries.png());
        pictures.put(COSTS, costs.png());
    }
}
