package org.twinnet.compare.tuning.study;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.compare.text.Message;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.space.FormerNames;
import org.twinnet.compare.tuning.space.SearchSpace;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a study, as {@code settings.json}.
 *
 * @param format always {@code twinnet-study}
 * @param version version of this format; files of version 1 lack it, and call what is tried by other names
 * @param settings what decides the study
 * @param source where its examples come from
 * @param testUses candidates for which the test examples were used, in order, whatever became of the database; files of
 *     former versions lack it
 */
record SettingsFile(String format, int version, StudySettings settings, DataSource source, List<Integer> testUses) {

    static final String FILE = "settings.json";

    /** What to do about damage. */
    static final String REMEDY = "; put a copy back, or begin another study";

    private static final String FORMAT = "twinnet-study";
    private static final int VERSION = 2;
    private static final String TEST_USES = "testUses";
    private static final String TRIED = "tried";
    private static final String TABLE = "table";

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

    SettingsFile(StudySettings settings, DataSource source, List<Integer> testUses) {
        this(FORMAT, VERSION, settings, source, List.copyOf(testUses));
    }

    /** The same, and the test examples were used once more. */
    SettingsFile withTestUse(int candidate) {
        List<Integer> uses = new ArrayList<>(testUses);
        uses.add(candidate);
        return new SettingsFile(settings, source, uses);
    }

    /** Written beside and moved, so that a file is there whole or not at all. */
    void write(Path folder) {
        Path whole = folder.resolve(FILE);
        Path part = folder.resolve(FILE + ".part");
        try {
            Files.writeString(part, MAPPER.writeValueAsString(this) + "\n");
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw new StudyException(whole + " cannot be written: " + e.getMessage(), e);
        }
    }

    static SettingsFile read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > LARGEST) {
                throw new StudyException(file + " is larger than settings can be; it is not a study's");
            }
            SettingsFile read = parse(Files.readString(file)).orElseThrow(() -> damaged(file, "it holds no settings"));
            if (!FORMAT.equals(read.format())) {
                throw new StudyException(file + " is not of the format " + FORMAT + REMEDY);
            }
            if (read.version() != VERSION) {
                throw new StudyException(file + " is of version " + read.version()
                        + " of its format, and this program reads" + " versions 1 and " + VERSION + REMEDY);
            }
            Optional<Message> fault = fault(read);
            if (fault.isPresent()) {
                throw damaged(file, fault.get());
            }
            return read;
        } catch (NoSuchFileException e) {
            throw new StudyException(missing(folder), e);
        } catch (CharacterCodingException e) {
            throw damaged(file, "it is not text in UTF-8");
        } catch (IOException e) {
            throw new StudyException(file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw damaged(file, JsonDamage.of(e));
        }
    }

    private static StudyException damaged(Path file, String how) {
        return damaged(file, Message.of(how));
    }

    private static StudyException damaged(Path file, Message how) {
        return new StudyException(Message.of(file + " is damaged: ").then(how).then(REMEDY));
    }

    private static Optional<SettingsFile> parse(String text) {
        JsonNode tree = MAPPER.readTree(text);
        if (!(tree instanceof ObjectNode object)) {
            return Optional.empty();
        }
        if (!object.has(TEST_USES)) {
            object.putArray(TEST_USES);
        }
        if (!object.has("version")) {
            object.put("version", VERSION);
            if (object.get("settings") instanceof ObjectNode settings) {
                gatherTried(settings);
            }
        }
        if (object.get("settings") instanceof ObjectNode settings && !settings.has(StudySettings.STANDARDIZE)) {
            settings.put(StudySettings.STANDARDIZE, false);
        }
        if (object.get("source") instanceof ObjectNode source && !source.has(TABLE)) {
            gatherTable(source);
        }
        return Optional.of(MAPPER.treeToValue(object, SettingsFile.class));
    }

    /** Once a table had one option, beside the others. */
    private static void gatherTable(ObjectNode source) {
        ObjectNode table = source.putObject(TABLE);
        JsonNode labelColumn = source.remove("labelColumn");
        if (labelColumn != null && !labelColumn.asString("").isEmpty()) {
            table.set("label-column", labelColumn);
        }
    }

    /** Version 1 has what is tried among all else, under other names. */
    private static void gatherTried(ObjectNode settings) {
        ObjectNode tried = MAPPER.createObjectNode();
        for (String name : List.copyOf(settings.propertyNames())) {
            if (FormerNames.contains(name)) {
                tried.set(FormerNames.key(name), settings.remove(name));
            }
        }
        settings.set(TRIED, tried);
    }

    private static Message missing(Path folder) {
        return Files.exists(folder.resolve(StudyDatabase.FILE))
                ? Message.of(folder + " has lost its " + FILE
                                + "; put a copy back, or give the options that it began with, without ")
                        .thenSetting("resume")
                        .then(", and it goes on")
                : Message.of(folder + " is no study: it has no " + FILE + "; 'twinnet tune ")
                        .thenSetting("study")
                        .then(" DIR' makes one");
    }

    /** What no run can have written; empty where there is nothing of the kind. */
    private static Optional<Message> fault(SettingsFile file) {
        StudySettings settings = file.settings();
        List<String> tooSmall = new ArrayList<>();
        require(settings.candidates() >= 1, "candidates", tooSmall);
        require(settings.folds() >= 2, "folds", tooSmall);
        require(settings.repeats() >= 1, "repeats", tooSmall);
        require(settings.iterations() >= 1, "iterations", tooSmall);
        require(settings.halving() >= 1, "halving", tooSmall);
        require(settings.lag() >= 1, "lag", tooSmall);
        require(settings.candidateSeconds() >= 0, "candidate-time", tooSmall);
        if (!tooSmall.isEmpty()) {
            String first = tooSmall.get(0);
            return Optional.of(
                    Message.setting(first).then(" is " + settings.named().get(first)));
        }
        String other = faultOfSource(file);
        return other.isEmpty() ? Optional.empty() : Optional.of(Message.of(other));
    }

    private static String faultOfSource(SettingsFile file) {
        if (!List.of("", "columns", "rows").contains(file.source().examplesAs())) {
            return "'source.examplesAs' cannot be " + file.source().examplesAs();
        }
        return isName(file.source().file()) && isName(file.source().testFile())
                ? faultOfSpace(file.settings())
                : "a name in 'source' is no name of a file";
    }

    private static boolean isName(String text) {
        try {
            return Path.of(text) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String faultOfSpace(StudySettings settings) {
        for (Map.Entry<String, String> tried : settings.tried().entrySet()) {
            try {
                if (tried.getValue() == null) {
                    return "'" + tried.getKey() + "' is empty";
                }
                SearchSpace.of(Map.of(tried.getKey(), tried.getValue()));
            } catch (IllegalArgumentException e) {
                return "'" + tried.getKey() + "' is not as a setting would be";
            }
        }
        return settings.tried().isEmpty() ? "it says nothing of what is tried" : "";
    }

    private static void require(boolean condition, String setting, List<String> tooSmall) {
        if (!condition) {
            tooSmall.add(setting);
        }
    }
}
