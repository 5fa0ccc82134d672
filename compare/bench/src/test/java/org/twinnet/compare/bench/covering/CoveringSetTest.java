package org.twinnet.compare.bench.covering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.bench.covering.Factor.Level;
import org.twinnet.compare.experiment.choice.Precision;

@DisplayName("The covering set")
class CoveringSetTest {

    private static Factor factor(String name, int levels) {
        return new Factor(
                name,
                IntStream.range(0, levels).mapToObj(i -> Level.of(name + i)).toList());
    }

    private static Set<String> pairs(List<List<Level>> rows) {
        Set<String> pairs = new TreeSet<>();
        for (List<Level> row : rows) {
            for (int f = 0; f < row.size(); f++) {
                for (int g = f + 1; g < row.size(); g++) {
                    pairs.add(row.get(f).name() + " " + row.get(g).name());
                }
            }
        }
        return pairs;
    }

    @Test
    void should_hold_every_pair_of_levels_in_few_rows() {
        List<Factor> factors = List.of(factor("a", 5), factor("b", 4), factor("c", 3), factor("d", 3), factor("e", 2));
        List<List<Level>> rows = CoveringSet.of(factors, 0, 7);

        int all = 0;
        for (int f = 0; f < factors.size(); f++) {
            for (int g = f + 1; g < factors.size(); g++) {
                all += factors.get(f).levels().size() * factors.get(g).levels().size();
            }
        }
        assertEquals(all, pairs(rows).size());
        // 5 · 4 pairs of the first two factors need as many rows; measured 22
        assertTrue(rows.size() >= 20 && rows.size() <= 26, rows.size() + " rows");
    }

    @Test
    void should_have_as_many_rows_as_asked_for_and_the_same_each_time() {
        List<Factor> factors = List.of(factor("a", 2), factor("b", 2));
        assertEquals(9, CoveringSet.of(factors, 9, 1).size());
        assertEquals(CoveringSet.of(factors, 9, 1), CoveringSet.of(factors, 9, 1));
    }

    @Test
    void should_scale_the_features_of_all_alike_where_asked() {
        List<Configuration> own = Configuration.all(10, Precision.FLOAT64);
        List<Configuration> large = Configuration.all(10, Precision.FLOAT64, Optional.of(1000.0));
        for (int i = 0; i < own.size(); i++) {
            double ratio =
                    large.get(i).data().featureRows()[0][0] / own.get(i).data().featureRows()[0][0];
            assertTrue(Set.of(1L, 1000L, 1_000_000L).contains(Math.round(ratio)), "ratio " + ratio);
            assertEquals(
                    own.get(i).experiment().named("x"),
                    large.get(i).experiment().named("x"),
                    "the same training");
        }
    }

    @Test
    void should_make_experiments_of_their_own() {
        List<Configuration> all = Configuration.all(10, Precision.FLOAT64);
        assertEquals(Configuration.COUNT, all.size(), "pairs need fewer rows than that");
        Set<String> names = new TreeSet<>();
        List<Object> experiments = new ArrayList<>();
        for (Configuration one : all) {
            names.add(one.experiment().name());
            experiments.add(one.experiment().named(one.data().sha256()));
        }
        assertEquals(Configuration.COUNT, names.size());
        assertTrue(Set.copyOf(experiments).size() > 310, Set.copyOf(experiments).size() + " different ones");
    }
}
