package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema says what reports are: all of them fit, and every field of every record is in it. */
class TuneSchemaTest {

    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(text());

    static Stream<String> reports() {
        return DegenerateStudies.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_fit_every_report(String name) {
        assertEquals(List.of(), schema().validate(tree(DegenerateStudies.all().get(name))));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_not_fit_a_report_with_a_field_less_or_more(String name) {
        ObjectNode tree = (ObjectNode) tree(DegenerateStudies.all().get(name));
        tree.put("surplus", 1);
        assertFalse(schema().validate(tree).isEmpty());
        tree.remove("surplus");
        tree.remove("best");
        assertFalse(schema().validate(tree).isEmpty());
    }

    static Stream<Class<?>> records() {
        return Stream.concat(
                Arrays.stream(TuneReport.class.getDeclaredClasses()),
                Stream.of(
                        TuneReport.class,
                        Report.Provenance.class,
                        Report.Examples.class,
                        Report.Points.class,
                        Report.Count.class,
                        Report.Cost.class,
                        Report.Divergence.class,
                        Report.Accuracies.class,
                        Report.Shape.class,
                        Picture.Plane.class,
                        Picture.Fixed.class,
                        Picture.Snapshot.class,
                        Picture.Side.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void should_list_every_field_of_every_record(Class<?> type) {
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        String outer = type.getEnclosingClass() == null || type.getEnclosingClass() == TuneReport.class
                ? ""
                : type.getEnclosingClass().getSimpleName() + ".";
        JsonNode definition =
                type == TuneReport.class ? SCHEMA : SCHEMA.at("/$defs").get(outer + type.getSimpleName());
        assertEquals(fields, List.copyOf(definition.get("properties").propertyNames()));
        // what is absent where it says nothing, such as a cost from the logit beside one that is finite, is not
        // required
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonInclude.class))
                .map(RecordComponent::getName)
                .toList();
        assertEquals(
                required,
                definition.get("required").values().stream()
                        .map(JsonNode::stringValue)
                        .toList());
        assertFalse(definition.get("additionalProperties").booleanValue());
    }

    private static JsonNode tree(TuneReport report) {
        return JsonMapper.shared().readTree(JsonWriter.write(report));
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text());
    }

    private static String text() {
        try (InputStream in = TuneWriter.class.getResourceAsStream(TuneWriter.SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
