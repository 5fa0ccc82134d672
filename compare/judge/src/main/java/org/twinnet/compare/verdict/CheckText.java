package org.twinnet.compare.verdict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Columns;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.text.Wording;

/** The report of a check for a terminal. */
public final class CheckText {

    private static final int MOST_LINES = 10;

    private CheckText() {}

    /**
     * Renders everything.
     *
     * @param report the report
     * @param wording the language
     * @return text of several lines
     */
    public static String write(CheckReport report, Wording wording) {
        return Visible.of(report.sentence().in(wording)) + "\n" + details(report, wording);
    }

    /**
     * What stands behind the first sentence.
     *
     * @param report the report
     * @param wording the language
     * @return text of several lines, the first of them empty
     */
    public static String details(CheckReport report, Wording wording) {
        StringBuilder text = new StringBuilder("\n");
        text.append(line(Stream.of(
                        SaidOfCheck.HEADING_RUNG,
                        SaidOfCheck.HEADING_NUMBERS,
                        SaidOfCheck.HEADING_DIFFERENCE,
                        SaidOfCheck.HEADING_FLOOR,
                        SaidOfCheck.HEADING_MULTIPLE,
                        SaidOfCheck.HEADING_OUTCOME,
                        SaidOfCheck.HEADING_WHERE)
                .map(heading -> heading.of().in(wording))
                .toList()));
        for (CheckReport.RungResult rung : report.rungs()) {
            text.append(line(List.of(
                    rung.name().said().in(wording),
                    String.format(Locale.ROOT, "%,d", rung.compared()),
                    number(rung.maxRelativeDifference()).in(wording),
                    number(rung.noiseFloor()).in(wording),
                    number(rung.multiple()).in(wording),
                    outcome(rung.status()).in(wording),
                    rung.where().in(wording))));
        }
        for (CheckReport.RungResult rung : report.rungs()) {
            if (!rung.note().isNothing()) {
                text.append(SaidOfCheck.COLON
                                .of(rung.name().said(), rung.note())
                                .in(wording))
                        .append('\n');
            }
        }
        if (!report.conventions().isEmpty()) {
            text.append(heading(SaidOfCheck.HEADING_CONVENTIONS, wording));
            report.conventions().forEach(convention -> text.append(entry(convention.id(), convention.told(), wording)));
        }
        if (!report.diagnosis().isEmpty()) {
            text.append(heading(SaidOfCheck.HEADING_WRONG, wording));
            report.diagnosis().forEach(finding -> text.append(entry(finding.id(), finding.sentence(), wording)));
        }
        list(text, SaidOfCheck.HEADING_NOT_CHECKED, report.notChecked(), wording);
        list(text, SaidOfCheck.HEADING_NOTES, report.notes(), wording);
        return Visible.lines(text.toString());
    }

    /**
     * A difference, a floor or a multiple as a reader is told it.
     *
     * @param value the number; null where it is NaN or infinite
     * @return two digits
     */
    public static Phrase number(Double value) {
        return value == null
                ? SaidOfCheck.NO_FINITE_NUMBER.of()
                : Said.NAME.of(value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value));
    }

    /**
     * An outcome as a reader is told it.
     *
     * @param status the outcome
     * @return one word
     */
    public static Phrase outcome(Status status) {
        return switch (status) {
            case AGREE -> SaidOfCheck.AGREE.of();
            case DISAGREE -> SaidOfCheck.DISAGREE.of();
            case INCONCLUSIVE -> SaidOfCheck.INCONCLUSIVE.of();
        };
    }

    private static String heading(SaidOfCheck heading, Wording wording) {
        return "\n" + SaidOfCheck.COLON.of(heading.of(), "").in(wording).strip() + "\n";
    }

    private static String entry(String id, Phrase told, Wording wording) {
        return "  " + id + "\n    " + told.in(wording) + "\n";
    }

    private static void list(StringBuilder text, SaidOfCheck heading, List<Phrase> lines, Wording wording) {
        if (lines.isEmpty()) {
            return;
        }
        text.append(heading(heading, wording));
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line ->
                        text.append("  ").append(Visible.of(line.in(wording))).append('\n'));
        if (lines.size() > MOST_LINES) {
            text.append("  ")
                    .append(SaidOfCheck.MORE_IN_REPORT
                            .of(lines.size() - MOST_LINES)
                            .in(wording))
                    .append('\n');
        }
    }

    /** The rung and the outcome stand at the left of their columns, numbers at the right. */
    private static String line(List<String> cells) {
        String line = Columns.left(cells.get(0), 24)
                + " " + Columns.right(cells.get(1), 10)
                + " " + Columns.right(cells.get(2), 11)
                + " " + Columns.right(cells.get(3), 9)
                + " " + Columns.right(cells.get(4), 9)
                + "  " + Columns.left(cells.get(5), 12)
                + "  " + cells.get(6);
        return line.stripTrailing() + "\n";
    }
}
