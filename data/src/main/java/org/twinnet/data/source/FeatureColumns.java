package org.twinnet.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The features of a CSV file while it is read; NaN is a missing number. */
final class FeatureColumns {

    /** Fewer examples are counted by chance. */
    private static final int LEAST_COUNTED = 10;

    private final List<String> names;
    private final List<double[]> rows = new ArrayList<>();
    private int missing;

    FeatureColumns(List<String> names) {
        this.names = names;
    }

    void add(double[] row) {
        rows.add(row);
        for (double x : row) {
            missing += Double.isNaN(x) ? 1 : 0;
        }
    }

    List<String> names() {
        return names;
    }

    int size() {
        return rows.size();
    }

    double[][] rows() {
        return rows.toArray(double[][]::new);
    }

    /** How many numbers are missing. */
    int missing() {
        return missing;
    }

    /** The mean of the known numbers of each feature; 0 where none is known. */
    List<Double> means() {
        List<Double> means = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            int feature = k;
            means.add(rows.stream()
                    .mapToDouble(row -> row[feature])
                    .filter(x -> !Double.isNaN(x))
                    .average()
                    .orElse(0));
        }
        return means;
    }

    /** Puts means in the place of missing numbers. */
    void fill(List<Double> means) {
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Double.isNaN(row[k]) ? means.get(k) : row[k];
            }
        }
    }

    /** The features that only count the examples, from 0 or 1. */
    List<String> counters() {
        IntPredicate counts = k -> rows.size() >= LEAST_COUNTED
                && (rows.get(0)[k] == 0 || rows.get(0)[k] == 1)
                && IntStream.range(1, rows.size()).allMatch(i -> rows.get(i)[k] == rows.get(i - 1)[k] + 1);
        return IntStream.range(0, names.size())
                .filter(counts)
                .mapToObj(names::get)
                .toList();
    }
}
