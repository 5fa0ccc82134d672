package org.twinnet.compare.report.tune;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.twinnet.compare.report.JsonReader;
import org.twinnet.compare.report.JsonWriter;
import org.twinnet.compare.report.StrictJson;
import org.twinnet.data.InvalidDataException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The proof of a study as text, in the form that it has in {@code report.json}: a study keeps it, because only this part of a report needs training. */
public final class ProofJson {

    private static final String PROOF = "Proof";

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
     * @throws InvalidDataException if the text is no JSON, or holds no proof of this version
     */
    public static TuneReport.Proof read(String text) {
        TuneReport.Proof proof = StrictJson.parse("proof", "proof", text, schema(), TuneReport.Proof.class);
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

    /** The schema of the report, entered at its definition of a proof. */
    private static Schema schema() {
        try (InputStream in = ProofJson.class.getResourceAsStream(TuneWriter.SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + TuneWriter.SCHEMA + " is missing.");
            }
            ObjectNode proof = JsonMapper.shared().createObjectNode();
            proof.put("$ref", "#/$defs/" + PROOF);
            proof.set(
                    "$defs",
                    JsonMapper.shared()
                            .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .get("$defs"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(proof.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
