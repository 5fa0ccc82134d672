package org.twinnet.compare.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The pictures beside {@code report.md}: decision boundaries at the end of training, and the costs on the way there. */
final class Pictures {

    static final String BOUNDARIES = "boundaries.png";
    static final String COSTS = "costs.png";

    private static final int PANEL = 400;

    private Pictures() {}

    /** Names and PNG files; without scenarios there is nothing to paint. */
    static Map<String, byte[]> paint(Report report, Texts texts) {
        // No window is wanted, and asking for none works on servers too.
        System.setProperty("java.awt.headless", "true");
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        List<Report.Scenario> drawn = report.scenarios().stream()
                .filter(scenario -> scenario.picture() != null
                        && !scenario.picture().snapshots().isEmpty())
                .toList();
        if (!drawn.isEmpty()) {
            Canvas canvas = new Canvas(PANEL * drawn.size(), PANEL + 20);
            for (int i = 0; i < drawn.size(); i++) {
                BoundaryPainter.paint(
                        canvas, i * PANEL, PANEL, drawn.get(i), report.data().trainPoints(), texts);
            }
            canvas.legend(
                    PANEL + 4,
                    texts.text("boundaries.legend.class0"),
                    texts.text("boundaries.legend.class1"),
                    texts.text("boundaries.hand"),
                    texts.text("boundaries.dl4j"));
            pictures.put(BOUNDARIES, png(canvas.image()));
        }
        if (!report.scenarios().isEmpty()) {
            Canvas canvas = new Canvas(PANEL * report.scenarios().size(), PANEL + 20);
            for (int i = 0; i < report.scenarios().size(); i++) {
                CostPainter.paint(canvas, i * PANEL, PANEL, report.scenarios().get(i), texts);
            }
            pictures.put(COSTS, png(canvas.image()));
        }
        return pictures;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(Palette.apply(image), "png", bytes)) {
                throw new IllegalStateException("This Java cannot write PNG files.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
