package org.twinnet.compare.check.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Masks that a trace does not hold, but shows: where a unit is active (of ReLU where Z is positive), A is 0 exactly
 * when it was dropped. Elsewhere a mask changes nothing but dA, which shows it there.
 */
public final class ReadOffMasks {

    /**
     * A mask that was read off.
     *
     * @param name under which the trace would hold it
     * @param D the mask
     * @param shown entries where the unit is active
     * @param kept those of them that are kept
     */
    public record ReadOff(TensorName name, Matrix D, long shown, long kept) {}

    private ReadOffMasks() {}

    /**
     * Reads them off.
     *
     * @param trace what a network wrote down
     * @return the masks that it shows and does not hold
     */
    public static List<ReadOff> of(Trace trace) {
        List<ReadOff> masks = new ArrayList<>();
        for (int iteration : trace.iterations()) {
            for (int l = 1; l < trace.depth(); l++) {
                Optional<TraceTensor> Z = trace.tensor(Quantity.Z, l, iteration);
                Optional<TraceTensor> A = trace.tensor(Quantity.A, l, iteration);
                boolean drops = trace.hyperParameters().keepProbability(l) < 1;
                if (drops
                        && Z.isPresent()
                        && A.isPresent()
                        && trace.mask(l, iteration).isEmpty()) {
                    Optional<Matrix> dA =
                            trace.tensor(Quantity.dA, l, iteration).map(TraceTensor::values);
                    masks.add(readOff(
                            new TensorName(Quantity.D, l, iteration),
                            trace.hyperParameters(),
                            Z.get().values(),
                            A.get().values(),
                            dA));
                }
            }
        }
        return masks;
    }

    private static ReadOff readOff(TensorName name, HyperParameters settings, Matrix Z, Matrix A, Optional<Matrix> dA) {
        Matrix D = Matrix.zeros(Z.rows(), Z.columns());
        long shown = 0;
        long kept = 0;
        for (int r = 0; r < D.rows(); r++) {
            for (int c = 0; c < D.columns(); c++) {
                boolean shows = settings.isActive(name.layer(), Z.get(r, c));
                boolean dropped =
                        shows ? A.get(r, c) == 0 : dA.isPresent() && dA.get().get(r, c) == 0;
                D.set(r, c, dropped ? 0 : 1);
                shown += shows ? 1 : 0;
                kept += shows && !dropped ? 1 : 0;
            }
        }
        return new ReadOff(name, D, shown, kept);
    }

    /**
     * The trace as if it held these masks.
     *
     * @param trace what a network wrote down
     * @param masks what it shows
     * @return a new trace
     */
    public static Trace with(Trace trace, List<ReadOff> masks) {
        SortedMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        masks.forEach(mask -> tensors.put(mask.name(), TraceTensor.of(mask.D(), Dtype.BOOL)));
        return trace.with(tensors, trace.costs());
    }
}
