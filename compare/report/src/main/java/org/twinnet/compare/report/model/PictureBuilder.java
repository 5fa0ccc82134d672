package org.twinnet.compare.report.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.twinnet.compare.boundary.BoundaryComparison;
import org.twinnet.compare.boundary.ClassLines;
import org.twinnet.compare.boundary.Contour;
import org.twinnet.compare.boundary.FeatureRange;
import org.twinnet.compare.boundary.Field;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.boundary.PlaneChoice;
import org.twinnet.compare.boundary.Smoothness;
import org.twinnet.compare.equivalence.DropoutEquivalence;
import org.twinnet.compare.equivalence.TwoOneSidedTests;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.evolution.Predictions;
import org.twinnet.compare.evolution.TrainedLayer;
import org.twinnet.compare.evolution.TrainingSnapshot;

/** Says what the networks look like in the report's numbers. */
final class PictureBuilder {

    private static final int BINS = 24;

    /** Of a plane on which nothing is drawn. */
    private static final int LEAST_SIZE = 2;

    /** Part of the plane's side that a contour may be off: a third of a pixel in the largest picture. */
    private static final double CONTOUR_TOLERANCE = 1e-3;

    private PictureBuilder() {}

    /**
     * Makes the picture of each scenario.
     *
     * @param evolutions one a scenario
     * @param features names of the features
     * @return one picture a evolution; histograms of a layer have the same bins in all of them
     */
    static List<Picture> build(List<Evolution> evolutions, List<String> features) {
        return evolutions.stream()
                .map(evolution -> new Picture(
                        plane(evolution, features),
                        IntStream.range(0, evolution.scratch().size())
                                .filter(i ->
                                        !evolution.scratch().get(i).fields().isEmpty())
                                .mapToObj(i -> snapshot(
                                        evolution.scratch().get(i),
                                        evolution.dl4j().get(i),
                                        evolution.plane()))
                                .toList(),
                        layers(evolution, evolutions),
                        evolution.conventions().stream()
                                .map(row -> new Picture.Convention(
                                        row.id().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                        finite(row.expected()),
                                        finite(row.measured()),
                                        row.compared()))
                                .toList(),
                        evolution
                                .train()
                                .map(train -> new Picture.Predictions(
                                        predicted(train),
                                        evolution
                                                .test()
                                                .map(PictureBuilder::predicted)
                                                .orElse(null)))
                                .orElse(null),
                        evolution.dropout().map(PictureBuilder::dropout).orElse(null)))
                .toList();
    }

    private static Picture.Dropout dropout(DropoutEquivalence dropout) {
        TwoOneSidedTests tests = dropout.tests();
        return new Picture.Dropout(
                tests.pairs(),
                finite(dropout.byHand()),
                finite(dropout.dl4j()),
                finite(tests.mean()),
                finite(tests.halfWidth()),
                finite(tests.margin()),
                finite(tests.p()),
                TwoOneSidedTests.SIZE,
                tests.power(),
                tests.result());
    }

    private static Picture.PredictedSet predicted(Predictions set) {
        return new Picture.PredictedSet(
                set.examples(),
                set.targets()[0].length,
                rows(set.targets()),
                rows(set.scratch()),
                rows(set.dl4j()),
                finite(set.largestDifference()));
    }

    private static List<List<Double>> rows(double[][] outputs) {
        return Arrays.stream(outputs)
                .map(output ->
                        Arrays.stream(output).mapToObj(PictureBuilder::finite).toList())
                .toList();
    }

    private static Picture.Plane plane(Evolution evolution, List<String> features) {
        Plane plane = evolution.plane();
        int size = evolution.scratch().stream()
                .flatMap(snapshot -> snapshot.fields().stream())
                .findFirst()
                .map(field -> field.grid().size())
                .orElse(LEAST_SIZE);
        List<Picture.Fixed> fixed = IntStream.range(0, plane.features())
                .filter(f -> !plane.axes().contains(f))
                .mapToObj(f ->
                        new Picture.Fixed(features.get(f), finite(plane.fixed().get(f))))
                .toList();
        boolean asked = plane.choice() instanceof PlaneChoice.Asked;
        boolean chosen = asked || (plane.choice() instanceof PlaneChoice.LargestWeights && !fixed.isEmpty());
        return new Picture.Plane(
                plane.x().min(),
                plane.x().max(),
                plane.y().min(),
                plane.y().max(),
                size,
                fixed,
                chosen ? plane.axes().stream().map(features::get).toList() : null,
                chosen ? asked : null);
    }

