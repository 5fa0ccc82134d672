package org.twinnet.compare.bench.tune;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.tuning.SearchKind;

@DisplayName("A study that is killed and resumed")
class ResumeBenchTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void should_come_to_the_same_study_when_its_process_is_killed(SearchKind search) throws InterruptedException {
        List<ResumeBench.Outcome> outcomes = new ResumeBench(folder, 2, 5, line -> {}).run(search, 1);

        assertTrue(outcomes.get(0).identical(), outcomes.toString());
    }
}
