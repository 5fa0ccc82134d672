package org.twinnet.compare.bench.tune;

import java.util.List;
import org.twinnet.compare.bench.result.MemoryPoint;

/**
 * What tuning costs on this machine. Parts that were not measured are empty.
 *
 * @param throughput how fast candidates are scored
 * @param halving what successive halving saves, one entry a seed
 * @param memory memory over many candidates, one entry a network
 * @param failures what could not be measured, and why
 */
public record TuneBenchReport(
        List<Throughput> throughput, List<Halved> halving, List<Memory> memory, List<String> failures) {

    /**
     * Copies the lists.
     *
     * @param throughput how fast candidates are scored
     * @param halving what successive halving saves
     * @param memory memory over many candidates
     * @param failures what could not be measured
     */
    public TuneBenchReport {
        throughput = List.copyOf(throughput);
        halving = List.copyOf(halving);
        memory = List.copyOf(memory);
        failures = List.copyOf(failures);
    }

    /**
     * How fast candidates were scored.
     *
     * @param name who
     * @param candidates how many
     * @param trainings trainings of each
     * @param iterations iterations of each training
     * @param workers candidates side by side
     * @param seconds wall time
     */
    public record Throughput(String name, int candidates, int trainings, int iterations, int workers, double seconds) {

        /**
         * The rate.
         *
         * @return candidates a second
         */
        public double rate() {
            return candidates / seconds;
        }
    }

    /**
     * The same random search with and without halving.
     *
     * @param seed seed of candidates, folds and weights
     * @param saved share of iterations that halving saved
     * @param best best score without halving
     * @param bestHalved best score with halving
     */
    public record Halved(long seed, double saved, double best, double bestHalved) {

        /**
         * What halving costs.
         *
         * @return how much worse the best score is, relative
         */
        public double worse() {
            return (bestHalved - best) / best;
        }
    }

    /**
     * Memory of the process that scores candidates.
     *
     * @param network which network was scored
     * @param points after so many candidates
     */
    public record Memory(String network, List<MemoryPoint> points) {}
}
