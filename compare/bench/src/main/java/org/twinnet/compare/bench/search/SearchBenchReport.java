package org.twinnet.compare.bench.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The best values that each search found.
 *
 * @param evaluations evaluations of each search
 * @param seeds number of searches of each kind for each function
 * @param rows one for each function
 */
public record SearchBenchReport(int evaluations, int seeds, List<Row> rows) {

    /** The usual bound for what is taken as more than chance. */
    private static final double SIGNIFICANT = 0.05;

    /** Keeps the logarithm of an exactly found minimum finite. */
    private static final double SMALLEST_REGRET = 1e-12;

    /**
     * The best value of each seed.
     *
     * @param function the function
     * @param random found by the random search
     * @param genetic found by the genetic search
     * @param tpe found by TPE
     */
    public record Row(TestFunction function, List<Double> random, List<Double> genetic, List<Double> tpe) {

        /**
         * Copies the lists.
         *
         * @param function the function
         * @param random found by the random search
         * @param genetic found by the genetic search
         * @param tpe found by TPE
         */
        public Row {
            random = List.copyOf(random);
            genetic = List.copyOf(genetic);
            tpe = List.copyOf(tpe);
        }

        /**
         * Whether TPE finds better values.
         *
         * @return whether its median is below that of the random search
         */
        public boolean tpeIsBetter() {
            return median(tpe) < median(random);
        }

        /**
         * Whether the difference of TPE and random is chance.
         *
         * @return two-sided p of Wilcoxon's signed-rank test over the seeds
         */
        public double p() {
            return SignedRank.p(differences(value -> value));
        }

        /** The decades by which TPE is farther from the minimum than the random search. */
        List<Double> decades() {
            return differences(value -> Math.log10(Math.max(SMALLEST_REGRET, value - function.minimum())));
        }

        private List<Double> differences(Function<Double, Double> scale) {
            return IntStream.range(0, random.size())
                    .mapToObj(i -> scale.apply(tpe.get(i)) - scale.apply(random.get(i)))
                    .toList();
        }
    }

    /**
     * Copies the rows.
     *
     * @param evaluations evaluations of each search
     * @param seeds number of searches of each kind for each function
     * @param rows one for each function
     */
    public SearchBenchReport {
        rows = List.copyOf(rows);
    }

    /**
     * On how many functions TPE is better than random.
     *
     * @return number of functions where its median is the smaller one
     */
    public long tpeBetter() {
        return rows.stream().filter(Row::tpeIsBetter).count();
    }

    /**
     * On how many functions TPE is better than random, and not by chance.
     *
     * @return number of functions where its median is the smaller one and p &lt; 0.05
     */
    public long tpeSignificantlyBetter() {
        return rows.stream()
                .filter(row -> row.tpeIsBetter() && row.p() < SIGNIFICANT)
                .count();
    }

    /**
     * Whether the difference of TPE and random over all functions is chance. Functions differ in scale, so the
     * distances to the minimum are compared by their logarithms.
     *
     * @return two-sided p of Wilcoxon's signed-rank test over all functions and seeds
     */
    public double p() {
        return SignedRank.p(rows.stream().flatMap(row -> row.decades().stream()).toList());
    }

    /**
     * The decades by which TPE comes closer to the minimum than random.
     *
     * @return median over all functions and seeds
     */
    public double decades() {
        return -median(rows.stream().flatMap(row -> row.decades().stream()).toList());
    }

    /**
     * A table to read.
     *
     * @return several lines
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Median of the best value of %d evaluations, over %d seeds%n%-26s%12s%12s%12s%12s%12s%n",
                evaluations,
                seeds,
                "function",
                "minimum",
                "random",
                "genetic",
                "TPE",
                "p(TPE)"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-26s%12.4g%12.4g%12.4g%12.4g%12.2g%n",
                    row.function().label() + ", " + row.function().domain().size() + "-D",
                    row.function().minimum(),
                    median(row.random()),
                    median(row.genetic()),
                    median(row.tpe()),
                    row.p()));
        }
        text.append(String.format(
                Locale.ROOT,
                "TPE beats random on %d of %d, on %d of them with p < %.2g (Wilcoxon's signed ranks);%n"
                        + "over all it is closer to the minimum by a factor of %.2g, p = %.2g%n",
                tpeBetter(),
                rows.size(),
                tpeSignificantlyBetter(),
                SIGNIFICANT,
                Math.pow(10, decades()),
                p()));
        return text.toString();
    }

    private static double median(List<Double> values) {
        return new Median()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
