package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** Which classes a scenario takes for which: tables where there are more than two classes, and not too many to read. */
public final class Confusions {

    /** More columns than that don't stand beside one another. */
    private static final int MOST = 20;

    private Confusions() {}

    /**
     * A table.
     *
     * @param caption scenario, examples and network
     * @param rows one row a class, in it how many of its examples get each class
     */
    public record Table(Phrase caption, List<List<Integer>> rows) {}

    /** Whether a report has such tables. */
    static boolean has(Report report) {
        return report.scenarios().stream().anyMatch(scenario -> !of(scenario).isEmpty());
    }

    /** The tables of training and test examples; one of DL4J follows where it differs from that by hand. */
    static List<Table> of(Report.Scenario scenario) {
        Report.Twin scratch = scenario.twins().scratch();
        Report.Twin dl4j = scenario.twins().dl4j();
        List<Table> tables = new ArrayList<>();
        add(tables, scenario.name(), "confusion.train", scratch.confusion(), dl4j.confusion());
        add(tables, scenario.name(), "confusion.test", scratch.testConfusion(), dl4j.testConfusion());
        return tables;
    }

    /** The names of the classes, as headings. */
    static List<Phrase> classes(Table table) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(Confusions::name)
                .toList();
    }

    /** Such as class 2. */
    static Phrase name(int label) {
        return Phrase.of("boundaries.class", label);
    }

    private static void add(
            List<Table> tables, String scenario, String set, List<List<Integer>> byHand, List<List<Integer>> byDl4j) {
        if (byHand == null || byHand.size() <= 2 || byHand.size() > MOST) {
            return;
        }
        boolean same = byHand.equals(byDl4j);
        tables.add(table(scenario, set, same ? "confusion.both" : "confusion.hand", byHand));
        if (!same && byDl4j != null) {
            tables.add(table(scenario, set, "confusion.dl4j", byDl4j));
        }
    }

    private static Table table(String scenario, String set, String network, List<List<Integer>> rows) {
        return new Table(Phrase.of("confusion.caption", scenario, Phrase.of(set), Phrase.of(network)), rows);
    }
}
