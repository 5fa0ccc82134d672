package org.twinnet.compare.bench.result;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renders a measurement's report as JSON, its fields in the order of the model. */
public final class BenchJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private BenchJson() {}

    /**
     * Renders.
     *
     * @param report the report
     * @return JSON text, whose first field names the format {@code twinnet-bench}
     */
    public static String write(BenchReport report) {
        ObjectNode json = MAPPER.createObjectNode().put("format", "twinnet-bench");
        json.setAll(MAPPER.<ObjectNode>valueToTree(report));
        return MAPPER.writeValueAsString(json) + "\n";
    }
}
