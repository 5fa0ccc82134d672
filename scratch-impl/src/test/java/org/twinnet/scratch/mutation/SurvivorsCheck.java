package org.twinnet.scratch.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Run by the Maven profile {@code mutation} after PIT, and by nothing else. */
class SurvivorsCheck {

    @Test
    void should_find_each_surviving_mutant_explained_and_no_explanation_out_of_date() throws Exception {
        MutationReport report =
                MutationReport.read(Path.of("target/pit-reports/mutations.xml"), Path.of("src/main/java"));
        List<String> complaints =
                Explanations.read(Path.of("src/test/mutation/survivors.txt")).complaints(report);

        assertTrue(complaints.isEmpty(), () -> String.join("\n", complaints));
    }
}
