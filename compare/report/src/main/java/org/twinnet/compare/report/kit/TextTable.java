package org.twinnet.compare.report.kit;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.text.Columns;
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
     * The table in so many columns of a terminal.
     *
     * @param width the columns
     * @return the table; where it is wider, turned, with a line a heading
     */
    public String within(int width) {
        String text = toString();
        return text.lines().allMatch(line -> Columns.of(line) <= width) ? text : turned().toString();
    }

    private TextTable turned() {
        List<List<String>> turned = new ArrayList<>();
        for (int c = 0; c < rows.get(0).size(); c++) {
            int column = c;
            turned.add(rows.stream().map(row -> row.get(column)).toList());
        }
        TextTable table = new TextTable(turned.get(0));
        turned.stream().skip(1).forEach(table::add);
        return table;
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
                        .mapToInt(r -> Columns.of(r.get(column)))
                        .max()
                        .orElse(0);
                String cell = row.get(c);
                line.append(c == 0 ? Columns.left(cell, width) : "  " + Columns.right(cell, width));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
