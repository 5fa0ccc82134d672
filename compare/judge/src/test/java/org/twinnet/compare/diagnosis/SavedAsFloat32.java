package org.twinnet.compare.diagnosis;

import java.util.TreeMap;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** The numbers of a trace, rounded where they are saved and nowhere before. */
final class SavedAsFloat32 {

    private SavedAsFloat32() {}

    static Trace of(Trace trace) {
        TreeMap<TensorName, TraceTensor> rounded = new TreeMap<>();
        trace.tensors().forEach((name, tensor) -> {
            double[][] values = tensor.values().toArray();
            for (double[] row : values) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = (float) row[c];
                }
            }
            Dtype dtype = name.quantity() == Quantity.D ? tensor.dtype() : Dtype.FLOAT32;
            rounded.put(name, new TraceTensor(Matrix.of(values), dtype, tensor.layout()));
        });
        return new Trace(
                trace.hyperParameters(),
                trace.X(),
                trace.Y(),
                trace.layerSizes(),
                rounded,
                trace.costs().stream()
                        .map(cost -> new ReportedCost(cost.iteration(), (float) cost.cost()))
                        .toList(),
                Precision.FLOAT32,
                false,
                trace.reading(),
                trace.batches());
    }
}
