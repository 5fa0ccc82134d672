package org.twinnet.compare.tuning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.Search.Ending;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.SmallStudies;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

@DisplayName("The tuner")
class TunerTest {

    private static final Dataset TRAINING = ShippedData.pitch().train();

    @TempDir
    private Path folders;

    @Test
    void should_keep_every_result_before_it_tells_of_it() {
        try (StudyFolder folder = folder("a", SmallStudies.settings())) {
            List<Integer> kept = new ArrayList<>();

            Study study = tuner(() -> false, result -> kept.add(folder.results().size()))
                    .run(folder, TRAINING);

            assertEquals(Ending.COMPLETE, study.ending());
            assertEquals(List.of(1, 2, 3, 4, 5, 6), kept);
            assertEquals(folder.results(), study.results());
        }
    }

    @Test
    void should_come_to_the_same_study_when_it_was_interrupted() {
        StudySettings settings = SmallStudies.settings(SearchKind.TPE, 8, 2);
        List<CandidateResult> whole;
        try (StudyFolder folder = folder("whole", settings)) {
            whole = tuner(() -> false, result -> {}).run(folder, TRAINING).results();
        }
        AtomicInteger asked = new AtomicInteger();
        try (StudyFolder folder = folder("cut", settings)) {
            Study cut = tuner(() -> asked.incrementAndGet() > 30, result -> {}).run(folder, TRAINING);
            assertEquals(Ending.CANCELLED, cut.ending());
            assertTrue(cut.results().size() < 8, "interrupted on the way");
        }

        try (StudyFolder folder = StudyFolder.open(folders.resolve("cut"))) {
            Study resumed = tuner(() -> false, result -> {}).run(folder, TRAINING);

            assertEquals(timeless(whole), timeless(resumed.results()));
        }
    }

    @Test
    void should_name_the_best_candidates_first() {
        Study study = new Study(
                SmallStudies.settings(),
                SmallStudies.settings().space(),
                List.of(SmallStudies.complete(0, 0.5), SmallStudies.complete(1, 0.2), SmallStudies.complete(2, 0.2)),
                Ending.COMPLETE,
                Math.log(2));

        assertEquals(
                List.of(1, 2),
                study.best(2).stream().map(result -> result.proposal().number()).toList());
    }

    private StudyFolder folder(String name, StudySettings settings) {
        return StudyFolder.create(folders.resolve(name), settings, new DataSource("", "", "", Map.of()));
    }

    private static Tuner tuner(BooleanSupplier cancelled, Consumer<CandidateResult> listener) {
        return new Tuner(new SmallStudies.InTurn(), ScratchTwin::new, 1, cancelled, listener);
    }

    private static List<CandidateResult> timeless(List<CandidateResult> results) {
        return results.stream().map(CandidateResult::timeless).toList();
    }
}
