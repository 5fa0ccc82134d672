package org.twinnet.scratch.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.initialization.ScaledGaussian;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.optimizer.GradientDescent;
import org.twinnet.scratch.penalty.Penalty;
import org.twinnet.scratch.schedule.Schedule;

/**
 * One training run of NumPy, from golden/trajectories.csv, whose header says how it was made.
 *
 * @param costs cost before the update of every 25th iteration
 * @param costSpread by how much one ulp of noise in every update moves any of the costs
 * @param parameters parameters after 400 iterations
 * @param parameterSpread by how much the same noise moves any of the parameters
 */
record GoldenRun(
        String name,
        NetworkConfig config,
        double lambda,
        double keepProbability,
        List<Double> costs,
        double costSpread,
        List<Double> parameters,
        double parameterSpread) {

    static final int ITERATIONS = 400;
    static final int EVERY = 25;
    static final double LEARNING_RATE = 0.3;

    /** Reads all runs; each takes two lines, costs and parameters. */
    static List<GoldenRun> readAll() {
        List<String[]> lines = readLines("trajectories.csv");
        List<GoldenRun> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            String[] costs = lines.get(i);
            String[] parameters = lines.get(i + 1);
            requireQuantity("cost", costs);
            requireQuantity("parameters", parameters);
            NetworkConfig config = new NetworkConfig(
                    Stream.of(costs[1].split(" ")).map(Integer::valueOf).toList());
            runs.add(new GoldenRun(
                    costs[0],
                    config,
                    Double.parseDouble(costs[2]),
                    Double.parseDouble(costs[3]),
                    numbers(costs[6]),
                    Double.parseDouble(costs[5]),
                    numbers(parameters[6]),
                    Double.parseDouble(parameters[5])));
        }
        return runs;
    }

    /** The same run, about to begin here. */
    Trainer trainer(double learningRate) {
        List<String[]> points = readLines("points.csv");
        Matrix X = Matrix.zeros(2, points.size());
        Matrix Y = Matrix.zeros(1, points.size());
        for (int j = 0; j < points.size(); j++) {
            X.set(0, j, Double.parseDouble(points.get(j)[0]));
            X.set(1, j, Double.parseDouble(points.get(j)[1]));
            Y.set(0, j, Double.parseDouble(points.get(j)[2]));
        }
        DropoutMasks masks = new DropoutMasks.None();
        if (name.endsWith("published")) {
            masks = new DropoutMasks.Published(
                    MaskedLayer.hidden(config.hiddenUnits(), keepProbability), X.columns(), 1);
        } else if (name.endsWith("fresh")) {
            masks = new DropoutMasks.Fresh(MaskedLayer.hidden(config.hiddenUnits(), keepProbability), X.columns(), 1);
        }
        return new Trainer(
                Network.of(config, Penalty.l2(lambda), masks.layers().isEmpty() ? 1 : keepProbability),
                new ScaledGaussian(3).draw(config),
                masks,
                new GradientDescent(),
                Schedule.constant(learningRate),
                X,
                Y);
    }

    @Override
    public String toString() {
        return name + " " + config.layerSizes();
    }

    private static List<String[]> readLines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenRun.class.getResourceAsStream("/golden/" + file), file),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireQuantity(String quantity, String[] line) {
        if (!line[4].equals(quantity)) {
            throw new IllegalArgumentException("trajectories.csv: " + quantity + " expected, not " + line[4] + ".");
        }
    }

    private static List<Double> numbers(String hexes) {
        return Stream.of(hexes.split(" ")).map(Double::valueOf).toList();
    }
}
