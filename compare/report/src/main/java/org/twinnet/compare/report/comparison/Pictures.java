package org.twinnet.compare.report.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.report.drawing.Canvas;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;

/**
 * The pictures beside {@code report.md}: decision boundaries at the end of training, and the costs on the way there.
 */
final class Pictures {

    static final String BOUNDARIES = "boundaries.png";
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
            Canvas canvas = new Canvas(PANEL * drawn.size(), PANEL + 20);
            for (int i = 0; i < drawn.size(); i++) {
                Picture picture = drawn.get(i).picture();
                BoundaryPainter.paint(
                        canvas,
                        (double) i * PANEL,
                        PANEL,
                        drawn.get(i).name(),
                        picture.plane(),
                        picture.snapshots().get(picture.snapshots().size() - 1),
                        report.data().trainPoints(),
                        texts);
            }
            canvas.legend(
                    PANEL + 4,
                    texts.text("boundaries.legend.class0"),
                    texts.text("boundaries.legend.class1"),
                    texts.text("boundaries.hand"),
                    texts.text("boundaries.dl4j"));
            pictures.put(BOUNDARIES, canvas.png());
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
}
