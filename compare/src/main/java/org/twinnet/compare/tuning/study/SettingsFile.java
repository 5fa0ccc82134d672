package org.twinnet.compare.tuning.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.StudySettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of a study, as {@code settings.json}.
 *
 * @param format always {@code twinnet-study}
 * @param settings what decides the study
 * @param source where its examples come from
 */
record SettingsFile(String format, StudySettings settings, DataSource source) {

    static final String FILE = "settings.json";

    private static final String FORMAT = "twinnet-study";

    /** Settings take a few hundred bytes; what is larger is something else. */
    private static final long LARGEST = 100_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    SettingsFile(StudySettings settings, DataSource source) {
        this(FORMAT, settings, source);
    }

    /** Written beside and moved, so that a file is there whole or not at all. */
    void write(Path folder) throws IOException {
        Path whole = folder.resolve(FILE);
        Path part = folder.resolve(FILE + ".part");
        Files.writeString(part, MAPPER.writeValueAsString(this) + "\n");
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    static SettingsFile read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > LARGEST) {
                throw new StudyException(file + " is larger than settings can be; it is not a study's");
            }
            SettingsFile read = MAPPER.readValue(Files.readString(file), SettingsFile.class);
            if (!FORMAT.equals(read.format())) {
                throw new StudyException(file + " is not of the format " + FORMAT);
            }
            return read;
        } catch (NoSuchFileException e) {
            throw new StudyException(
                    folder + " is no study: it has no " + FILE + "; 'twinnet tune --study DIR' makes one", e);
        } catch (IOException e) {
            throw new StudyException(file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new StudyException(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }
}
