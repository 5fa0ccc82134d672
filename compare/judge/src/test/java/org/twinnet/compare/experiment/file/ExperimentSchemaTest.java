package org.twinnet.compare.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.testing.ProjectFolder;

class ExperimentSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ExperimentFile.schema(), InputFormat.JSON);

    private static boolean allows(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }

    /** After a change, write {@link ExperimentFile#schema} there. */
    @Test
    void should_be_the_published_file() throws IOException {
        assertEquals(
                Files.readString(ProjectFolder.file("compare/docs/experiment.schema.json")), ExperimentFile.schema());
    }

    @Test
    void should_allow_what_is_written() {
        List<Experiment> all = List.of(Scenario.values()).stream()
                .map(scenario -> scenario.of(Experiment.published(2)))
                .toList();
        assertTrue(allows(ExperimentFile.text(all)));
        all.forEach(experiment -> assertTrue(allows(ExperimentFile.text(List.of(experiment)))));
    }

    /** The reader and the schema are made from the same records; here both are asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"layers\": [{\"units\": 3}, {\"units\": 1}]}",
                "{\"layers\": [{\"units\": 1}], \"optimizer\": \"gradient-descent\", \"clip\": \"none\"}",
                "{\"layers\": [{\"units\": 1}], \"penalty\": {\"l2\": 0.5, \"l1\": 0}}",
                "{\"layers\": [{\"units\": 0}]}",
                "{\"layers\": []}",
                "{\"layers\": [{\"units\": 1, \"unit\": 1}]}",
                "{\"layers\": [{\"units\": 1}], \"penalty\": {\"l2\": -1}}",
                "{\"layers\": [{\"units\": 1}], \"optimizer\": \"adam\"}",
                "{\"layers\": [{\"units\": 1}], \"optimizer\": {\"kind\": \"gradient-descent\", \"learning_rate\": 0}}",
                "{\"layers\": [{\"units\": 1}], \"masks\": {\"kind\": \"none\"}}",
                "{\"layers\": [{\"units\": 1}], \"iterations\": 1.5}",
                "{\"layers\": [{\"units\": 1}], \"clip\": \"value\"}",
                "{\"name\": \"none\"}"
            })
    void should_allow_what_is_read_and_nothing_else(String json) {
        boolean read;
        try {
            ExperimentFile.parse("e", json, false, 2);
            read = true;
        } catch (IllegalArgumentException e) {
            read = false;
        }
        assertEquals(read, allows(json));
    }
}
