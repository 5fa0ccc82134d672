package org.twinnet.compare.bench.covering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.twinnet.compare.bench.covering.Factor.Level;

/**
 * Rows of one level for each factor, such that every pair of levels of two factors stands in some row: most faults show
 * where two choices meet.
 *
 * <p>Each row is the best of some random ones, grown greedily: factor by factor in a random order, the level that
 * covers most pairs with those already chosen. Source: Cohen, Dalal, Fredman and Patton, The AETG System, IEEE
 * Transactions on Software Engineering 23, 1997. Rows beyond those that pairs need are random.
 */
final class CoveringSet {

    private static final int CANDIDATES = 20;

    private final List<Factor> factors;
    private final Random random;

    /** Whether a pair is still to be covered, by factor, level, factor and level. */
    private final boolean[][][][] open;

    private int left;

    private CoveringSet(List<Factor> factors, long seed) {
        this.factors = factors;
        this.random = new Random(seed);
        this.open = new boolean[factors.size()][][][];
        for (int f = 0; f < factors.size(); f++) {
            open[f] = new boolean[levels(f)][factors.size()][];
            for (int a = 0; a < levels(f); a++) {
                for (int g = 0; g < factors.size(); g++) {
                    open[f][a][g] = new boolean[levels(g)];
                    for (int b = 0; g != f && b < levels(g); b++) {
                        open[f][a][g][b] = true;
                        left++;
                    }
                }
            }
        }
    }

    /**
     * Makes a set.
     *
     * @param factors the factors
     * @param least rows that it has at least
     * @param seed of the random numbers; the same one gives the same rows
     * @return rows, a level for each factor in their order
     */
    static List<List<Level>> of(List<Factor> factors, int least, long seed) {
        CoveringSet set = new CoveringSet(factors, seed);
        List<List<Level>> rows = new ArrayList<>();
        while (set.left > 0 || rows.size() < least) {
            rows.add(set.next());
        }
        return rows;
    }

    private List<Level> next() {
        int[] best = new int[0];
        int most = -1;
        for (int c = 0; c < CANDIDATES; c++) {
            int[] row = candidate();
            int gain = 0;
            for (int f = 0; f < row.length; f++) {
                gain += gain(row, f, row[f]);
            }
            if (gain > most) {
                most = gain;
                best = row;
            }
        }
        cover(best);
        List<Level> levels = new ArrayList<>();
        for (int f = 0; f < best.length; f++) {
            levels.add(factors.get(f).levels().get(best[f]));
        }
        return levels;
    }

    /** Levels of all factors, chosen in a random order of the factors. */
    private int[] candidate() {
        int[] row = new int[factors.size()];
        Arrays.fill(row, -1);
        List<Integer> order = new ArrayList<>();
        for (int f = 0; f < row.length; f++) {
            order.add(f);
        }
        Collections.shuffle(order, random);
        for (int f : order) {
            int start = random.nextInt(levels(f));
            int chosen = start;
            int most = -1;
            for (int k = 0; k < levels(f); k++) {
                int level = (start + k) % levels(f);
                int gain = gain(row, f, level);
                if (gain > most) {
                    most = gain;
                    chosen = level;
                }
            }
            row[f] = chosen;
        }
        return row;
    }

    /** Open pairs of a level with those of the row that are chosen. */
    private int gain(int[] row, int factor, int level) {
        int gain = 0;
        for (int g = 0; g < row.length; g++) {
            gain += g != factor && row[g] >= 0 && open[factor][level][g][row[g]] ? 1 : 0;
        }
        return gain;
    }

    private void cover(int[] row) {
        for (int f = 0; f < row.length; f++) {
            for (int g = 0; g < row.length; g++) {
                if (f != g && open[f][row[f]][g][row[g]]) {
                    open[f][row[f]][g][row[g]] = false;
                    left--;
                }
            }
        }
    }

    private int levels(int factor) {
        return factors.get(factor).levels().size();
    }
}
