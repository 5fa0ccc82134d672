package org.twinnet.compare.diagnosis;

import java.util.stream.IntStream;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/** The numbers of a trace's formulas. */
final class TraceSetting {

    private TraceSetting() {}

    static Setting of(Trace trace) {
        HyperParameters hyper = trace.hyperParameters();
        boolean masks =
                trace.tensors().keySet().stream().anyMatch(name -> name.quantity() == Quantity.D && name.layer() > 0);
        return new Setting(
                trace.layerSizes(),
                trace.exampleCount(),
                hyper.keepProbabilities(),
                hyper.lambda(),
                hyper.learningRate(),
                hyper.dropsHiddenUnits() || masks,
                0,
                IntStream.rangeClosed(1, trace.depth())
                        .mapToObj(l -> hyper.activation(l, trace.depth()))
                        .toList(),
                hyper.experiment());
    }
}
