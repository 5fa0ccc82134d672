package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.data.Targets;

/**
 * What a network answers over a plane, as fields whose boundary is where the value is 0.5: one for a single binary
 * output, its probability; one for each of several classes; none for anything else.
 *
 * <pre>
 *   fₖ = pₖ / (pₖ + max_{i≠k} pᵢ)
 * </pre>
 *
 * <p>fₖ is above 0.5 exactly where class k is the most probable one, and depends on z as smoothly as p does: fₖ is the
 * logistic function of the distance between the logit of k and the next one.
 */
public final class ClassFields {

    private ClassFields() {}

    /**
     * The fields of a network's answers.
     *
     * @param targets what its outputs stand for
     * @param grid the points
     * @param outputs its answers for each point, one output after the other
     * @return one field, one a class, or none
     */
    public static List<Field> of(Targets targets, Grid grid, double[] outputs) {
        if (targets.equals(Targets.LABEL)) {
            return List.of(new Field(grid, outputs));
        }
        List<Field> fields = new ArrayList<>();
        for (int k = 0; targets.kind() == Targets.Kind.CLASSES && k < targets.outputs(); k++) {
            fields.add(new Field(grid, againstOthers(targets.outputs(), k, outputs, grid.pointCount())));
        }
        return List.copyOf(fields);
    }

    private static double[] againstOthers(int classes, int k, double[] outputs, int points) {
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            double other = 0;
            for (int c = 0; c < classes; c++) {
                // written so that a NaN stays one
                other = c == k ? other : Math.max(other, outputs[c * points + i]);
            }
            double own = outputs[k * points + i];
            values[i] = own / (own + other);
        }
        return values;
    }
}
