package org.twinnet.compare.report.kit;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.data.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
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
            .addModule(new PhraseModule())
            .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // which fields may be missing, and what may be null, is what the schema says
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StrictJson() {}

    /** A text that can be read more than once, each time from its beginning. */
    @FunctionalInterface
    public interface Source {

        /**
         * Opens the text.
         *
         * @return its bytes, in UTF-8
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;

        /**
         * The text of a file. A file is opened anew for each reading; what is no file, such as a pipe, can be read once
         * only.
         *
         * @param file the file
         * @return its text
         * @throws IOException if it cannot be opened
         * @throws InvalidDataException if it is a folder
         */
        static Source of(Path file) throws IOException {
            if (Files.isDirectory(file)) {
                throw new InvalidDataException(file + ": is a folder; name the report.json in it");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new ReadOnce(Files.newInputStream(file));
            }
            return () -> Files.newInputStream(file);
        }
    }

    /**
     * What a text says of itself under {@code format}, as all reports do.
     *
     * @param source the text
     * @return the format; empty where it says none, or is no JSON
     * @throws IOException if the text cannot be read
     */
    public static Optional<String> format(Source source) throws IOException {
        try (InputStream in = source.open();
                JsonParser parser = MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean here = parser.currentName().equals("format");
                JsonToken value = parser.nextToken();
                if (here) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(parser.getString()) : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * A published schema.
     *
     * @param resource its resource, such as {@code /org/twinnet/compare/report/report.schema.json}
     * @return the schema
     */
    public static Schema schema(String resource) {
        try (InputStream in = StrictJson.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text that is held in memory.
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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return read(name, what, () -> new ByteArrayInputStream(bytes), schema, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text of any length: once to hold it against the schema, and once more for the result. Beside the result,
     * memory does not grow with the text.
     *
     * @param name name of the text for messages, such as its file
     * @param what what it shall be, such as {@code report}
     * @param source the text
     * @param schema what it has to fit
     * @param type type of the result
     * @param <T> the same
     * @return the result
     * @throws IOException if the text cannot be read
     * @throws InvalidDataException if the text is no JSON, or does not fit
     */
    public static <T> T read(String name, String what, Source source, Schema schema, Class<T> type) throws IOException {
        try (InputStream first = source.open();
                JsonParser parser = MAPPER.createParser(first)) {
            Optional<String> fault = SchemaCheck.firstFault(schema, parser);
            if (fault.isPresent()) {
                throw new InvalidDataException(name + ": is no " + what + " of this version: " + fault.get());
            }
        } catch (JacksonException e) {
            throw noJson(name, what, e);
        }
        try (InputStream second = source.open()) {
            return MAPPER.readValue(second, type);
        } catch (JacksonException e) {
            throw noJson(name, what, e);
        }
    }

    private static RuntimeException noJson(String name, String what, JacksonException e) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            throw cause;
        }
        return new InvalidDataException(name + ": is no JSON that holds a " + what + ": " + JsonDamage.of(e), e);
    }
}
