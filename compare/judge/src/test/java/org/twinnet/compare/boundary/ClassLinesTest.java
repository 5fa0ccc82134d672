package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.MultiLineString;
import org.twinnet.data.Targets;

class ClassLinesTest {

    private static final Grid GRID = new Grid(61, new Box(0, 1, 0, 1));

    /** Three strips: two straight lines of length 1, where the outlines of the classes are four. */
    @Test
    void should_draw_each_boundary_once() {
        MultiLineString lines = ClassLines.of(fields(3, (k, x, y) -> -Math.abs(x - (0.2 + 0.3 * k))));
        assertEquals(2, lines.getNumGeometries());
        assertEquals(2, lines.getLength(), 1e-9);
        assertEquals(0.35, lines.getGeometryN(0).getCoordinates()[0].x, 1e-9);
        assertEquals(0.65, lines.getGeometryN(1).getCoordinates()[0].x, 1e-9);
    }

    /**
     * Where sectors meet in a middle: as long as half of all outlines together, up to a cell's sides where they meet,
     * and every line reaches the middle's cell.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7})
    void should_be_half_of_all_outlines_and_stay_connected(int classes) {
        List<Field> fields = fields(classes, (k, x, y) -> {
            double angle = 2 * Math.PI * k / classes + 0.3;
            return (x - 0.503) * Math.cos(angle) + (y - 0.498) * Math.sin(angle);
        });
        MultiLineString lines = ClassLines.of(fields);
        double half = Smoothness.of(fields.stream().map(Contour::of).toList())
                .orElseThrow()
                .length();
        double cells = classes * GRID.stepX();
        assertEquals(half, lines.getLength(), 2 * cells);
        assertTrue(lines.buffer(GRID.stepX()).getNumGeometries() == 1, lines::toText);
    }

    @Test
    void should_be_the_one_line_of_two_classes() {
        List<Field> two = fields(2, (k, x, y) -> k == 0 ? 0.25 - x : x - 0.25);
        assertEquals(1, ClassLines.of(two).getNumGeometries());
        assertEquals(1, ClassLines.of(two).getLength(), 1e-9);
        Field one = Field.sample(GRID, (x, y) -> x);
        assertEquals(Contour.of(one).lines(), ClassLines.of(List.of(one)));
    }

    @Test
    void should_have_no_line_without_fields_or_with_what_is_no_probability() {
        assertTrue(ClassLines.of(List.of()).isEmpty());
        assertTrue(ClassLines.of(fields(3, (k, x, y) -> k == 2 && x > 0.9 ? Double.NaN : k * x))
                .isEmpty());
        assertTrue(ClassLines.of(fields(3, (k, x, y) -> k)).isEmpty());
    }

    private interface Logit {
        double at(int k, double x, double y);
    }

    /** Of a softmax over logits. */
    private static List<Field> fields(int classes, Logit logit) {
        double[] outputs = new double[classes * GRID.pointCount()];
        for (int i = 0; i < GRID.pointCount(); i++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double e = Math.exp(logit.at(k, GRID.x(i % GRID.size()), GRID.y(i / GRID.size())));
                outputs[k * GRID.pointCount() + i] = e;
                sum += e;
            }
            for (int k = 0; k < classes; k++) {
                outputs[k * GRID.pointCount() + i] /= sum;
            }
        }
        return ClassFields.of(new Targets(Targets.Kind.CLASSES, classes), GRID, outputs);
    }
}
