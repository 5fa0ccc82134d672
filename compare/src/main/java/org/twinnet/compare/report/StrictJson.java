package org.twinnet.compare.report;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.data.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of which every field is known beforehand. Whatever else a text may hold is refused in one line. */
public final class StrictJson {

    private static final int MAX_DEPTH = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(4 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * Reads.
     *
     * @param name name of the text for messages, such as its file
     * @param what what it shall be, such as {@code report}
     * @param text the text
     * @param schema what it has to fit
     * @param type type of the result
     * @param <T> the same
     * @return the result
     * @throws InvalidDataException if the text is no JSON, or does not fit
     */
    public static <T> T parse(String name, String what, String text, Schema schema, Class<T> type) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            List<Error> errors = schema.validate(tree);
            if (!errors.isEmpty()) {
                Error first = errors.get(0);
                String where = first.getInstanceLocation().toString();
                throw new InvalidDataException("%s: is no %s of this version: %s: %s"
                        .formatted(name, what, where.isEmpty() ? "the whole file" : where, first.getMessage()));
            }
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new InvalidDataException(name + ": is no JSON that holds a " + what + ": " + JsonDamage.of(e), e);
        }
    }
}
