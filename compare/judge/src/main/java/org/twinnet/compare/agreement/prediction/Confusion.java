package org.twinnet.compare.agreement.prediction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.twinnet.data.Dataset;

/**
 * Which labels a network gives to the examples of each class.
 *
 * @param rows one row a class, and in it how many of its examples get the label 0, 1, …
 */
public record Confusion(List<List<Integer>> rows) {

    /**
     * Copies the rows.
     *
     * @param rows counts
     */
    public Confusion {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Counts.
     *
     * @param outputs probabilities that a network answers for each example, one output after the other
     * @param examples the examples
     * @return the counts, an example with a NaN in none of them; empty where examples have no label
     */
    public static Optional<Confusion> of(double[] outputs, Dataset examples) {
        if (!examples.targets().areLabels()) {
            return Optional.empty();
        }
        int classes = examples.targets().classes();
        List<List<Integer>> rows = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            rows.add(new ArrayList<>(Collections.nCopies(classes, 0)));
        }
        Labels labels = new Labels(examples.targets(), outputs, examples.size());
        for (int i = 0; i < labels.count(); i++) {
            if (!Double.isNaN(labels.label(i))) {
                List<Integer> row = rows.get((int) examples.label(i));
                int given = (int) labels.label(i);
                row.set(given, row.get(given) + 1);
            }
        }
        return Optional.of(new Confusion(rows));
    }
}
