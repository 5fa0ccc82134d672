package org.twinnet.compare.report.tune;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of the report of a study, entered elsewhere than at its beginning: a study keeps parts of a report. */
final class TuneSchema {

    private TuneSchema() {}

    /** A schema whose references are to the definitions of the report's. */
    static Schema of(ObjectNode entry) {
        try (InputStream in = TuneSchema.class.getResourceAsStream(TuneWriter.SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + TuneWriter.SCHEMA + " is missing.");
            }
            ObjectNode schema = entry.deepCopy();
            schema.set(
                    "$defs",
                    JsonMapper.shared()
                            .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .get("$defs"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reference to a definition. */
    static ObjectNode reference(String definition) {
        return JsonMapper.shared().createObjectNode().put("$ref", "#/$defs/" + definition);
    }
}
