package org.twinnet.compare.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.boundary.FeatureRange;
import org.twinnet.compare.boundary.Field;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.boundary.PlaneChoice;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.evolution.TrainingSnapshot;

/** Pictures of functions that stand for networks. */
public final class Drawn {

    private static final FeatureRange SIDE = new FeatureRange(-1, 1);
    private static final Plane PLANE =
            new Plane(SIDE, SIDE, List.of(0, 1), new PlaneChoice.FirstTwo(), List.of(0.0, 0.0));
    private static final int SIZE = 60;

    private Drawn() {}

    /** A picture of one moment: both networks give the same probability of class 1. */
    public static Picture picture(DoubleBinaryOperator probability) {
        Field field = Field.sample(PLANE.grid(SIZE), (u, v) -> probability.applyAsDouble(SIDE.at(u), SIDE.at(v)));
        TrainingSnapshot end =
                new TrainingSnapshot(5000, new Accuracy(190, 211), Optional.of(new Accuracy(180, 200)), List.of(field));
        return PictureBuilder.build(
                        List.of(new Evolution(
                                PLANE,
                                List.of(end),
                                List.of(end),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        List.of("x1", "x2"))
                .get(0);
    }

    /** Points on a spiral of two classes. */
    public static Report.Points points() {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int k = 0; k < 80; k++) {
            double r = 0.1 + 0.85 * k / 80;
            double angle = 5.0 * k / 80 + Math.PI * (k % 2);
            x.add(r * Math.cos(angle));
            y.add(r * Math.sin(angle));
            labels.add(k % 2);
        }
        return new Report.Points(x, y, labels);
    }
}
