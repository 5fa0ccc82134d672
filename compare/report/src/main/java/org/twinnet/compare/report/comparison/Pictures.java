package org.twinnet.compare.report.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.drawing.Legend;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;

/**
 * The pictures beside {@code report.md}: decision boundaries or predictions at the end of training, and the costs on
 * the way there.
 */
final class Pictures {

    static final String BOUNDARIES = "boundaries.png";
    static final String PREDICTIONS = "predictions.png";
    static final String COSTS = "costs.png";

    private static final int PANEL = 400;

    private Pictures() {}

    /** Names and PNG files; without scenarios there is nothing to paint. */
    static Map<String, byte[]> paint(Report report, Texts texts) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        List<Report.Scenario> drawn = report.scenarios().stream()
                .filter(scenario -> scenario.picture() != null
                        && !scenario.picture().snapshots().isEmpty())
                .toList();
        if (!drawn.isEmpty()) {
            int classes = report.data().classes() == null ? 2 : report.data().classes();
            Legend legend = BoundaryPainter.legend(classes, texts);
            pictures.put(BOUNDARIES, png(drawn, legend, (canvas, left, scenario) -> {
                List<Picture.Snapshot> snapshots = scenario.picture().snapshots();
                BoundaryPainter.Boundaries boundaries = new BoundaryPainter.Boundaries(
                        scenario.picture().plane(),
                        snapshots.get(snapshots.size() - 1),
                        report.data().trainPoints(),
                        classes);
                BoundaryPainter.paint(canvas, left, PANEL, scenario.name(), boundaries, texts);
            }));
        }
        List<Report.Scenario> predicted = report.scenarios().stream()
                .filter(scenario ->
                        scenario.picture() != null && scenario.picture().predictions() != null)
                .toList();
        if (!predicted.isEmpty()) {
            Legend legend = ResidualPainter.legend(predicted.get(0).picture().predictions(), texts);
            pictures.put(
                    PREDICTIONS,
                    png(
                            predicted,
                            legend,
                            (canvas, left, scenario) -> ResidualPainter.paint(
                                    canvas,
                                    left,
                                    PANEL,
                                    scenario.name(),
                                    scenario.picture().predictions(),
                                    texts)));
        }
        if (!report.scenarios().isEmpty()) {
            Canvas canvas = new Canvas(PANEL * report.scenarios().size(), PANEL + 20);
            for (int i = 0; i < report.scenarios().size(); i++) {
                Report.Scenario scenario = report.scenarios().get(i);
                CostPainter.Curves curves = new CostPainter.Curves(
                        scenario.twins().scratch().costs(),
                        scenario.twins().dl4j().costs(),
                        scenario.costDifferences().points());
                CostPainter.paint(canvas, (double) i * PANEL, PANEL, scenario.name(), curves, texts);
            }
            pictures.put(COSTS, canvas.png());
        }
        return pictures;
    }

    private interface Panel {
        void paint(Canvas canvas, double left, Report.Scenario scenario);
    }

    /** A panel for each scenario side by side, and a legend below. */
    private static byte[] png(List<Report.Scenario> scenarios, Legend legend, Panel panel) {
        int width = PANEL * scenarios.size();
        Canvas canvas = new Canvas(width, PANEL + Legend.ROW * legend.rows(width));
        for (int i = 0; i < scenarios.size(); i++) {
            panel.paint(canvas, (double) i * PANEL, scenarios.get(i));
        }
        legend.paint(canvas, PANEL + 4, width);
        return canvas.png();
    }
}
