package org.twinnet.compare.report.tune;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.twinnet.compare.report.JsonWriter;

/** Renders the report of a study. */
public final class TuneWriter {

    /** Name of the published schema of the JSON, a resource beside this class. */
    public static final String SCHEMA = "tune.schema.json";

    private TuneWriter() {}

    /**
     * Renders all files of the report.
     *
     * @param report the report
     * @return names and contents
     */
    public static Map<String, byte[]> files(TuneReport report) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "report.json", JsonWriter.write(report));
        put(files, "candidates.csv", CandidatesCsv.write(report));
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
