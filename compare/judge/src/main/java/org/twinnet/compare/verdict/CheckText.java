package org.twinnet.compare.verdict;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.text.Visible;

/** The report of a check for a terminal. */
public final class CheckText {

    private static final int MOST_LINES = 10;

    private CheckText() {}

    /**
     * Renders.
     *
     * @param report the report
     * @return text of several lines
     */
    public static String write(CheckReport report) {
        return Visible.of(report.sentence()) + "\n" + details(report);
    }

    /**
     * What stands behind the first sentence.
     *
     * @param report the report
     * @return text of several lines, the first of them empty
     */
    public static String details(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append("\n");
        text.append(line("rung", "numbers", "difference", "floor", "multiple", "outcome", "where"));
        for (CheckReport.RungResult rung : report.rungs()) {
            text.append(line(
                    rung.name().label(),
                    String.format(Locale.ROOT, "%,d", rung.compared()),
                    number(rung.maxRelativeDifference()),
                    number(rung.noiseFloor()),
                    number(rung.multiple()),
                    rung.status().label(),
                    rung.where().english()));
        }
        for (CheckReport.RungResult rung : report.rungs()) {
            if (!rung.note().isNothing()) {
                text.append(rung.name())
                        .append(": ")
                        .append(rung.note().english())
                        .append('\n');
            }
        }
        if (!report.conventions().isEmpty()) {
            text.append("\nConventions, which are not wrong:\n");
            for (CheckReport.ConventionResult convention : report.conventions()) {
                text.append("  ")
                        .append(convention.id())
                        .append("\n    ")
                        .append(convention.told())
                        .append('\n');
            }
        }
        if (!report.diagnosis().isEmpty()) {
            text.append("\nWhat is wrong:\n");
            for (CheckReport.Finding finding : report.diagnosis()) {
                text.append("  ")
                        .append(finding.id())
                        .append("\n    ")
                        .append(finding.sentence())
                        .append('\n');
            }
        }
        list(text, "Not checked", report.notChecked());
        list(text, "Notes", report.notes());
        return Visible.lines(text.toString());
    }

    /**
     * A difference, a floor or a multiple as a reader is told it.
     *
     * @param value the number; null where it is NaN or infinite
     * @return two digits
     */
    public static String number(Double value) {
        return value == null ? "not finite" : value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value);
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append('\n').append(heading).append(":\n");
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> text.append("  ").append(Visible.of(line)).append('\n'));
        if (lines.size() > MOST_LINES) {
            text.append("  and ").append(lines.size() - MOST_LINES).append(" more, which a report lists\n");
        }
    }

    private static String line(
            String rung,
            String numbers,
            String difference,
            String floor,
            String multiple,
            String outcome,
            String where) {
        return String.format(
                                Locale.ROOT,
                                "%-24s %10s %11s %9s %9s  %-12s  %s",
                                rung,
                                numbers,
                                difference,
                                floor,
                                multiple,
                                outcome,
                                where)
                        .stripTrailing()
                + "\n";
    }
}
