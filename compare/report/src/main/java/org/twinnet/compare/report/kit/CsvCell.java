package org.twinnet.compare.report.kit;

import org.twinnet.compare.text.Visible;

/** Text as a cell of a CSV file. */
public final class CsvCell {

    private CsvCell() {}

    /**
     * Quotes what needs it, on one line. What a spreadsheet could take for a formula begins with an apostrophe.
     *
     * @param text any text
     * @return one cell
     */
    public static String of(String text) {
        String shown = Visible.of(text);
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + shown : shown;
        return safe.matches("[A-Za-z0-9_. -]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
