package org.twinnet.compare.report.tune;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.StrictJson;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.tuning.space.FormerNames;
import org.twinnet.data.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The proof of a study as text, in the form that it has in {@code report.json}: a study keeps it, because only this
 * part of a report needs training.
 */
public final class ProofJson {

    private static final String PROOF = "Proof";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProofJson() {}

    /**
     * Writes.
     *
     * @param proof what was trained after the search
     * @return JSON on one line
     */
    public static String write(TuneReport.Proof proof) {
        return JsonWriter.writeCompact(proof);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text JSON
     * @return the proof
     * @throws InvalidDataException if the text is no JSON, or holds no proof of this version or of one that called
     *     settings otherwise
     */
    public static TuneReport.Proof read(String text) {
        TuneReport.Proof proof = StrictJson.parse(
                "proof", "proof", keyed(text), TuneSchema.of(TuneSchema.reference(PROOF)), TuneReport.Proof.class);
        for (TuneReport.Twins twins : proof.twins()) {
            if ((twins.plane() == null) != (twins.end() == null)) {
                throw new InvalidDataException(String.format(
                        Locale.ROOT,
                        "proof: twins of '%s': a boundary needs both its plane and its end",
                        twins.name()));
            }
            if (twins.end() != null) {
                JsonReader.requireFields("proof: twins of '" + twins.name() + "'", twins.plane(), twins.end());
            }
        }
        return proof;
    }

    /** The same text with each setting under its key. What is damaged stays so, for the reader to say how. */
    private static String keyed(String text) {
        try {
            JsonNode proof = MAPPER.readTree(text);
            boolean former = false;
            for (JsonNode setting : proof.findValues("setting")) {
                former |= setting instanceof ObjectNode object && rename(object);
            }
            return former ? proof.toString() : text;
        } catch (JacksonException e) {
            return text;
        }
    }

    private static boolean rename(ObjectNode setting) {
        List<String> names = List.copyOf(setting.propertyNames());
        if (names.stream().noneMatch(FormerNames::contains)) {
            return false;
        }
        names.forEach(name -> setting.set(FormerNames.key(name), setting.remove(name)));
        return true;
    }
}
