package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.testing.ProjectFolder;
import org.twinnet.compare.theory.mistake.Mistake;

/** No mistake is known that no test has planted in a network and found again. */
@DisplayName("The mistakes that are planted")
class PlantedMistakesTest {

    private static final String TESTS = "compare/judge/src/test/java/org/twinnet/compare/";

    /** What no formula makes, and where it is planted. */
    private static final Map<String, String> BESIDE_FORMULAS = Map.of(
            "snapshots-aliased", "check/StrangeTracesTest",
            "experiment-not-stated", "diagnosis/MeantExperimentTest",
            "cost-zero-times-infinity", "diagnosis/DiagnosticianTest",
            "output-gradient-zero-over-zero", "diagnosis/DiagnosticianTest",
            "batch-short-dropped", "diagnosis/BatchRunsTest");

    @Test
    void should_be_all_that_the_catalogue_holds() {
        Set<String> planted = new HashSet<>(BESIDE_FORMULAS.keySet());
        planted.addAll(GeneratedSuiteTest.IDS);
        planted.addAll(PlantedFaults.all().stream()
                .map(of -> PlantedFaults.id(of.fault()))
                .collect(Collectors.toSet()));
        List<String> known = Catalogue.all().stream().map(Mistake::id).toList();

        assertEquals(new TreeSet<>(known), new TreeSet<>(planted));
    }

    @Test
    void should_stand_where_they_are_said_to_be_planted() throws IOException {
        for (Map.Entry<String, String> of : BESIDE_FORMULAS.entrySet()) {
            String test = Files.readString(ProjectFolder.file(TESTS + of.getValue() + ".java"));
            assertTrue(test.contains('"' + of.getKey() + '"'), of::toString);
        }
    }
}
