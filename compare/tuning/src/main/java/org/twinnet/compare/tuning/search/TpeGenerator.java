package org.twinnet.compare.tuning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.generator.BaseCandidateGenerator;
import org.twinnet.compare.tuning.space.Setting;

/**
 * The tree-structured Parzen estimator of Bergstra, Bardenet, Bengio and Kégl, "Algorithms for Hyper-Parameter
 * Optimization", NeurIPS 2011, section 4, in the unit cube of the searched dimensions.
 *
 * <p>The best share γ of the results so far is called good, the rest bad, and for each coordinate the densities of both
 * are estimated:
 *
 * <pre>
 * l(x) = p(x | loss &lt; y*)     g(x) = p(x | loss ≥ y*)     γ = p(loss &lt; y*)
 * EI(x) ∝ (γ + (1 − γ) · g(x) / l(x))⁻¹
 * </pre>
 *
 * <p>The expected improvement EI grows with l(x) / g(x). So some values are drawn from l, and the one of the largest l
 * / g is proposed; as the densities are products over the coordinates, each coordinate can be chosen on its own. The
 * first candidates are uniform.
 *
 * <p>The largest ratio among choices is nearly always the same one. Who asks again before there is a new result,
 * because the setting was tried already, gets the best of half as many draws each time, and at last a plain draw from
 * l.
 */
final class TpeGenerator extends BaseCandidateGenerator<Setting> {

    /** Uniform candidates at the start. */
    private static final int START = 10;
    /**
     * Of n results this times √n are good ones: so γ falls with n, as in Bergstra's own program; twice its share did
     * best on the benchmark.
     */
    private static final double GOOD = 0.5;
    /** Values drawn for each coordinate after a new result. */
    private static final int DRAWS = 24;

    private record Observation(List<Double> position, double loss) {}

    private final List<Integer> valueCounts;
    private final List<Observation> observations = new ArrayList<>();
    private int draws = DRAWS;

    TpeGenerator(SettingSpace space, long seed) {
        super(space, Map.of(), false);
        initialize();
        setRngSeed(seed);
        valueCounts = space.valueCounts();
    }

    @Override
    public boolean hasMoreCandidates() {
        return true;
    }

    @Override
    public Candidate<Setting> getCandidate() {
        double[] position = observations.size() < START ? uniform() : likely();
        draws = Math.max(1, draws / 2);
        return new Candidate<>(
                parameterSpace.getValue(position), candidateCounter.getAndIncrement(), position, dataParameters, null);
    }

    @Override
    public void reportResults(OptimizationResult result) {
        draws = DRAWS;
        double[] position = result.getCandidate().getFlatParameters();
        observations.add(new Observation(Arrays.stream(position).boxed().toList(), result.getScore()));
    }

    @Override
    public Class<?> getCandidateType() {
        return Setting.class;
    }

    private double[] uniform() {
        double[] position = new double[valueCounts.size()];
        for (int i = 0; i < position.length; i++) {
            position[i] = rng.nextDouble();
        }
        return position;
    }

    /** The better of two equal losses is the one that was known first, because the sort is stable. */
    private double[] likely() {
        List<Observation> sorted = observations.stream()
                .sorted(Comparator.comparingDouble(Observation::loss))
                .toList();
        int good = (int) Math.ceil(GOOD * Math.sqrt(sorted.size()));
        double[] position = new double[valueCounts.size()];
        for (int i = 0; i < position.length; i++) {
            position[i] = likely(density(i, sorted.subList(0, good)), density(i, sorted.subList(good, sorted.size())));
        }
        return position;
    }

    private Density density(int coordinate, List<Observation> of) {
        double[] values = of.stream()
                .mapToDouble(observation -> observation.position().get(coordinate))
                .toArray();
        int count = valueCounts.get(coordinate);
        return count == 0 ? ParzenDensity.of(values) : ChoiceDensity.of(values, count);
    }

    private double likely(Density good, Density bad) {
        double best = good.draw(rng);
        double largest = good.at(best) / bad.at(best);
        for (int draw = 1; draw < draws; draw++) {
            double value = good.draw(rng);
            double ratio = good.at(value) / bad.at(value);
            if (ratio > largest) {
                best = value;
                largest = ratio;
            }
        }
        return best;
    }
}
