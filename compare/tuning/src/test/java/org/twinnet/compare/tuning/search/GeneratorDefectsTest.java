package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.api.termination.MaxCandidatesCondition;
import org.deeplearning4j.arbiter.optimize.distribution.LogUniformDistribution;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/**
 * Each defect of Arbiter's generators that a search could meet: where it can be shown it is shown first, then that it
 * is worked around.
 */
@DisplayName("Arbiter's generators")
@SuppressWarnings({"rawtypes", "unchecked"}) // Arbiter's own signatures
class GeneratorDefectsTest {

    private static final Loss LOSS = new Loss(Metric.CROSS_ENTROPY);

    @Test
    void should_form_a_grid_beside_a_dimension_of_one_value() {
        // Arbiter counts the single value as a coordinate, but gives it no place in the position.
        Pair space = new Pair(new DiscreteParameterSpace<>("only"), new DiscreteParameterSpace<>("a", "b", "c"));
        CandidateGenerator raw =
                new GridSearchCandidateGenerator(space, 2, GridSearchCandidateGenerator.Mode.Sequential, null, false);
        assertTrue(raw.getCandidate().getException() instanceof ArrayIndexOutOfBoundsException);

        SearchSpace oneLambda = Studies.space(
                new Dimension.Fixed<>(0.7),
                new Dimension.Choice<>(List.of(0.8, 0.9, 1.0)),
                new Dimension.Fixed<>(0.3),
                new Dimension.Choice<>(List.of(List.of(1), List.of(2, 1))));
        SearchRun run = SearchRun.of(SearchRun.plan(SearchKind.GRID, oneLambda, 6, 0, 1), 1);
        assertEquals(
                Set.copyOf(oneLambda.settings().orElseThrow()),
                Set.copyOf(run.results().stream()
                        .map(result -> result.proposal().setting())
                        .toList()));
    }

    /** Two spaces of words, as one of both words. */
    private static final class Pair extends FieldSpace<String> {
        private final ParameterSpace<String> first;
        private final ParameterSpace<String> second;

        Pair(ParameterSpace<String> first, ParameterSpace<String> second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public String getValue(double[] position) {
            return first.getValue(position) + second.getValue(position);
        }
    }

    @Test
    void should_say_how_many_candidates_a_grid_needs() {
        Search.Plan plan = SearchRun.plan(SearchKind.GRID, SearchRun.RANGES, 7, 0, 1);
        Exception refused = assertThrows(IllegalArgumentException.class, () -> SearchRun.of(plan, 1));
        assertEquals("a grid over this space needs at least 8 candidates, not 7", refused.getMessage());
        assertEquals(8, SearchRun.of(SearchRun.plan(SearchKind.GRID, 8), 1).evaluated());

        Search.Plan choices = SearchRun.plan(SearchKind.GRID, SearchRun.CHOICES, 11, 0, 1);
        refused = assertThrows(IllegalArgumentException.class, () -> SearchRun.of(choices, 1));
        assertEquals("a grid over this space needs at least 12 candidates, not 11", refused.getMessage());
    }

    @Test
    void should_take_a_grid_in_order_because_its_shuffle_has_no_seed() {
        assertNotEquals(shuffled(), shuffled());

        Search.Plan plan = SearchRun.plan(SearchKind.GRID, 72);
        List<List<Double>> positions = SearchRun.of(plan, 2).results().stream()
                .map(result -> result.proposal().position())
                .toList();
        assertEquals(72, positions.size());
        assertEquals(List.of(0.0, 0.0, 0.0), positions.get(0));
        assertEquals(List.of(0.2, 0.0, 0.0), positions.get(1));
        assertEquals(List.of(1.0, 1.0, 1.0), positions.get(71));
    }

    private static List<Double> shuffled() {
        CandidateGenerator grid = new GridSearchCandidateGenerator(
                new SettingSpace(SearchRun.LAMBDA), 50, GridSearchCandidateGenerator.Mode.RandomOrder, null, false);
        grid.setRngSeed(1);
        return IntStream.range(0, 50)
                .mapToObj(i -> grid.getCandidate().getFlatParameters()[0])
                .toList();
    }

    @Test
    void should_end_when_no_setting_can_be_formed_at_all() {
        Broken raw = new Broken();
        RawArbiter loop =
                new RawArbiter(new RandomSearchGenerator(raw), 1, candidate -> 0, new MaxCandidatesCondition(5));
        assertSame(raw.end, assertThrows(Error.class, loop::run));
        assertEquals(Broken.PATIENCE, raw.asked);

        Broken ours = new Broken();
        CandidateGenerator generator = new RandomSearchGenerator(ours);
        UntriedSettings settings = new UntriedSettings(
                new SettingSpace(SearchRun.RANGES), generator, Optional.of(generator), Optional.empty());
        Exception end = assertThrows(IllegalStateException.class, settings::next);
        assertNotNull(end.getCause());
        assertTrue(ours.asked < Broken.PATIENCE, ours.asked + " attempts");
    }

    /** A space without a value that can be formed; it is asked for ever, therefore it ends that itself. */
    private static final class Broken extends FieldSpace<Setting> {
        private static final int PATIENCE = 2000;
        private final ParameterSpace<Double> coordinate = new ContinuousParameterSpace(0, 1);
        private final Error end = new AssertionError("asked " + PATIENCE + " times");
        private int asked;

        @Override
        public Setting getValue(double[] position) {
            asked++;
            if (asked == PATIENCE) {
                throw end;
            }
            throw new IllegalStateException("no setting at " + coordinate.getValue(position));
        }
    }

    @Test
    void should_carry_values_that_have_no_bytes() {
        Proposal proposal =
                new Proposal(0, SearchRun.CHOICES.settings().orElseThrow().get(0), List.of(0.5), 0);
        assertThrows(RuntimeException.class, () -> new Candidate<>(proposal, 0, new double[] {0.5}));

        OrderedGenerator generator = new OrderedGenerator(
                SearchRun.plan(SearchKind.RANDOM, 3),
                UntriedSettings.of(SearchRun.plan(SearchKind.RANDOM, 3)),
                LOSS,
                new Stop(() -> false));
        assertTrue(generator.hasMoreCandidates());
        Candidate<Proposal> candidate = generator.getCandidate();
        assertSame(candidate.getValue(), candidate.getValue());
        assertArrayEquals(
                candidate.getFlatParameters(),
                candidate.getValue().position().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    @Test
    void should_never_leave_a_range_at_its_ends_where_the_logarithm_rounds() {
        List<double[]> beyond = new ArrayList<>();
        for (int from = -8; from < 0; from++) {
            for (int to = from + 1; to <= 3; to++) {
                double low = Double.parseDouble("1e" + from);
                double high = Double.parseDouble("1e" + to);
                LogUniformDistribution raw = new LogUniformDistribution(low, high);
                if (raw.inverseCumulativeProbability(1) > high || raw.inverseCumulativeProbability(0) < low) {
                    beyond.add(new double[] {low, high});
                }
            }
        }
        assertNotEquals(List.of(), beyond);
        for (double[] range : beyond) {
            SettingSpace space = new SettingSpace(Studies.space(
                    new Dimension.Range(range[0], range[1], true),
                    new Dimension.Fixed<>(0.9),
                    new Dimension.Fixed<>(0.3),
                    new Dimension.Fixed<>(List.of(20, 3, 1))));
            new RandomSearchGenerator(space).getCandidate(); // gives the coordinates their places
            assertTrue(Studies.l2(space.getValue(new double[] {1})) <= range[1]);
            assertTrue(Studies.l2(space.getValue(new double[] {0})) >= range[0]);
        }
    }
}
