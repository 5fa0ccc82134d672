package org.twinnet.compare.report.kit;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.text.Visible;

/** A table of text with aligned columns, the first to the left and the others to the right. */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Makes a table.
     *
     * @param headings its first row
     */
    public TextTable(List<String> headings) {
        rows.add(headings);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are headings
     */
    public void add(List<String> cells) {
        rows.add(cells.stream().map(Visible::of).toList());
    }

    /**
     * The table.
     *
     * @return a line a row
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                String padding = " ".repeat(width - row.get(c).length());
                line.append(c == 0 ? row.get(c) + padding : "  " + padding + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
