package org.twinnet.scratch.dropout;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;

/** Room for the masks of batches, made once for each size; there are two sizes where the last batch is short. */
final class Sizes {

    private final List<List<Matrix>> masks = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    boolean has(int size) {
        return indexOf(size) < sizes.size();
    }

    /** An index of its own: neither an iterator nor a boxed number is made in an iteration. */
    private int indexOf(int size) {
        int k = 0;
        while (k < sizes.size() && sizes.get(k) != size) {
            k++;
        }
        return k;
    }

    /** One matrix for each layer, units × size; zeros when it is first asked for. */
    List<Matrix> of(List<MaskedLayer> layers, int size) {
        int k = indexOf(size);
        if (k == sizes.size()) {
            sizes.add(size);
            masks.add(layers.stream()
                    .map(layer -> Matrix.zeros(layer.units(), size))
                    .toList());
        }
        return masks.get(k);
    }
}
