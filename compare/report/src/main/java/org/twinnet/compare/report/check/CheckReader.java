package org.twinnet.compare.report.check;

import java.io.IOException;
import org.twinnet.compare.report.kit.StrictJson;
import org.twinnet.compare.verdict.CheckReport;

/** Reads the JSON of a check again. */
public final class CheckReader {

    private static final String SCHEMA = "/org/twinnet/compare/report/check/" + CheckWriter.SCHEMA;

    private CheckReader() {}

    /**
     * Reads the report of a check.
     *
     * @param name what to call it in messages
     * @param source JSON
     * @return the report; one of version 3 becomes of this version, and what it says in English alone stays so
     * @throws IOException if the text cannot be read
     * @throws org.twinnet.data.InvalidDataException if it is no JSON, or no report of a check of these versions
     */
    public static CheckReport read(String name, StrictJson.Source source) throws IOException {
        CheckReport read = StrictJson.read(name, "check", source, StrictJson.schema(SCHEMA), CheckReport.class);
        return new CheckReport(
                read.format(),
                CheckReport.VERSION,
                read.verdict(),
                read.sentence(),
                read.trace(),
                read.firstDivergence(),
                read.conventions(),
                read.diagnosis(),
                read.rungs(),
                read.notChecked(),
                read.notes());
    }
}