    private static Picture.Snapshot snapshot(TrainingSnapshot scratch, TrainingSnapshot dl4j, Plane plane) {
        BoundaryComparison comparison =
                BoundaryComparison.of(scratch.fields(), dl4j.fields()).orElseThrow();
        return new Picture.Snapshot(
                scratch.iteration(),
                side(scratch, plane),
                side(dl4j, plane),
                Packing.pack(Packing.differences(scratch.fields(), dl4j.fields())),
                comparison.disagreements());
    }

    private static Picture.Side side(TrainingSnapshot snapshot, Plane plane) {
        List<Field> fields = snapshot.fields();
        List<Contour> contours = fields.stream().allMatch(Field::isValid)
                ? fields.stream().map(Contour::of).toList()
                : List.of();
        return new Picture.Side(
                ReportBuilder.accuracies(snapshot.train(), snapshot.test()),
                Packing.pack(Packing.answers(fields)),
                lines(ClassLines.of(fields), plane),
                Smoothness.of(contours)
                        .map(s -> new Report.Shape(s.length(), s.turning(), s.pieces()))
                        .orElse(null));
    }

    /** The lines of the unit square in the features' own values. */
    private static List<List<Double>> lines(MultiLineString lines, Plane plane) {
        List<List<Double>> paths = new ArrayList<>();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            List<Double> path = new ArrayList<>();
            for (Coordinate vertex : DouglasPeuckerSimplifier.simplify(lines.getGeometryN(i), CONTOUR_TOLERANCE)
                    .getCoordinates()) {
                path.add(rounded(vertex.x, plane.x()));
                path.add(rounded(vertex.y, plane.y()));
            }
            paths.add(path);
        }
        return paths;
    }

    /** To the decimal place below what a contour may be off, so that the text is short. */
    private static double rounded(double place, FeatureRange range) {
        double decimals = -Math.floor(Math.log10(CONTOUR_TOLERANCE * range.width()));
        return new BigDecimal(range.at(place))
                .setScale((int) Math.max(0, decimals), RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static List<Picture.Layer> layers(Evolution evolution, List<Evolution> all) {
        List<Picture.Layer> layers = new ArrayList<>();
        for (int l = 0; l < evolution.scratchLayers().size(); l++) {
            int index = l;
            double[] everything = all.stream()
                    .filter(other -> other.scratchLayers().size() > index)
                    .flatMap(other -> List.of(
                            other.scratchLayers().get(index), other.dl4jLayers().get(index))
                            .stream())
                    .flatMapToDouble(layer -> Arrays.stream(layer.weights()))
                    .filter(Double::isFinite)
                    .toArray();
            double bound = Arrays.stream(everything).map(Math::abs).max().orElse(1);
            double width = (bound == 0 ? 1 : bound) * 2 / BINS;
            double start = -width * BINS / 2;
            layers.add(new Picture.Layer(
                    l + 1,
                    start,
                    width,
                    weights(evolution.scratchLayers().get(l), start, width),
                    weights(evolution.dl4jLayers().get(l), start, width)));
        }
        return layers;
    }

    private static Picture.Weights weights(TrainedLayer layer, double start, double width) {
        Integer[] counts = new Integer[BINS];
        Arrays.fill(counts, 0);
        for (double w : layer.weights()) {
            if (Double.isFinite(w)) {
                counts[(int) Math.max(0, Math.min(BINS - 1, Math.floor((w - start) / width)))]++;
            }
        }
        return new Picture.Weights(
                List.of(counts),
                finite(layer.norm()),
                finite(layer.largest()),
                layer.sparsity().isPresent() ? finite(layer.sparsity().getAsDouble()) : null);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
