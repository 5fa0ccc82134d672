package org.twinnet.compare.report.tune;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.data.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a study keeps for its report beside its candidates, so that the report can be written again without training.
 *
 * @param candidates how many candidates there were when it was made
 * @param ending how the search had ended then
 * @param data the data set
 * @param provenance what it takes to run it again
 * @param proof what was trained after the search, as {@link ProofJson} writes it; empty without
 */
public record StudyFindings(
        int candidates, Search.Ending ending, TuneReport.Data data, Report.Provenance provenance, String proof) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The study that these findings are kept with, as far as it has come.
     *
     * @param settings its settings
     * @param results its candidates
     * @param guessing what a network loses that knows nothing but what is frequent
     * @return complete when no candidate lacks; else as it had ended, if no candidate came since
     */
    public Study study(StudySettings settings, List<CandidateResult> results, double guessing) {
        Search.Ending now = results.size() == settings.candidates()
                ? Search.Ending.COMPLETE
                : results.size() == candidates ? ending : Search.Ending.CANCELLED;
        return new Study(settings, settings.space(), results, now, guessing);
    }

    /**
     * The proof, if it is of these results.
     *
     * @param study the study now
     * @return the proof; null when there is none, or candidates came since
     */
    public TuneReport.Proof proofOf(Study study) {
        boolean current = study.results().size() == candidates && study.ending() == ending;
        if (!current || proof.isEmpty()) {
            return null;
        }
        try {
            return ProofJson.read(proof);
        } catch (InvalidDataException e) {
            throw damaged("the proof in them is not as it was written", e);
        }
    }

    /**
     * Says it as JSON.
     *
     * @return JSON on one line
     */
    public String write() {
        return MAPPER.writeValueAsString(this);
    }

    /**
     * Reads it again.
     *
     * @param json what {@link #write} wrote
     * @return the same findings
     * @throws InvalidDataException if the text is damaged; the message is one line
     */
    public static StudyFindings read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            List<Error> errors = schema().validate(tree);
            if (!errors.isEmpty()) {
                String where = errors.get(0).getInstanceLocation().toString();
                throw damaged((where.isEmpty() ? "all of it" : "'" + where + "'") + " is not as it was written", null);
            }
            return MAPPER.treeToValue(tree, StudyFindings.class);
        } catch (JacksonException e) {
            throw damaged(JsonDamage.of(e), e);
        }
    }

    private static InvalidDataException damaged(String how, Exception cause) {
        return new InvalidDataException(
                "the findings in study.db are damaged: " + how
                        + "; put a copy of study.db back, or begin another study",
                cause);
    }

    private static Schema schema() {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode fields = schema.putObject("properties");
        fields.putObject("candidates").put("type", "integer").put("minimum", 0);
        ArrayNode endings = fields.putObject("ending").putArray("enum");
        List.of(Search.Ending.values()).forEach(ending -> endings.add(ending.name()));
        fields.set("data", TuneSchema.reference("Data"));
        fields.set("provenance", TuneSchema.reference("Report.Provenance"));
        fields.putObject("proof").put("type", "string");
        ArrayNode required = schema.putArray("required");
        fields.propertyNames().forEach(required::add);
        return TuneSchema.of(schema.put("additionalProperties", false));
    }
}
