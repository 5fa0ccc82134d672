package org.twinnet.compare.bench.tune;

import java.nio.file.Path;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.run.Tuner;
import org.twinnet.compare.tuning.search.ArbiterSearch;
import org.twinnet.compare.tuning.study.StudyFolder;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.source.ShippedData;

/** A Java process that goes on with a study on the shipped data until its end, or until it is killed. */
final class StudyChild {

    private StudyChild() {}

    /**
     * Goes on with a study.
     *
     * @param arguments the study's folder and the number of workers
     */
    public static void main(String[] arguments) {
        int exitCode = 0;
        try (StudyFolder folder = StudyFolder.open(Path.of(arguments[0]))) {
            System.out.println("opened");
            System.out.flush();
            Study study = new Tuner(
                            new ArbiterSearch(),
                            ScratchTwin::new,
                            Integer.parseInt(arguments[1]),
                            () -> false,
                            result -> {})
                    .run(folder, ShippedData.pitch().train());
            System.out.println("ended " + study.ending());
        } catch (RuntimeException | LinkageError e) {
            System.err.println(e);
            exitCode = 1;
        }
        System.exit(exitCode);
    }
}
