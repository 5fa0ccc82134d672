package org.twinnet.compare.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Recognizes JSON that Twinnet wrote. */
final class TwinnetJson {

    private static final Set<String> FORMATS =
            Set.of("twinnet-report", "twinnet-check", "twinnet-port", "twinnet-tune", "twinnet-bench");

    private TwinnetJson() {}

    /** Whether a file is one JSON object, whole, whose first field names a format of ours. */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            boolean ours = parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextName())
                    && parser.nextToken() == JsonToken.VALUE_STRING
                    && FORMATS.contains(parser.getString());
            while (ours && parser.nextToken() != JsonToken.END_OBJECT) {
                parser.skipChildren();
            }
            return ours && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }
}
