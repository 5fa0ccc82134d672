package org.twinnet.compare.trace.file;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;

/** Reads which examples each iteration used: {@code batch@i}, indices from 0. */
final class BatchReader {

    private static final Pattern NAME = Pattern.compile("batch@(0|[1-9][0-9]{0,8})");

    private final EntryFile file;
    private final int m;

    BatchReader(EntryFile file, int m) {
        this.file = file;
        this.m = m;
    }

    static boolean isBatch(String name) {
        return NAME.matcher(name).matches();
    }

    SortedMap<Integer, int[]> read() {
        SortedMap<Integer, int[]> batches = new TreeMap<>();
        for (String name : file.names()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                batches.put(Integer.parseInt(matcher.group(1)), indices(name));
            }
        }
        return batches;
    }

    private int[] indices(String name) {
        NpyArray array = file.array(name)
                .orElseThrow(() -> file.refusal(name, "is a string; it must be indices of examples, from 0"));
        boolean list = array.rank() >= 1
                && Arrays.stream(array.shape()).filter(n -> n != 1).count() <= 1;
        if (!list || array.size() == 0 || array.dtype().isFloating() || array.dtype() == Dtype.BOOL) {
            throw file.refusal(name, "is " + array + "; it must be integers of shape (B,), indices of examples from 0");
        }
        double[] values = array.values();
        int[] indices = new int[values.length];
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] >= 0 && values[k] < m)) {
                throw file.refusal(
                        name + "[" + k + "]",
                        "is " + (long) values[k] + "; there are " + m + " examples, from 0 to " + (m - 1));
            }
            indices[k] = (int) values[k];
        }
        return indices;
    }
}
