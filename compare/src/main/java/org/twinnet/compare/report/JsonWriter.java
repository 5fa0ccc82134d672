package org.twinnet.compare.report;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Renders a report as JSON, its fields in the order of the model. */
public final class JsonWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonWriter() {}

    /**
     * Renders.
     *
     * @param report the report
     * @return JSON text
     */
    public static String write(Report report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /**
     * Renders on one line.
     *
     * @param report the report
     * @return the same JSON without line breaks
     */
    static String writeCompact(Report report) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
    }
}
