package org.twinnet.compare.twin.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.twinnet.compare.experiment.ParameterIndex;

/**
 * The parameters that a witness is asked about: all of them, or as many of each tensor as it can afford.
 *
 * <p>A mistake mostly touches a whole tensor. Of each one stand in the sample its entry with the largest gradient,
 * which shows a wrong factor best, and others drawn with a fixed seed; small tensors stand in it as a whole.
 */
public final class ParameterSample {

    private static final long SEED = 20_110;

    private ParameterSample() {}

    /**
     * Chooses.
     *
     * @param index the tensors
     * @param affordable how many parameters can be asked about
     * @param gradient the gradient that is to be judged, one number a parameter; its largest entries are preferred
     * @return indices in ascending order: all when they can be afforded, none when not every tensor can have one
     */
    public static int[] choose(ParameterIndex index, int affordable, double[] gradient) {
        List<ParameterIndex.Slice> tensors = new ArrayList<>(index.tensors());
        if (affordable < tensors.size()) {
            return new int[0];
        }
        tensors.sort(Comparator.comparingInt(ParameterIndex.Slice::length));
        List<Integer> chosen = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        int left = affordable;
        for (int t = 0; t < tensors.size(); t++) {
            ParameterIndex.Slice tensor = tensors.get(t);
            int share = Math.min(tensor.length(), left / (tensors.size() - t));
            chosen.addAll(choose(tensor, share, gradient, random));
            left -= share;
        }
        return chosen.stream().mapToInt(i -> i).sorted().toArray();
    }

    private static List<Integer> choose(
            ParameterIndex.Slice tensor, int count, double[] gradient, SplittableRandom random) {
        int[] entries = new int[tensor.length()];
        Arrays.setAll(entries, i -> tensor.offset() + i);
        int largest = 0;
        for (int i = 1; i < entries.length; i++) {
            if (Math.abs(gradient[entries[i]]) > Math.abs(gradient[entries[largest]])) {
                largest = i;
            }
        }
        swap(entries, 0, largest);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                swap(entries, i, random.nextInt(i, entries.length));
            }
            chosen.add(entries[i]);
        }
        return chosen;
    }

    private static void swap(int[] entries, int a, int b) {
        int kept = entries[a];
        entries[a] = entries[b];
        entries[b] = kept;
    }
}
