package org.twinnet.compare.report.tune;

import java.util.Locale;
import org.twinnet.compare.report.JsonReader;
import org.twinnet.compare.report.JsonWriter;
import org.twinnet.compare.report.StrictJson;
import org.twinnet.data.InvalidDataException;

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
        TuneReport.Proof proof = StrictJson.parse(
                "proof", "proof", text, TuneSchema.of(TuneSchema.reference(PROOF)), TuneReport.Proof.class);
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
}
