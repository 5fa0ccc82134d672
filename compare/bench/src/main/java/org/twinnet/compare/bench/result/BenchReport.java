package org.twinnet.compare.bench.result;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.Scenario;

/**
 * What the measurement came to.
 *
 * @param data name of the data set
 * @param examples m
 * @param jvm the Java that ran the Java contestants
 * @param processors logical processors of the machine
 * @param numpy NumPy's version; null if {@code python3} with NumPy is not installed, or was not asked for
 * @param rounds so many times each was measured
 * @param speeds one entry a contestant and scenario that was measured
 * @param ratios one entry a question and scenario that has an answer
 * @param agreements whether the others did the same work as the hand-written twin
 * @param memory the DL4J twin's memory; empty if not measured
 * @param failures one line for each process that failed
 */
public record BenchReport(
        String data,
        int examples,
        String jvm,
        int processors,
        String numpy,
        int rounds,
        List<Speed> speeds,
        List<Ratio> ratios,
        List<SameWork> agreements,
        List<MemoryPoint> memory,
        List<String> failures) {

    /**
     * Copies the lists.
     *
     * @param data name of the data set
     * @param examples m
     * @param jvm the Java
     * @param processors logical processors
     * @param numpy NumPy's version or null
     * @param rounds number of rounds
     * @param speeds measured speeds
     * @param ratios ratios of speeds
     * @param agreements first costs compared
     * @param memory the DL4J twin's memory
     * @param failures what failed
     */
    public BenchReport {
        speeds = List.copyOf(speeds);
        ratios = List.copyOf(ratios);
        agreements = List.copyOf(agreements);
        memory = List.copyOf(memory);
        failures = List.copyOf(failures);
    }

    /**
     * The speed of one contestant in one scenario.
     *
     * @param contestant who
     * @param scenario what it trained
     * @param microseconds per iteration, over the rounds
     * @param iterationsPerSecond by the median
     * @param bytesPerIteration Java heap allocated by the training thread, median over the rounds; null if nobody
     *     counted
     */
    public record Speed(
            Contestant contestant,
            Scenario scenario,
            Spread microseconds,
            double iterationsPerSecond,
            Double bytesPerIteration) {}

    /**
     * How many times as many iterations a second one contestant does as another.
     *
     * @param comparison who and who, and the goal
     * @param scenario what they trained
     * @param ratio over the rounds, each formed within its round
     */
    public record Ratio(Comparison comparison, Scenario scenario, Spread ratio) {}

    /**
     * Whether a contestant computed the first cost of the hand-written twin.
     *
     * @param contestant who
     * @param scenario what it trained
     * @param firstDifference relative difference of the cost at iteration 0
     * @param limit rounding error that two correct programs may show there
     * @param secondDifference relative difference of the next reported cost, after updates; null if a loop did not come
     *     so far
     */
    public record SameWork(
            Contestant contestant, Scenario scenario, double firstDifference, double limit, Double secondDifference) {

        /**
         * The answer.
         *
         * @return false as well for a difference that is not a number
         */
        public boolean holds() {
            return firstDifference <= limit;
        }
    }

    /**
     * Finds a speed.
     *
     * @param contestant who
     * @param scenario what it trained
     * @return empty if it was not measured
     */
    public Optional<Speed> speed(Contestant contestant, Scenario scenario) {
        return speeds.stream()
                .filter(speed -> speed.contestant() == contestant && speed.scenario() == scenario)
                .findFirst();
    }

    /**
     * Finds a ratio.
     *
     * @param comparison who and who
     * @param scenario what they trained
     * @return empty if they were not both measured in a round
     */
    public Optional<Spread> ratio(Comparison comparison, Scenario scenario) {
        return ratios.stream()
                .filter(ratio -> ratio.comparison() == comparison && ratio.scenario() == scenario)
                .map(Ratio::ratio)
                .findFirst();
    }
}
