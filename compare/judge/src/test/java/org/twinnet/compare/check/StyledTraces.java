package org.twinnet.compare.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.diagnosis.Diagnostician;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.trace.file.TraceReader;

/** Parts of what a {@link StyledNetwork} writes, and what is said of them. */
final class StyledTraces {

    private StyledTraces() {}

    static Trace read(
            Path folder,
            Collection<StyledNetwork.Style> styles,
            StyledNetwork.Fault fault,
            double lambda,
            double... keep) {
        Set<StyledNetwork.Style> all = EnumSet.of(StyledNetwork.Style.EVERY_ITERATION);
        all.addAll(styles);
        return TraceReader.read(
                StyledNetwork.write(all, fault, lambda, keep).write(folder.resolve("trace.npz")), Optional.empty());
    }

    /** The same with some iterations and costs only. */
    static Trace part(Trace trace, List<Integer> iterations, List<Integer> costs) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        tensors.keySet().removeIf(name -> !iterations.contains(name.iteration()));
        return trace.with(
                tensors,
                trace.costs().stream()
                        .filter(cost -> costs.contains(cost.iteration()))
                        .toList());
    }

    static List<String> conventions(CheckResult result) {
        return result.conventions().stream()
                .map(found -> found.convention().id())
                .toList();
    }

    static List<Diagnosis> diagnoses(CheckResult result) {
        return Diagnostician.diagnose(result);
    }

    /** The mistakes: these traces state no experiment, so that the one which they show may be told behind them. */
    static List<String> ids(CheckResult result) {
        return diagnoses(result).stream()
                .map(Diagnosis::id)
                .filter(id -> !id.equals(Diagnosis.EXPERIMENT_NOT_STATED))
                .toList();
    }
}
