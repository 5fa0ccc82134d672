package org.twinnet.compare.bench;

import java.util.List;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.Pace;
import org.twinnet.compare.experiment.Scenario;

/**
 * What to measure and how long.
 *
 * @param contestants who, in the order in which each round runs them
 * @param scenarios what they train
 * @param rounds so many times each is measured, in turn with the others
 * @param pace how long a process trains
 * @param costEvery every so many iterations a loop computes the cost
 * @param memoryCheckpoints iterations after which the DL4J twin's memory is looked at; empty to skip that part
 */
public record BenchSettings(
        List<Contestant> contestants,
        List<Scenario> scenarios,
        int rounds,
        Pace pace,
        int costEvery,
        List<Integer> memoryCheckpoints) {

    /**
     * Copies the lists.
     *
     * @param contestants who
     * @param scenarios what they train
     * @param rounds how often, at least 1
     * @param pace how long
     * @param costEvery iterations from one cost to the next, at least 1
     * @param memoryCheckpoints iterations to look at
     */
    public BenchSettings {
        contestants = List.copyOf(contestants);
        scenarios = List.copyOf(scenarios);
        memoryCheckpoints = List.copyOf(memoryCheckpoints);
    }

    /**
     * Everybody in every scenario, and the memory at 10,000, 30,000 and 100,000 iterations.
     *
     * @param rounds so many times each is measured
     * @return the settings
     */
    public static BenchSettings full(int rounds) {
        return everything(rounds, Pace.FULL, List.of(10_000, 30_000, 100_000));
    }

    /**
     * The same for the impatient: less time each, a tenth of the iterations for the memory.
     *
     * @param rounds so many times each is measured
     * @return the settings
     */
    public static BenchSettings quick(int rounds) {
        return everything(rounds, Pace.QUICK, List.of(1_000, 3_000, 10_000));
    }

    private static BenchSettings everything(int rounds, Pace pace, List<Integer> memoryCheckpoints) {
        return new BenchSettings(
                List.of(Contestant.values()), List.of(Scenario.values()), rounds, pace, 1000, memoryCheckpoints);
    }

    /**
     * Leaves the memory part out.
     *
     * @return new settings
     */
    public BenchSettings withoutMemory() {
        return new BenchSettings(contestants, scenarios, rounds, pace, costEvery, List.of());
    }

    BenchSettings without(Contestant contestant) {
        List<Contestant> others =
                contestants.stream().filter(other -> other != contestant).toList();
        return new BenchSettings(others, scenarios, rounds, pace, costEvery, memoryCheckpoints);
    }
}
