package org.twinnet.compare.report.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.data.InvalidDataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields, classes and predictions of reports of this and of former versions. */
class FormerPicturesTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 12})
    void should_know_the_classes_of_a_report_of_version_6(int classes) {
        Report now = OtherTargets.classes(classes);
        Report read = JsonReader.parse("old", former(now, classes));
        assertEquals(classes, read.data().classes());
        assertEquals(
                now.scenarios().get(0).picture().snapshots(),
                read.scenarios().get(0).picture().snapshots());
        assertEquals(Report.VERSION, read.version());
    }

    @Test
    void should_know_what_had_no_class() {
        Report now = OtherTargets.broken(3);
        Picture.Snapshot read = JsonReader.parse("old", former(now, 3))
                .scenarios()
                .get(0)
                .picture()
                .snapshots()
                .get(0);
        Picture.Snapshot before = now.scenarios().get(0).picture().snapshots().get(0);
        byte[] field = Packing.unpack(read.scratch().field(), 400);
        assertEquals((byte) Packing.NO_CLASS, field[7]);
        assertArrayEquals(Packing.unpack(before.scratch().field(), 400), field);
    }

    @Test
    void should_know_no_classes_of_a_regression() {
        String text = JsonWriter.write(OtherTargets.regression(2));
        Report read = JsonReader.parse("r", text);
        assertNull(read.data().classes());
        assertEquals(text, JsonWriter.write(read));
    }

    @Test
    void should_refuse_predictions_of_unequal_lengths() {
        JsonNode tree = JsonMapper.shared().readTree(JsonWriter.write(OtherTargets.regression(2)));
        for (String list : List.of("targets", "scratch", "dl4j")) {
            JsonNode damaged = tree.deepCopy();
            ArrayNode numbers = (ArrayNode)
                    damaged.at("/scenarios/0/picture/predictions/train/" + list).get(1);
            numbers.remove(0);
            String message = assertThrows(InvalidDataException.class, () -> JsonReader.parse("r", damaged.toString()))
                    .getMessage();
            assertEquals(
                    "r: scenario 'none': the predictions of training examples are not 40 numbers for each output",
                    message);
        }
    }

    /** As version 6 wrote it: a shade for each class, and no number of classes. */
    private static String former(Report report, int classes) {
        JsonNode tree = JsonMapper.shared().readTree(JsonWriter.write(report));
        ((ObjectNode) tree).put("version", 6);
        ((ObjectNode) tree.get("data")).remove("classes");
        for (String twin : List.of("scratch", "dl4j")) {
            ((ObjectNode) tree.at("/scenarios/0/twins/" + twin)).remove("testConfusion");
            ObjectNode side = (ObjectNode) tree.at("/scenarios/0/picture/snapshots/0/" + twin);
            byte[] field = Packing.unpack(side.get("field").stringValue(), 400);
            for (int i = 0; i < field.length && classes > 2; i++) {
                int top = field[i] & 0xff;
                double shade = top < 2 ? top : (top - 1) / (classes - 1.0);
                field[i] = (byte) (top == Packing.NO_CLASS ? 0 : Math.round(255 * shade));
            }
            side.put("field", Packing.pack(field));
        }
        return tree.toString();
    }
}
