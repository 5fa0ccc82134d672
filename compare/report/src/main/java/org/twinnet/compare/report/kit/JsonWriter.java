package org.twinnet.compare.report.kit;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Renders a report of any kind as JSON, its fields in the order of the model. */
public final class JsonWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new PhraseModule())
            .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonWriter() {}

    /**
     * Renders.
     *
     * @param report a report, or a part of one
     * @return JSON text
     */
    public static String write(Object report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /**
     * Renders on one line.
     *
     * @param report a report, or a part of one
     * @return the same JSON without line breaks
     */
    public static String writeCompact(Object report) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
    }
}
