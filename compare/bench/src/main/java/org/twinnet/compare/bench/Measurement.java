package org.twinnet.compare.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.bench.result.ChildFailedException;

/**
 * What one process measured, and the lines in which it says so: a word and a number each. Other lines, which a library
 * may have printed, are passed over.
 *
 * @param microseconds per iteration, the median of the batches
 * @param bytes allocated per iteration; NaN if nobody counted
 * @param firstCost cost of iteration 0
 * @param secondCost the next cost that was reported; NaN if the loop did not come so far
 */
record Measurement(double microseconds, double bytes, double firstCost, double secondCost) {

    private static final String MICROSECONDS = "microseconds";
    private static final String BYTES = "bytes";
    private static final String FIRST_COST = "first-cost";
    private static final String SECOND_COST = "second-cost";

    List<String> lines() {
        return List.of(
                MICROSECONDS + " " + microseconds,
                BYTES + " " + bytes,
                FIRST_COST + " " + firstCost,
                SECOND_COST + " " + secondCost);
    }

    static Measurement parse(List<String> lines) throws ChildFailedException {
        Map<String, Double> numbers = new HashMap<>();
        for (String line : lines) {
            String[] words = line.strip().split(" ", -1);
            if (words.length == 2
                    && List.of(MICROSECONDS, BYTES, FIRST_COST, SECOND_COST).contains(words[0])) {
                numbers.put(words[0], number(words[1], line));
            }
        }
        double microseconds = numbers.getOrDefault(MICROSECONDS, Double.NaN);
        if (!Double.isFinite(microseconds) || microseconds <= 0) {
            throw new ChildFailedException("it printed no time per iteration");
        }
        return new Measurement(
                microseconds,
                numbers.getOrDefault(BYTES, Double.NaN),
                numbers.getOrDefault(FIRST_COST, Double.NaN),
                numbers.getOrDefault(SECOND_COST, Double.NaN));
    }

    private static double number(String word, String line) throws ChildFailedException {
        try {
            // Python's spelling of what Java calls NaN and Infinity
            return switch (word) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                default -> Double.parseDouble(word);
            };
        } catch (NumberFormatException e) {
            throw new ChildFailedException("it printed '" + line + "', which holds no number");
        }
    }
}
