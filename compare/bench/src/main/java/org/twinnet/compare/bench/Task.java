package org.twinnet.compare.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.Pace;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.choice.Initialization;

/**
 * What one process measures, and the arguments that tell it.
 *
 * @param contestant who
 * @param scenario what it trains
 * @param data the examples, a CSV file with a header and the label last
 * @param pace how long
 * @param costEvery every so many iterations the loop computes the cost
 */
record Task(Contestant contestant, Scenario scenario, Path data, Pace pace, int costEvery) {

    /** The published experiment of a scenario, for data of any number of features. */
    static Experiment experiment(Scenario scenario, int inputs) {
        return scenario.of(Experiment.published(inputs));
    }

    /** For {@link BenchChild}. */
    List<String> arguments() {
        return List.of(
                contestant.name(),
                scenario.name(),
                data.toString(),
                String.valueOf(pace.warmUpSeconds()),
                String.valueOf(pace.timedSeconds()),
                String.valueOf(pace.batchSeconds()),
                String.valueOf(pace.leastBatches()),
                String.valueOf(costEvery));
    }

    static Task parse(List<String> arguments) {
        return new Task(
                Contestant.valueOf(arguments.get(0)),
                Scenario.valueOf(arguments.get(1)),
                Path.of(arguments.get(2)),
                new Pace(
                        Double.parseDouble(arguments.get(3)),
                        Double.parseDouble(arguments.get(4)),
                        Double.parseDouble(arguments.get(5)),
                        Integer.parseInt(arguments.get(6))),
                Integer.parseInt(arguments.get(7)));
    }

    /** For the NumPy script, which knows no scenario by name. */
    List<String> numpyArguments(int inputs) {
        Experiment experiment = experiment(scenario, inputs);
        return List.of(
                data.toString(),
                experiment.layerSizes().stream().map(String::valueOf).collect(Collectors.joining(",")),
                String.valueOf(experiment.optimizer().learningRate()),
                String.valueOf(experiment.penalty().l2()),
                String.valueOf(experiment.layers().get(0).keepProb()),
                String.valueOf(((Initialization.ScaledGaussian) experiment.initialization()).seed()),
                String.valueOf(experiment.masks().seed()),
                String.valueOf(pace.warmUpSeconds()),
                String.valueOf(pace.timedSeconds()),
                String.valueOf(pace.batchSeconds()),
                String.valueOf(pace.leastBatches()),
                String.valueOf(costEvery));
    }
}
