package org.twinnet.compare.move.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.check.TraceExperiment;
import org.twinnet.compare.check.run.RoundedRun;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.twin.Twin;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * DL4J's run from the first parameters of a trace. Two runs by hand that only round otherwise go beside it; how far
 * they part from DL4J's, up to an iteration, is the spread there.
 */
final class TraceTraining {

    private static final int OTHERS = 2;

    private final Trace trace;
    private final TraceExperiment original;
    private final ProgressListener progress;
    private final Map<Integer, Double> costs = new HashMap<>();
    private final List<TraceStep> compared = new ArrayList<>();
    private final Map<String, Double> spreads = new HashMap<>();

    TraceTraining(Trace trace, TraceExperiment original, ProgressListener progress) {
        this.trace = trace;
        this.original = original;
        this.progress = progress;
        for (ReportedCost cost : trace.costs()) {
            costs.put(cost.iteration(), cost.cost());
        }
    }

    TraceSteps run(int most) {
        Optional<double[]> initial = original.parameters(0);
        Optional<DropoutMasks> masks = original.masksOfRun();
        if (initial.isEmpty() || masks.isEmpty()) {
            return none(initial.isEmpty() ? TraceSteps.Ending.NO_PARAMETERS : TraceSteps.Ending.NO_MASKS);
        }
        Optional<Twin> dl4j = original.dl4j(masks.get());
        if (dl4j.isEmpty()) {
            return none(TraceSteps.Ending.NOT_IN_DL4J);
        }
        List<RoundedRun> others = new ArrayList<>();
        SplittableRandom directions = new SplittableRandom(1);
        for (int k = 1; k <= OTHERS; k++) {
            others.add(
                    new RoundedRun(original.reordered(masks.get(), k), initial.get(), trace.precision(), directions));
        }
        try (Twin twin = dl4j.get()) {
            twin.setParameters(initial.get());
            return run(twin, others, masks.get(), most);
        } finally {
            others.forEach(RoundedRun::close);
        }
    }

    private static TraceSteps none(TraceSteps.Ending ending) {
        return new TraceSteps(0, List.of(), Optional.of(ending));
    }

    private TraceSteps run(Twin twin, List<RoundedRun> others, DropoutMasks masks, int most) {
        double limit = Spread.limit(trace.precision());
        for (int i = 0; i < most; i++) {
            if (!original.tells(i, masks)) {
                return new TraceSteps(i, compared, Optional.of(TraceSteps.Ending.NOT_TOLD));
            }
            tensors(twin, others, i);
            double cost = twin.step();
            int examples = original.examples(i);
            for (RoundedRun other : others) {
                widen("cost", relative(Math.abs(other.step(examples) - cost), Math.abs(cost)));
            }
            Double reported = costs.get(i);
            if (reported != null) {
                compare("cost", i, reported, cost, Math.abs(cost));
            }
            progress.advanced("trace", 1);
            if (!(spreads.get("cost") < limit)) {
                return new TraceSteps(i + 1, compared, Optional.of(TraceSteps.Ending.CHAOTIC));
            }
        }
        tensors(twin, others, most);
        return new TraceSteps(most, compared, Optional.empty());
    }

    private static double relative(double distance, double size) {
        return distance == 0 ? 0 : distance / size;
    }

    private void widen(String name, double moved) {
        double known = spreads.getOrDefault(name, trace.precision().unitRoundoff());
        spreads.put(name, Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(known, moved));
    }

    private void compare(String name, int iteration, double of, double dl4j, double size) {
        double limit = Spread.ALLOWANCE * spreads.get(name) * size;
        compared.add(new TraceStep(name, iteration, of, dl4j, Math.abs(of - dl4j), limit));
    }

    /** The parameters before the update of an iteration. */
    private void tensors(Twin twin, List<RoundedRun> others, int iteration) {
        double[] theta = new double[twin.parameterCount()];
        twin.copyParametersTo(theta);
        List<double[]> moved = others.stream().map(RoundedRun::parameters).toList();
        int at = 0;
        for (TensorName name : TraceExperiment.names(trace, iteration)) {
            int length = length(name);
            tensor(name, theta, moved, at, length);
            at += length;
        }
    }

    private int length(TensorName name) {
        int units = trace.layerSizes().get(name.layer());
        return name.quantity() == Quantity.W ? units * trace.layerSizes().get(name.layer() - 1) : units;
    }

    private void tensor(TensorName name, double[] theta, List<double[]> moved, int at, int length) {
        String symbol = name.quantity() + String.valueOf(name.layer());
        double size = 0;
        double parted = 0;
        for (int k = at; k < at + length; k++) {
            size = Math.max(size, Math.abs(theta[k]));
            for (double[] other : moved) {
                parted = Math.max(parted, Math.abs(other[k] - theta[k]));
            }
        }
        widen(symbol, relative(parted, size));
        if (!trace.tensors().containsKey(name)) {
            return;
        }
        double[] given = new double[length];
        trace.tensors().get(name).values().writeTo(given, 0);
        int worst = 0;
        for (int k = 1; k < length && !Double.isNaN(given[worst]); k++) {
            worst = Math.abs(given[k] - theta[at + k]) <= Math.abs(given[worst] - theta[at + worst]) ? worst : k;
        }
        compare(symbol, name.iteration(), given[worst], theta[at + worst], size);
    }
}
